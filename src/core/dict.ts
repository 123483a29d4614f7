/** A JSON object, or what YAML, a form or CBOR hold of one. */
export type Dict = Record<string, unknown>;

/** True for an object that is no list. */
export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
