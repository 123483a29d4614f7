import type { Document, Timestamp, Value } from '../bson/index.js';

/** What an update may ask while it runs on one document. */
export interface UpdateContext {
  /** Emulator time in epoch milliseconds, for `$currentDate`. */
  now(): number;
  /** The next timestamp of the cluster, for `$currentDate` and empty timestamps. */
  timestamp(): Timestamp;
  /** The array position that the filter matched, for `$`. */
  position?: number | undefined;
  /** True when the document is being inserted by an upsert. */
  inserting?: boolean;
}

/** State of one run: the context, the document as it was and the names walked so far (for error texts). */
export class Run {
  readonly context: UpdateContext;
  readonly document: Document;
  readonly path: string[] = [];

  constructor(context: UpdateContext, document: Document) {
    this.context = context;
    this.document = document;
  }

  /** The path walked so far, dotted. */
  get at(): string {
    return this.path.join('.');
  }

  get id(): Value | undefined {
    return this.document.get('_id');
  }
}

/**
 * What happens to one value. Takes the present value (`undefined` when missing) and returns the new one: the same
 * object when nothing changes, `undefined` to take the field out. Never changes a value in place.
 */
export type Modify = (current: Value | undefined, run: Run) => Value | undefined;
