import type { Dict } from '../../../../src/core/dict.js';
import { AwsError } from '../../protocol/faults.js';

/** A page of a list by `limit` (25) and `position`. */
export function listOf<T>(query: URLSearchParams, all: readonly T[], show: (one: T) => Dict): Dict {
  const limit = Number(query.get('limit') ?? 25);
  if (!Number.isInteger(limit) || limit < 1)
    throw new AwsError('BadRequestException', 'Invalid limit value specified');
  const start = startOf(query.get('position'));
  const end = start + Math.min(limit, 500);
  const position = end < all.length ? Buffer.from(String(end)).toString('base64url') : undefined;
  return { item: all.slice(start, end).map(show), ...(position !== undefined && { position }) };
}

function startOf(position: string | null): number {
  if (position === null) return 0;
  const start = Number(Buffer.from(position, 'base64url').toString('utf8'));
  if (Number.isInteger(start) && start >= 0) return start;
  throw new AwsError('BadRequestException', 'Invalid position parameter specified');
}
