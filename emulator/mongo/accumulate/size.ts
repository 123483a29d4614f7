import { Binary, Document, type Value } from '../bson/index.js';

/** About how much memory a value takes, in bytes: what mongod's own estimate gives to within a factor of two. */
export function sizeOf(value: Value): number {
  if (typeof value === 'string') return 32 + value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 32);
  if (value instanceof Document) return value.values.reduce<number>((sum, item) => sum + sizeOf(item), 64);
  if (value instanceof Binary) return 32 + value.bytes.length;
  return 16;
}
