import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';

/** A page of a list by `NextToken`. */
export function pageOf<T>(
  input: Input,
  all: readonly T[],
  size: number,
): { items: T[]; next: { NextToken?: string } } {
  const token = input.optionalText('NextToken');
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Number.isInteger(start) || start < 0)
    throw new AwsError('InvalidNextToken', 'The NextToken is invalid.');
  const end = start + size;
  const next = end < all.length ? { NextToken: Buffer.from(String(end)).toString('base64url') } : {};
  return { items: all.slice(start, end), next };
}
