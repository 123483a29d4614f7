import type { Reply } from './api-caller.js';
import { type Call, type Exchange, openBody, openHeaders } from './exchange.js';

/** Characters of a body that a report keeps. */
const LONGEST_BODY = 16 * 1024;
/** Exchanges of a case that a report keeps: a generated suite makes thousands. */
const MOST_KEPT = 400;

/** Told of every call: what covers the contract, and what looks for leaked secrets, listen here. */
export type CallListener = (call: Call, reply: Reply) => void;

/** What makes calls: over HTTP, or, in the hook before traffic, by invoking a version of a function. */
export interface Caller {
  /** For reports: what comes before a call's path. */
  readonly api: string;
  /** Makes a call. Never rejects: what went wrong on the way is in `error`, with status 0. */
  call(call: Call): Promise<Reply>;
}

/** Makes the calls of one case and keeps them for its report, secrets hidden. */
export class CallLog {
  readonly exchanges: Exchange[] = [];
  readonly #caller: Caller;
  readonly #begun = performance.now();
  readonly #listeners: readonly CallListener[];
  #count = 0;

  constructor(caller: Caller, listeners: readonly CallListener[] = []) {
    this.#caller = caller;
    this.#listeners = listeners;
  }

  get api(): string {
    return this.#caller.api;
  }

  /** Calls made, kept or not. */
  get count(): number {
    return this.#count;
  }

  /** Makes a call under the name of a step. `index` finds it in `exchanges`, when it was kept. */
  async call(step: string, call: Call): Promise<Reply & { index: number }> {
    const startedAt = performance.now() - this.#begun;
    const reply = await this.#caller.call(call);
    this.#count++;
    for (const listener of this.#listeners) listener(call, reply);
    const { status, headers, body, durationMs, error } = reply;
    const index = this.exchanges.length;
    if (index < MOST_KEPT)
      this.exchanges.push({
        step,
        method: call.method,
        url: this.api + call.path,
        requestHeaders: openHeaders(call.headers),
        ...(call.body !== undefined && { requestBody: short(openBody(call.body)) }),
        status,
        headers: openHeaders(headers),
        body: short(openBody(body)),
        startedAt,
        durationMs,
        ...(error !== undefined && { error }),
      });
    return { ...reply, index };
  }
}

function short(text: string): string {
  return text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}… (${text.length} characters)` : text;
}
