import type { Dict } from '../../../src/core/dict.js';
import { AwsError } from './faults.js';

/** Names a list or a map is written under in the query protocol. */
const LIST = 'member';
const MAP = 'entry';
const DEEPEST = 32;

/**
 * Turns the flat names of the query protocol into what they stand for: `A.B=x` is a structure, `A.member.1=x` a list,
 * `A.entry.1.key=k` with `.value` a map.
 */
export function readForm(form: URLSearchParams): Dict {
  const tree: Dict = Object.create(null) as Dict;
  for (const [name, value] of form) place(tree, name.split('.'), value);
  return settle(tree) as Dict;
}

function place(tree: Dict, path: string[], value: string): void {
  if (path.length > DEEPEST) throw malformed();
  let node = tree;
  for (const part of path.slice(0, -1)) {
    node[part] ??= Object.create(null);
    if (typeof node[part] !== 'object') throw malformed();
    node = node[part] as Dict;
  }
  const last = path.at(-1) as string;
  if (typeof node[last] === 'object') throw malformed();
  node[last] = value;
}

function settle(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only && (only[0] === LIST || only[0] === MAP) && isNumbered(only[1])) {
    const items = Object.entries(only[1])
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, one]) => settle(one));
    return only[0] === LIST
      ? items
      : Object.fromEntries((items as Dict[]).map(({ key, value }) => [key, value]));
  }
  return Object.fromEntries(entries.map(([name, one]) => [name, settle(one)]));
}

function isNumbered(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && Object.keys(value).every((key) => /^\d+$/.test(key));
}

function malformed(): AwsError {
  return new AwsError('MalformedInput', 'Unexpected complex element termination');
}
