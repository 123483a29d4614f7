import { randomUUID } from 'node:crypto';
import { userError } from '../src/core/errors.js';
import { edgeHeaders } from '../src/core/scenario/edge-signature.js';
import type { Role } from '../src/core/scenario/model.js';
import { sampleTrip, type Trip } from '../src/core/scenario/sample-trip.js';
import type { TenantCredentials } from './platform/index.js';

/** Whose token it is to be. */
export interface TokenWish {
  /** `api_client` when left out. */
  role?: Role;
  /** The trip that an edge's token is bound to; makes it a `widget_user`'s. */
  pnr?: string;
  /** The session that an edge's token is bound to. */
  sessionId?: string;
  /** One of the tenant's OAuth clients. */
  client?: string;
}

/** A trip that is put in place; what is left out is the sample trip's. */
export type TripWish = Partial<Trip> & {
  /** The first tenant when left out. */
  tenant?: string;
};

/** What the helpers need of a running emulator. */
export interface HelperParts {
  api(): string;
  /** Epoch ms. */
  now(): number;
  tenants(): TenantCredentials[];
}

/** What tests ask of the platform again and again, through its own API. */
export class TestHelpers {
  readonly #parts: HelperParts;

  constructor(parts: HelperParts) {
    this.#parts = parts;
  }

  /** A bearer token. Errors: UNKNOWN_TENANT, TOKEN_REFUSED. */
  async tokenFor(tenant: string | undefined, wish: TokenWish = {}): Promise<string> {
    const found = this.#tenant(tenant);
    const { role = 'api_client', pnr, sessionId, client } = wish;
    const fromEdge = pnr !== undefined || sessionId !== undefined || role === 'widget_user';
    return fromEdge ? this.#edgeToken(found, pnr, sessionId) : this.#clientToken(found, role, client);
  }

  /** Stores a trip and returns it; its PNR is new unless one is given. Errors: UNKNOWN_TENANT, TRIP_REFUSED. */
  async seedPnr({ tenant, ...wish }: TripWish = {}): Promise<Trip> {
    const pnr = randomUUID().replaceAll('-', '').slice(0, 8).toUpperCase();
    const trip = { ...sampleTrip(pnr, this.#parts.now()), pointOfSale: 'API', ...wish };
    const authorization = `Bearer ${await this.tokenFor(tenant)}`;
    const answer = await this.#post('/aggregation-api/servePassengerRecommendations', trip, {
      authorization,
    });
    if (!answer.ok) throw userError('TRIP_REFUSED', { status: answer.status, answer: await answer.text() });
    return trip;
  }

  #tenant(name: string | undefined): TenantCredentials {
    const all = this.#parts.tenants();
    const found = name === undefined ? all[0] : all.find(({ tenant }) => tenant === name);
    if (found) return found;
    throw userError('UNKNOWN_TENANT', { tenant: name ?? '', known: all.map(({ tenant }) => tenant) });
  }

  #clientToken(
    { clients, tenant }: TenantCredentials,
    role: Role,
    client: string | undefined,
  ): Promise<string> {
    const found = clients.find((one) => (client === undefined ? one.role === role : one.id === client));
    if (!found) throw userError('UNKNOWN_CLIENT', { tenant, wanted: client ?? role });
    const body = {
      grant_type: 'client_credentials',
      client_id: found.id,
      client_secret: found.secret.reveal(),
    };
    return this.#token('/oauth/token', body);
  }

  #edgeToken(
    { tenant, edgeSecret }: TenantCredentials,
    pnr: string | undefined,
    sessionId: string | undefined,
  ): Promise<string> {
    const headers = edgeHeaders({ tenant, secret: edgeSecret.reveal() }, this.#parts.now(), randomUUID());
    return this.#token(
      '/auth/edge/token',
      pnr === undefined ? { sessionId: sessionId ?? randomUUID() } : { pnr },
      headers,
    );
  }

  async #token(path: string, body: unknown, headers: Record<string, string> = {}): Promise<string> {
    const answer = await this.#post(path, body, headers);
    const text = await answer.text();
    if (answer.ok) return (JSON.parse(text) as { access_token: string }).access_token;
    throw userError('TOKEN_REFUSED', { status: answer.status, answer: text.slice(0, 300) });
  }

  #post(path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    return fetch(this.#parts.api() + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }
}
