import type { Input } from '../../protocol/input.js';

/** `Tags`: `Key` and `Value`. */
export function readTags(input: Input): Record<string, string> {
  const pairs = input
    .list('Tags')
    .map((tag) => [tag.text('Key', { min: 1, max: 128 }), tag.text('Value', { max: 256 })]);
  return Object.fromEntries(pairs) as Record<string, string>;
}
