import type { Dict } from '../../../../src/core/dict.js';
import type { Input } from '../../protocol/input.js';

/** The key that an operation is for. */
export function keyIdOf(input: Input): string {
  return input.text('KeyId', { min: 1, max: 2048 });
}

/** `Tags` of KMS: `TagKey` and `TagValue`. */
export function readTags(input: Input): Record<string, string> {
  const pairs = input
    .list('Tags')
    .map((tag) => [tag.text('TagKey', { min: 1, max: 128 }), tag.text('TagValue', { max: 256 })]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** A page of a list with KMS's `Limit`, `Marker`, `NextMarker` and `Truncated`. */
export function pageOf<T>(
  input: Input,
  all: readonly T[],
  idOf: (one: T) => string,
): { items: readonly T[]; members: Dict } {
  const limit = input.optionalInteger('Limit', { min: 1, max: 1000 }) ?? 100;
  const marker = input.optionalText('Marker', { min: 1, max: 1024 });
  const after = marker === undefined ? undefined : Buffer.from(marker, 'base64url').toString('utf8');
  const at = after === undefined ? 0 : all.findIndex((one) => idOf(one) === after) + 1;
  const items = all.slice(at, at + limit);
  const last = items.at(-1);
  const isLast = at + limit >= all.length || last === undefined;
  const members = isLast
    ? { Truncated: false }
    : { Truncated: true, NextMarker: Buffer.from(idOf(last), 'utf8').toString('base64url') };
  return { items, members };
}
