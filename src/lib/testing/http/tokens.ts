import type { Ids } from '../../../core/ids.js';
import { edgeHeaders } from '../../../core/scenario/edge-signature.js';
import type { Actor } from '../../../core/scenario/model.js';
import type { SystemClient, SystemTenant, SystemUnderTest } from '../../../core/scenario/system.js';
import { CaseFailure, CaseSkipped } from '../case.js';
import type { Reply } from './api-caller.js';
import type { CallLog } from './call-log.js';

interface Held {
  token: string;
  /** Epoch ms on the system's clock at which a careful client gets a new one. */
  until: number;
  /** Header that must go with the token. */
  origin?: string;
}

/** A minute before it runs out: no call begins with a token that ends under way. */
const EARLY = 60_000;

/** What a scenario's callers are known by. */
export interface Credentials {
  /** Headers of a caller. */
  headersFor(actor: Actor): Promise<Record<string, string>>;
  /** Epoch ms on the system's clock. */
  now(): number;
}

/** Gets tokens as clients of the platform do, and keeps them while they are good. One for each case. */
export class Tokens implements Credentials {
  readonly #held = new Map<string, Held>();
  readonly #system: SystemUnderTest;
  readonly #calls: CallLog;
  readonly #ids: Ids;

  constructor(system: SystemUnderTest, calls: CallLog, ids: Ids) {
    this.#system = system;
    this.#calls = calls;
    this.#ids = ids;
  }

  /** Headers of a caller. Throws a CaseFailure when the platform gives no token. */
  async headersFor(actor: Actor): Promise<Record<string, string>> {
    if (actor.anonymous) return {};
    const key = JSON.stringify(actor);
    let held = this.#held.get(key);
    if (!held || (actor.renew !== false && held.until <= this.now())) {
      held = await this.#obtain(actor);
      this.#held.set(key, held);
    }
    return { authorization: `Bearer ${held.token}`, ...(held.origin && { origin: held.origin }) };
  }

  /** Epoch ms on the system's clock. */
  now(): number {
    return this.#system.controls?.now() ?? Date.now();
  }

  /** The tenant of a caller; the first when none is named. Throws CaseSkipped when there is no such one. */
  tenant({ tenant }: Actor): SystemTenant {
    const all = this.#system.tenants();
    const found = tenant === undefined ? all[0] : all.find((one) => one.tenant === tenant);
    if (found) return found;
    throw new CaseSkipped(`${this.#system.label} has no credentials of tenant ${tenant ?? '(any)'}`);
  }

  /** Asks for a new token. */
  async #obtain(actor: Actor): Promise<Held> {
    const tenant = this.tenant(actor);
    if (actor.origin !== undefined) return this.#fromPage(tenant, actor, actor.origin);
    if (actor.role === 'widget_user' || actor.pnr !== undefined) return this.#fromEdge(tenant, actor);
    const client = clientOf(tenant, actor);
    const body = {
      grant_type: 'client_credentials',
      client_id: client.id,
      client_secret: client.secret.reveal(),
    };
    return this.#read(await this.#post('/oauth/token', body), `a token of ${client.id}`);
  }

  async #fromEdge(tenant: SystemTenant, { pnr, sessionId }: Actor): Promise<Held> {
    const headers = edgeHeaders(edgeOf(tenant), this.now(), this.#ids.uuid());
    const body = pnr === undefined ? { sessionId: sessionId ?? this.#ids.uuid() } : { pnr };
    return this.#read(
      await this.#post('/auth/edge/token', body, headers),
      `an edge token of ${tenant.tenant}`,
    );
  }

  async #fromPage(tenant: SystemTenant, { sessionId }: Actor, origin: string): Promise<Held> {
    const opened = await this.#post(
      '/widget/init',
      { tenantId: tenant.tenant, ...(sessionId !== undefined && { sessionId }) },
      { origin },
    );
    const { token } = this.#read(opened, `an init token of ${tenant.tenant}`);
    const session = await this.#post('/widget/session', undefined, {
      origin,
      authorization: `Bearer ${token}`,
    });
    return { ...this.#read(session, `a widget session of ${tenant.tenant}`), origin };
  }

  #post(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply & { index: number }> {
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const all = { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
    return this.#calls.call('token', { method: 'POST', path, headers: all, ...text });
  }

  #read({ status, body, error, index }: Reply & { index: number }, what: string): Held {
    const granted =
      status === 200 ? (JSON.parse(body) as { access_token: string; expires_in: number }) : undefined;
    if (granted)
      return { token: granted.access_token, until: this.now() + granted.expires_in * 1000 - EARLY };
    throw new CaseFailure('token', `No token: ${what} was answered ${error ?? status}.`, undefined, index);
  }
}

function clientOf(tenant: SystemTenant, { client, role = 'api_client' }: Actor): SystemClient {
  const fits = ({ id, role: own }: SystemClient) => (client === undefined ? own === role : id === client);
  const found = tenant.clients.find(fits);
  if (found) return found;
  throw new CaseSkipped(`no credentials of ${client ?? `a ${role}`} of tenant ${tenant.tenant}`);
}

/** The edge of a tenant. Throws CaseSkipped when its secret is not known. */
export function edgeOf({ tenant, edgeSecret }: SystemTenant): { tenant: string; secret: string } {
  if (edgeSecret) return { tenant, secret: edgeSecret.reveal() };
  throw new CaseSkipped(`the edge secret of tenant ${tenant} is not known`);
}
