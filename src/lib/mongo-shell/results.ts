import { inspect } from 'node:util';
import { BSON } from 'mongodb';

/** How many documents of a cursor are shown at once, as in mongosh. */
const BATCH = 20;

/** What the shell asks of the driver's cursors. */
export interface ShellCursor {
  next(): Promise<unknown>;
  hasNext(): Promise<boolean>;
  toArray(): Promise<unknown[]>;
}

/** The next documents of a cursor. */
interface Batch {
  documents: unknown[];
  hasMore: boolean;
}

export function isCursor(value: unknown): value is ShellCursor {
  const methods = ['next', 'hasNext', 'toArray'] as const;
  return (
    typeof value === 'object' &&
    value !== null &&
    methods.every((name) => typeof (value as Partial<ShellCursor>)[name] === 'function')
  );
}

export async function batchOf(cursor: ShellCursor): Promise<Batch> {
  const documents: unknown[] = [];
  while (documents.length < BATCH && (await cursor.hasNext())) documents.push(await cursor.next());
  return { documents, hasMore: documents.length === BATCH && (await cursor.hasNext()) };
}

/** A result for people. */
export function resultText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (isBatch(value)) return resultText(value.documents) + (value.hasMore ? '\nType "it" for more' : '');
  return inspect(value, { depth: 6, colors: process.stdout.isTTY, maxArrayLength: null });
}

/** A result for programs: one line of relaxed extended JSON. */
export function resultJson(value: unknown): string {
  return BSON.EJSON.stringify(value === undefined ? null : value, { relaxed: true });
}

function isBatch(value: unknown): value is Batch {
  return typeof value === 'object' && value !== null && 'documents' in value && 'hasMore' in value;
}
