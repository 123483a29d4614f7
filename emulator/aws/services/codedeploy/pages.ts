import type { Input } from '../../protocol/input.js';
import { refuse } from './faults.js';

const MOST = 100;

/** One page of a list, and the mark of the next. Throws `InvalidNextTokenException`. */
export function pageOf<T>(input: Input, all: readonly T[]): { items: T[]; nextToken?: string } {
  const token = input.optionalText('nextToken');
  const from = token === undefined ? 0 : Number(Buffer.from(token, 'base64').toString());
  if (!Number.isInteger(from) || from < 0) throw refuse('InvalidNextToken', 'The next token is not valid.');
  const items = all.slice(from, from + MOST);
  const next = from + MOST;
  return { items, ...(next < all.length && { nextToken: Buffer.from(String(next)).toString('base64') }) };
}
