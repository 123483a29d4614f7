/** A JSON object, or what YAML, a form or CBOR hold of one. */
export type Dict = Record<string, unknown>;

/** A member of one's own: a key that people choose, like a resource called `toString`, finds nothing inherited. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** True for an object that is no list. */
export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
