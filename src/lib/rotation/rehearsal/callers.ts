import { createHmac, randomBytes } from 'node:crypto';
import type { KindName } from '../phases.js';
import type { Attempt, LoadCounts } from './judge.js';
import { KeySetHolder } from './key-set-holder.js';
import type { Knowledge, KnownApiKey } from './knowledge.js';
import type { Holder, RehearsalStage } from './stage.js';
import { grantRequest, heldToken, TokenPool } from './tokens.js';

/** A token is not shown in the last moments of its life. */
const MARGIN = 5 * 60_000;
/** Seconds that an edge's signature is good for. */
const EDGE_WINDOW = 300;
const ISSUE = '/auth/edge/token';

/** Shares of the requests: mostly tokens shown, and more of what the rotation at hand is about. The rest are tokens. */
const USUAL = { grant: 0.06, edge: 0.03, apiKey: 0.05, revoked: 0.05 };
const MORE: Partial<Record<KindName, Partial<typeof USUAL>>> = {
  client: { grant: 0.2 },
  edge: { edge: 0.2 },
  database: { edge: 0.4 },
  'api-key': { apiKey: 0.4 },
};

/** Those who call the API in a rehearsal: what each of their requests is, and how it has to be answered. */
export class Callers {
  readonly knowledge: Knowledge[];
  apiKeys: KnownApiKey[] = [];
  /** A route that asks for a key of the gateway. */
  keyedPath: string | undefined;
  /** Makes a token signed by a revoked key; left out as long as there is none. */
  forge: (() => string) | undefined;
  /** What is being rotated. */
  kind: KindName | undefined;
  readonly #stage: RehearsalStage;
  readonly #counts: () => LoadCounts;
  readonly #keySet: KeySetHolder;
  readonly #pool = new TokenPool();

  constructor(stage: RehearsalStage, counts: () => LoadCounts) {
    this.#stage = stage;
    this.#counts = counts;
    this.#keySet = new KeySetHolder(stage);
    this.knowledge = stage.holders.map((holder) => ({
      holder,
      clientSecret: holder.clientSecret.reveal(),
      edgeSecret: holder.edgeSecret.reveal(),
    }));
  }

  /** The next request. */
  next(): Attempt {
    const shares = { ...USUAL, ...(this.kind && MORE[this.kind]) };
    let dice = Math.random();
    const among = (share: number): boolean => {
      dice -= share;
      return dice < 0;
    };
    if (among(shares.grant)) return this.grant();
    if (among(shares.edge)) return this.#edge(this.#anybody());
    if (among(shares.apiKey)) return this.#withKey() ?? this.#token();
    if (among(shares.revoked)) return this.#revoked() ?? this.#token();
    return this.#token();
  }

  /** Asks for a new token, which is shown from then on. */
  grant(one = this.#anybody()): Attempt {
    const { holder, clientSecret } = one;
    return {
      path: '/oauth/token',
      init: grantRequest(holder, clientSecret),
      wanted: 'accepted',
      what: `the secret of ${holder.clientId}`,
      onAccepted: (text) => {
        const token = heldToken((JSON.parse(text) as { access_token: string }).access_token);
        this.#pool.add(token);
        return this.#keySet.refusal(token.kid);
      },
    };
  }

  #token(): Attempt {
    const now = this.#stage.now();
    const token = this.#pool.any(now, MARGIN);
    if (!token) return this.grant();
    const age = Math.round((now - token.issuedAt) / 1000);
    const counts = this.#counts();
    counts.oldestToken = Math.max(counts.oldestToken, age);
    const what = `a token of ${token.kid}, ${age} s old`;
    return { ...shown(token.text), wanted: 'accepted', what, until: token.expiresAt };
  }

  /** One of what must be refused by now. */
  #revoked(): Attempt | undefined {
    const { holder, revokedClient, revokedEdge } = this.#anybody();
    const key = any(this.apiKeys);
    const choices: (Attempt | undefined)[] = [
      this.forge && { ...shown(this.forge()), wanted: 'refused', what: 'a token of a revoked key' },
      revokedClient === undefined
        ? undefined
        : {
            path: '/oauth/token',
            init: grantRequest(holder, revokedClient),
            wanted: 'refused',
            what: `the revoked secret of ${holder.clientId}`,
          },
      revokedEdge === undefined ? undefined : this.#signed(holder, revokedEdge, 'refused'),
      key?.revoked === undefined || this.keyedPath === undefined
        ? undefined
        : keyed(this.keyedPath, key.revoked, 'refused', `the revoked key ${key.name}`),
    ];
    return any(choices.filter((one) => one !== undefined));
  }

  #withKey(): Attempt | undefined {
    const key = any(this.apiKeys);
    if (!key || this.keyedPath === undefined) return undefined;
    return keyed(this.keyedPath, key.value, 'accepted', `the key ${key.name} (${key.id})`);
  }

  #edge({ holder, edgeSecret }: Knowledge): Attempt {
    return this.#signed(holder, edgeSecret, 'accepted');
  }

  #signed({ tenant }: Holder, secret: string, wanted: Attempt['wanted']): Attempt {
    const timestamp = String(Math.floor(this.#stage.now() / 1000));
    const nonce = randomBytes(12).toString('hex');
    const text = ['POST', ISSUE, tenant, timestamp, nonce].join('\n');
    const headers = {
      'content-type': 'application/json',
      'X-Tenant-ID': tenant,
      'X-Timestamp': timestamp,
      'X-Nonce': nonce,
      'X-Signature': createHmac('sha256', secret).update(text).digest('hex'),
    };
    return {
      path: ISSUE,
      init: { method: 'POST', headers, body: '{"pnr":"ARC123"}' },
      wanted,
      what: `a signature of ${tenant}`,
      until: (Number(timestamp) + EDGE_WINDOW) * 1000,
    };
  }

  #anybody(): Knowledge {
    return any(this.knowledge) as Knowledge;
  }
}

function shown(token: string): Pick<Attempt, 'path' | 'init'> {
  return { path: '/auth/whoami', init: { headers: { authorization: `Bearer ${token}` } } };
}

function keyed(path: string, key: string, wanted: Attempt['wanted'], what: string): Attempt {
  return { path, init: { headers: { 'x-api-key': key } }, wanted, what };
}

function any<T>(all: readonly T[]): T | undefined {
  return all[Math.floor(Math.random() * all.length)];
}
