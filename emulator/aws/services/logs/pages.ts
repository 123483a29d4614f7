import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';

/** A page of a list by `limit` and `nextToken`. */
export function pageOf<T>(
  input: Input,
  all: readonly T[],
  size: number,
): { items: T[]; next: { nextToken?: string } } {
  const token = input.optionalText('nextToken');
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Number.isInteger(start) || start < 0)
    throw new AwsError('InvalidParameterException', 'The specified nextToken is invalid.');
  const end = start + (input.optionalInteger('limit', { min: 1, max: 10_000 }) ?? size);
  return {
    items: all.slice(start, end),
    next: end < all.length ? { nextToken: Buffer.from(String(end)).toString('base64url') } : {},
  };
}
