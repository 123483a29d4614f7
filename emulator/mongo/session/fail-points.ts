import { type Document, isDocument, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';

export type FailPointMode = { kind: 'alwaysOn' | 'off' } | { kind: 'times' | 'skip'; left: number };

interface FailPoint {
  mode: FailPointMode;
  data: Document | undefined;
}

/** Names that mean something here. mongod refuses unknown ones with FailPointSetFailed (234). */
const KNOWN = new Set(['failCommand', 'failGetMoreAfterCursorCheckout', 'onPrimaryTransactionalWrite']);

/**
 * Failures that a test asks for (`configureFailPoint`, as a mongod with `enableTestCommands` has them): the published
 * driver tests need them, and an application's tests may.
 */
export class FailPoints {
  readonly #points = new Map<string, FailPoint & { count: number }>();

  /** False while nobody has asked for a failure. */
  get active(): boolean {
    return this.#points.size > 0;
  }

  /** Sets one. Answers how often it was entered before. */
  configure(name: string, mode: Value | undefined, data: Document | undefined): number {
    if (!KNOWN.has(name)) throw mongoError(234, `failpoint with name ${name} not found`);
    const before = this.#points.get(name)?.count ?? 0;
    this.#points.set(name, { mode: readMode(mode), data, count: before });
    return before;
  }

  /** The data of a failpoint that is to fire now; counts down. `matches` decides whether this occasion counts. */
  enter(
    name: string,
    matches: (data: Document | undefined) => boolean = () => true,
  ): { data?: Document } | undefined {
    const point = this.#points.get(name);
    if (point === undefined || point.mode.kind === 'off' || !matches(point.data)) return undefined;
    if (!countDown(point)) return undefined;
    point.count++;
    return point.data === undefined ? {} : { data: point.data };
  }

  clear(): void {
    this.#points.clear();
  }
}

function countDown(point: FailPoint): boolean {
  const { mode } = point;
  if (mode.kind === 'skip') {
    if (mode.left > 0) {
      mode.left--;
      return false;
    }
    return true;
  }
  if (mode.kind === 'times') {
    mode.left--;
    if (mode.left <= 0) point.mode = { kind: 'off' };
  }
  return true;
}

function readMode(mode: Value | undefined): FailPointMode {
  if (mode === 'off') return { kind: 'off' };
  if (mode === 'alwaysOn') return { kind: 'alwaysOn' };
  if (isDocument(mode)) {
    for (const kind of ['times', 'skip'] as const) {
      const left = mode.get(kind);
      if (typeof left === 'number') return left === 0 && kind === 'times' ? { kind: 'off' } : { kind, left };
    }
  }
  throw mongoError('BadValue', "'mode' must be 'off', 'alwaysOn', {times: n} or {skip: n}");
}
