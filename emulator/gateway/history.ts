import type { RequestRecord } from '../kernel/events.js';

/** Why a request was answered as it was. */
export interface Explanation {
  record: RequestRecord;
  /** What each handler saw, in order. */
  steps: { handler: string; saw: string }[];
}

/**
 * The last requests, for `arcube explain`. What is kept outlives the collector's young generation, so it is as little as can be:
 * no object for an entry, and of the answer its other ids alone.
 */
export class RequestHistory {
  readonly #records: RequestRecord[] = [];
  readonly #notes: (readonly string[])[] = [];
  /** `x-amz-apigw-id`, and `X-Request-Id` where the answer has one. */
  readonly #extendedIds: string[] = [];
  readonly #otherIds: (string | undefined)[] = [];
  readonly #size: number;
  #next = 0;

  constructor(size = 2000) {
    this.#size = size;
  }

  add(
    record: RequestRecord,
    notes: readonly string[],
    extendedId: string,
    otherId: string | undefined,
  ): void {
    const at = this.#next;
    this.#records[at] = record;
    this.#notes[at] = notes;
    this.#extendedIds[at] = extendedId;
    this.#otherIds[at] = otherId;
    this.#next = (at + 1) % this.#size;
  }

  clear(): void {
    for (const list of [this.#records, this.#notes, this.#extendedIds, this.#otherIds]) list.length = 0;
    this.#next = 0;
  }

  /** By requestId, or any other id the answer carried; `undefined` when it is forgotten or never was. */
  explain(id: string): Explanation | undefined {
    const at = this.#records.findIndex(
      ({ requestId }, i) => requestId === id || this.#extendedIds[i] === id || this.#otherIds[i] === id,
    );
    const record = this.#records[at];
    if (record === undefined) return undefined;
    const notes = this.#notes[at] ?? [];
    const steps: Explanation['steps'] = [];
    for (let i = 0; i + 1 < notes.length; i += 2)
      steps.push({ handler: notes[i] as string, saw: notes[i + 1] as string });
    const { decidedBy } = record;
    steps.push({ handler: decidedBy.handler, saw: decidedBy.reason });
    return { record, steps };
  }
}
