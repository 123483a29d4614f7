import { Document, type Value } from '../../bson/index.js';

const INDEX = /^(0|[1-9]\d*)$/;

/**
 * Gives every value that a dotted path leads to, as `distinct` sees them: arrays on the way are entered (by position
 * where the name is a number), an array at the end gives its elements, one level deep.
 */
export function eachPathValue(
  document: Document,
  names: readonly string[],
  give: (value: Value) => void,
): void {
  walk(document, names, 0, give);
}

function walk(
  value: Value | undefined,
  names: readonly string[],
  at: number,
  give: (value: Value) => void,
): void {
  if (value === undefined) return;
  if (at === names.length) {
    if (Array.isArray(value)) value.forEach(give);
    else give(value);
    return;
  }
  const name = names[at] as string;
  if (value instanceof Document) {
    walk(value.get(name), names, at + 1, give);
    return;
  }
  if (!Array.isArray(value)) return;
  if (INDEX.test(name)) walk(value[Number(name)], names, at + 1, give);
  for (const element of value) if (element instanceof Document) walk(element, names, at, give);
}
