import { userError } from '../../core/errors.js';
import type { KeptRequest } from '../../core/kept-request.js';
import { HIDDEN } from '../../core/redact.js';
import { fillBody, fillPath, type Secrets } from './fill.js';
import { edgeHeaders, type SandboxCredential, tokenLike } from './tokens.js';

/** What a replay knows beside the kept request. */
export interface ReplayContext {
  /** Base URL of the API that is to answer. */
  target: string;
  /** Sandbox credentials that the target may be asked for tokens with; none for somebody else's API. */
  credentials: readonly SandboxCredential[];
  /** Bearer token to send instead of asking for one. */
  token?: string | undefined;
  /** Values of hidden headers, parameters and members by lower-case name, from the user. */
  secrets: ReadonlyMap<string, string>;
  /** Epoch ms on the emulator's clock. */
  now: number;
}

/** A request ready to be sent. */
export interface OutgoingRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** Headers that belong to the connection the request came by. */
const OF_THE_CONNECTION =
  /^(host|connection|keep-alive|content-length|transfer-encoding|te|upgrade|expect)$/i;

/**
 * The kept request with its secrets filled in: the user's, a new token like the old one, what the sandbox credentials tell. Throws
 * REPLAY_CUT and REPLAY_SECRETS.
 */
export async function prepare(kept: KeptRequest, context: ReplayContext): Promise<OutgoingRequest> {
  if (kept.body.cut) throw userError('REPLAY_CUT', {});
  const secrets = secretsOf(kept, context);
  const path = fillPath(kept.path, secrets);
  const body = bodyOf(kept, secrets);
  const { headers, missing } = await headersOf(kept, context, secrets);
  const unknown = [...missing, ...path.missing, ...body.missing];
  if (unknown.length > 0) throw userError('REPLAY_SECRETS', { names: [...new Set(unknown)] });
  const { method } = kept;
  return { method, url: context.target.replace(/\/$/, '') + path.text, headers, body: body.bytes };
}

function bodyOf(kept: KeptRequest, secrets: Secrets): { bytes: Buffer; missing: string[] } {
  const { text, encoding } = kept.body;
  if (encoding === 'base64') return { bytes: Buffer.from(text, 'base64'), missing: [] };
  const filled = fillBody(text, headerOf(kept, 'content-type') ?? '', secrets);
  return { bytes: Buffer.from(filled.text), missing: filled.missing };
}

async function headersOf(kept: KeptRequest, context: ReplayContext, secrets: Secrets) {
  const headers: [string, string][] = [];
  const missing: string[] = [];
  for (const [name, value] of kept.headers) {
    if (OF_THE_CONNECTION.test(name)) continue;
    const known = secrets(name) ?? (value === HIDDEN ? await authorization(name, kept, context) : value);
    if (known === undefined) missing.push(name.toLowerCase());
    else headers.push([name, known]);
  }
  return { headers, missing };
}

/** A bearer token for a request that had one. */
async function authorization(name: string, { caller }: KeptRequest, context: ReplayContext) {
  if (name.toLowerCase() !== 'authorization') return undefined;
  if (context.token !== undefined) return `Bearer ${context.token}`;
  const own = context.credentials.find(({ tenant }) => tenant === caller?.tenant);
  if (!caller || !own) return undefined;
  return `Bearer ${await tokenLike(context.target.replace(/\/$/, ''), caller, own, context.now)}`;
}

/** The user's values first, then what the emulator's credentials tell of a token request or an edge's signature. */
function secretsOf(kept: KeptRequest, { secrets, credentials, now }: ReplayContext): Secrets {
  const tenant = headerOf(kept, 'x-tenant-id');
  const edge = credentials.find((one) => one.tenant === tenant);
  const isSigned = headerOf(kept, 'x-signature') === HIDDEN;
  const signed: Record<string, string> = edge && isSigned ? edgeHeaders(pathOf(kept), edge, now) : {};
  const client = credentials.find(({ clientId }) => kept.body.text.includes(clientId));
  return (name) => {
    const key = name.toLowerCase();
    return secrets.get(key) ?? signed[key] ?? (key === 'client_secret' ? client?.clientSecret : undefined);
  };
}

function pathOf({ path }: KeptRequest): string {
  return path.replace(/\?.*$/s, '');
}

function headerOf({ headers }: KeptRequest, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
