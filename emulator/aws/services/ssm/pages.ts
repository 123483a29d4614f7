import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';

/** A page of a list by `MaxResults` and `NextToken`. */
export function pageOf<T>(
  input: Input,
  all: readonly T[],
  largest: number,
): { items: T[]; next: { NextToken?: string } } {
  const size = input.optionalInteger('MaxResults', { min: 1, max: largest }) ?? largest;
  const token = input.optionalText('NextToken');
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Number.isInteger(start) || start < 0)
    throw new AwsError('InvalidNextToken', 'The specified token is not valid.');
  const end = start + size;
  return {
    items: all.slice(start, end),
    next: end < all.length ? { NextToken: Buffer.from(String(end)).toString('base64url') } : {},
  };
}
