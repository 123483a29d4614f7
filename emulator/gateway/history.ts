import type { RequestRecord } from '../kernel/events.js';

/** Why a request was answered as it was. */
export interface Explanation {
  record: RequestRecord;
  /** What each handler saw, in order. */
  steps: { handler: string; saw: string }[];
}

interface Entry {
  record: RequestRecord;
  notes: readonly string[];
  extendedRequestId: string;
  /** Of the answer; what it carries as `X-Request-Id` is another id the client may know it by. */
  headers: readonly string[];
}

/** The last requests, for `arcube explain`. */
export class RequestHistory {
  readonly #entries: Entry[] = [];
  readonly #size: number;
  #next = 0;

  constructor(size = 2000) {
    this.#size = size;
  }

  add(
    record: RequestRecord,
    notes: readonly string[],
    extendedRequestId: string,
    headers: readonly string[],
  ): void {
    this.#entries[this.#next] = { record, notes, extendedRequestId, headers };
    this.#next = (this.#next + 1) % this.#size;
  }

  clear(): void {
    this.#entries.length = 0;
    this.#next = 0;
  }

  /** By requestId, or any other id the answer carried; `undefined` when it is forgotten or never was. */
  explain(id: string): Explanation | undefined {
    const entry = this.#entries.find((one) => isKnownBy(one, id));
    if (entry === undefined) return undefined;
    const steps: Explanation['steps'] = [];
    for (let i = 0; i + 1 < entry.notes.length; i += 2)
      steps.push({ handler: entry.notes[i] as string, saw: entry.notes[i + 1] as string });
    const { decidedBy } = entry.record;
    steps.push({ handler: decidedBy.handler, saw: decidedBy.reason });
    return { record: entry.record, steps };
  }
}

function isKnownBy({ record, extendedRequestId, headers }: Entry, id: string): boolean {
  if (record.requestId === id || extendedRequestId === id) return true;
  const at = headers.indexOf(id);
  return at > 0 && headers[at - 1]?.toLowerCase() === 'x-request-id';
}
