import type { Dict } from '../../../../src/core/dict.js';
import type { Input } from '../../protocol/input.js';
import { refused } from './faults.js';

/** A page of a list by `NextToken`. */
export function pageOf<T>(input: Input, all: readonly T[], size: number): { items: T[]; next: Dict } {
  const token = input.optionalText('NextToken', { min: 1, max: 1024 });
  const told = token === undefined ? '0' : Buffer.from(token, 'base64url').toString('utf8');
  if (!/^\d+$/.test(told)) throw refused('Invalid NextToken');
  const start = Number(told);
  const end = start + size;
  const next = end < all.length ? { NextToken: Buffer.from(String(end)).toString('base64url') } : {};
  return { items: all.slice(start, end), next };
}

/** The same for events, where newer ones come before what was read: the token is the id of the last one told. */
export function pageAfter<T extends { id: string }>(
  input: Input,
  all: readonly T[],
  size: number,
): { items: T[]; next: Dict } {
  const token = input.optionalText('NextToken', { min: 1, max: 1024 });
  const last = token === undefined ? undefined : Buffer.from(token, 'base64url').toString('utf8');
  const start = last === undefined ? 0 : all.findIndex(({ id }) => id === last) + 1;
  if (last !== undefined && start === 0) throw refused('Invalid NextToken');
  const items = all.slice(start, start + size);
  const end = items.at(-1)?.id;
  const isLast = start + size >= all.length || end === undefined;
  return { items, next: isLast ? {} : { NextToken: Buffer.from(end).toString('base64url') } };
}
