import { createHmac, randomBytes } from 'node:crypto';
import type { Holder, RehearsalStage } from './stage.js';
import { grantRequest, heldToken, TokenPool } from './tokens.js';

/** What the load has seen. */
export interface LoadCounts {
  sent: number;
  /** Good tokens, secrets or signatures that were refused. */
  refusedGood: number;
  /** Revoked ones that were accepted. */
  acceptedRevoked: number;
  /** Requests that had no answer, or one of 5xx or 429. */
  failed: number;
  /** Refused, but no longer good when the answer came: the clock had run past the token or signature on its way. */
  overtaken: number;
  /** Oldest age of a token shown, in seconds of the emulator's clock. */
  oldestToken: number;
  /** The first few violations, for people; no secrets. */
  examples: string[];
}

/** What callers know of a holder's secrets: the ones to use, and the ones that must be refused by now. */
export interface Knowledge {
  holder: Holder;
  clientSecret: string;
  edgeSecret: string;
  revokedClient?: string;
  revokedEdge?: string;
}

/** A token is not shown in the last moments of its life: the clock may move while the request is on its way. */
const MARGIN = 5 * 60_000;
/** Seconds that an edge's signature is good for. */
const EDGE_WINDOW = 300;
const KEPT_EXAMPLES = 5;

/** An open stream of requests at a steady rate, that knows what each has to be answered. */
export class RotationLoad {
  readonly counts: LoadCounts = {
    sent: 0,
    refusedGood: 0,
    acceptedRevoked: 0,
    failed: 0,
    overtaken: 0,
    oldestToken: 0,
    examples: [],
  };
  readonly #stage: RehearsalStage;
  readonly #rate: number;
  readonly #knowledge: Knowledge[];
  readonly #pool = new TokenPool();
  /** Makes a token signed by a revoked key; left out as long as there is none. */
  forge: (() => string) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #started = 0;
  #due = 0;
  readonly #open = new Set<Promise<void>>();

  /** @param rate requests a second of the machine's clock */
  constructor(stage: RehearsalStage, rate: number, knowledge: Knowledge[]) {
    this.#stage = stage;
    this.#rate = rate;
    this.#knowledge = knowledge;
  }

  /** Gets the first tokens and begins. */
  async start(): Promise<void> {
    for (const one of this.#knowledge) await this.#grant(one);
    this.#started = performance.now();
    this.#timer = setInterval(() => this.#tick(), 5);
  }

  /** Asks for one more token, so that tokens of all ages are about. */
  async refresh(): Promise<void> {
    const one = this.#knowledge[Math.floor(Math.random() * this.#knowledge.length)];
    if (one) await this.#grant(one);
  }

  /** Ends it, and waits for the requests under way. Idempotent. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.allSettled(this.#open);
  }

  #tick(): void {
    const wanted = Math.floor(((performance.now() - this.#started) / 1000) * this.#rate);
    for (; this.#due < wanted; this.#due++) this.#track(this.#one());
  }

  #track(request: Promise<void>): void {
    const tracked: Promise<void> = request.finally(() => this.#open.delete(tracked));
    this.#open.add(tracked);
  }

  /** One request: mostly a token shown, now and then a secret or a signature, or one that must be refused. */
  async #one(): Promise<void> {
    const dice = Math.random();
    const known = this.#knowledge[Math.floor(Math.random() * this.#knowledge.length)] as Knowledge;
    if (dice < 0.06) return this.#grant(known);
    if (dice < 0.08) return this.#edge(known.holder, known.edgeSecret, 200);
    if (dice < 0.1 && known.revokedClient !== undefined)
      return this.#secret(known.holder, known.revokedClient, 401);
    if (dice < 0.11 && known.revokedEdge !== undefined)
      return this.#edge(known.holder, known.revokedEdge, 401);
    if (dice < 0.15 && this.forge) return this.#show(this.forge(), 401, 'a token of a revoked key');
    const token = this.#pool.any(this.#stage.now(), MARGIN);
    if (!token) return this.#grant(known);
    const age = 3600 - (token.expiresAt - this.#stage.now()) / 1000;
    this.counts.oldestToken = Math.max(this.counts.oldestToken, Math.round(age));
    return this.#show(token.text, 200, `a token of ${token.kid}, ${Math.round(age)} s old`, token.expiresAt);
  }

  async #show(
    token: string,
    wanted: 200 | 401,
    what: string,
    until = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    await this.#ask('/auth/whoami', { headers: { authorization: `Bearer ${token}` } }, wanted, what, until);
  }

  async #grant({ holder, clientSecret }: Knowledge): Promise<void> {
    const text = await this.#ask(
      '/oauth/token',
      grantRequest(holder, clientSecret),
      200,
      `the secret of ${holder.clientId}`,
    );
    if (text === undefined) return;
    this.#pool.add(heldToken((JSON.parse(text) as { access_token: string }).access_token));
  }

  async #secret(holder: Holder, secret: string, wanted: 200 | 401): Promise<void> {
    await this.#ask(
      '/oauth/token',
      grantRequest(holder, secret),
      wanted,
      `the revoked secret of ${holder.clientId}`,
    );
  }

  async #edge({ tenant }: Holder, secret: string, wanted: 200 | 401): Promise<void> {
    const timestamp = String(Math.floor(this.#stage.now() / 1000));
    const nonce = randomBytes(12).toString('hex');
    const text = ['POST', '/auth/edge/token', tenant, timestamp, nonce].join('\n');
    const headers = {
      'content-type': 'application/json',
      'X-Tenant-ID': tenant,
      'X-Timestamp': timestamp,
      'X-Nonce': nonce,
      'X-Signature': createHmac('sha256', secret).update(text).digest('hex'),
    };
    const init = { method: 'POST', headers, body: '{"pnr":"ARC123"}' };
    await this.#ask(
      '/auth/edge/token',
      init,
      wanted,
      `a signature of ${tenant}`,
      (Number(timestamp) + EDGE_WINDOW) * 1000,
    );
  }

  /** Sends it and judges the answer; what was good until a moment before the answer came may be refused. The text of a good one. */
  async #ask(
    path: string,
    init: RequestInit,
    wanted: 200 | 401,
    what: string,
    until = Number.POSITIVE_INFINITY,
  ): Promise<string | undefined> {
    const { counts } = this;
    counts.sent += 1;
    try {
      const answer = await fetch(this.#stage.apiUrl + path, { ...init, signal: AbortSignal.timeout(30_000) });
      const text = await answer.text();
      if (answer.status === 429 || answer.status >= 500)
        this.#note('failed', `${path}: ${answer.status} ${text.slice(0, 120)}`);
      else if (wanted === 200 && answer.status !== 200 && this.#stage.now() > until) counts.overtaken += 1;
      else if (wanted === 200 && answer.status !== 200)
        this.#note('refusedGood', `${what}: ${answer.status}`);
      else if (wanted === 401 && answer.status === 200) this.#note('acceptedRevoked', what);
      return answer.status === 200 && wanted === 200 ? text : undefined;
    } catch (error) {
      this.#note('failed', `${path}: ${String((error as Error).cause ?? (error as Error).message)}`);
      return undefined;
    }
  }

  #note(which: 'refusedGood' | 'acceptedRevoked' | 'failed', example: string): void {
    this.counts[which] += 1;
    if (this.counts.examples.filter((one) => one.startsWith(which)).length < KEPT_EXAMPLES)
      this.counts.examples.push(`${which}: ${example}`);
  }
}
