import { Document } from '../bson/index.js';
import { numberOf } from '../index/index.js';
import type { JournalSink } from './journal-sink.js';

/** One session's newest transaction number and the results of its statements. */
interface SessionRecord {
  txnNumber: bigint;
  results: Map<number, Document>;
  /** Epoch ms of the last use on the emulator's clock. */
  usedAt: number;
}

/** Results of writes that a client may send again, kept across restarts: (session, txnNumber, statement) → result. */
export class RetryableWrites {
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #journal: JournalSink;
  readonly #now: () => number;

  constructor(journal: JournalSink, now: () => number) {
    this.#journal = journal;
    this.#now = now;
  }

  /** The highest transaction number that a session has written with. */
  latest(session: string): bigint | undefined {
    return this.#sessions.get(session)?.txnNumber;
  }

  /** What a statement answered when it ran; `undefined` when it has not run. */
  find(session: string, txnNumber: bigint, statement: number): Document | undefined {
    const record = this.#sessions.get(session);
    return record?.txnNumber === txnNumber ? record.results.get(statement) : undefined;
  }

  /**
   * Keeps a statement's result. Called in the same turn of the event loop as the write, it becomes durable with it or
   * not at all.
   */
  record(session: string, txnNumber: bigint, statement: number, result: Document): void {
    const usedAt = this.#now();
    this.#keep(session, txnNumber, statement, result, usedAt);
    const note = new Document()
      .set('session', session)
      .set('txnNumber', txnNumber)
      .set('statement', statement)
      .set('result', result)
      .set('usedAt', BigInt(Math.trunc(usedAt)));
    this.#journal.note('retryable', note);
  }

  /** Forgets sessions that were not used since `time` (epoch ms). */
  expire(time: number): void {
    for (const [session, { usedAt }] of this.#sessions) if (usedAt < time) this.#sessions.delete(session);
  }

  /**
   * Drops the documents and ids out of the results, which may be of what has been erased. That a statement has run, and on
   * how many documents, is kept: it must not run twice.
   */
  forgetDocuments(): void {
    for (const { results } of this.#sessions.values())
      for (const [statement, result] of results) results.set(statement, countsOf(result));
  }

  /** Takes up a note that `record` wrote to the journal. */
  restore(note: Document): void {
    this.#keep(
      note.get('session') as string,
      note.get('txnNumber') as bigint,
      numberOf(note.get('statement')),
      note.get('result') as Document,
      numberOf(note.get('usedAt')),
    );
  }

  /** All that is kept, as notes for `restore`. */
  *notes(): Generator<Document> {
    for (const [session, { txnNumber, results, usedAt }] of this.#sessions) {
      for (const [statement, result] of results) {
        yield new Document()
          .set('session', session)
          .set('txnNumber', txnNumber)
          .set('statement', statement)
          .set('result', result)
          .set('usedAt', BigInt(Math.trunc(usedAt)));
      }
    }
  }

  #keep(session: string, txnNumber: bigint, statement: number, result: Document, usedAt: number): void {
    let record = this.#sessions.get(session);
    if (record === undefined || record.txnNumber < txnNumber) {
      record = { txnNumber, results: new Map(), usedAt };
      this.#sessions.set(session, record);
    }
    record.results.set(statement, result);
    record.usedAt = usedAt;
  }
}

function countsOf(result: Document): Document {
  const counts = new Document();
  for (const name of ['n', 'nModified', 'ok']) {
    const count = result.get(name);
    if (count !== undefined) counts.set(name, count);
  }
  const last = result.get('lastErrorObject');
  if (last instanceof Document) counts.set('lastErrorObject', countsOf(last)).set('value', null);
  return counts;
}
