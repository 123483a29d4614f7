import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';

/** A page of a list with `MaxResults` and `NextToken`. */
export function pageOf<T>(
  input: Input,
  all: readonly T[],
  largest = 100,
): { items: T[]; next: { NextToken?: string } } {
  const size = input.optionalInteger('MaxResults', { min: 1, max: largest }) ?? largest;
  const start = decodeToken(input.optionalText('NextToken'));
  const next = start + size < all.length ? { NextToken: encodeToken(start + size) } : {};
  return { items: all.slice(start, start + size), next };
}

function encodeToken(index: number): string {
  return Buffer.from(`secrets:${index}`).toString('base64');
}

function decodeToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const match = /^secrets:(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8'));
  if (!match) throw new AwsError('InvalidNextTokenException', 'The NextToken value is invalid.');
  return Number(match[1]);
}
