import { Document, isDocument, UNDEFINED, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';

/** One field of a compound key on its way into the document. */
interface Walk {
  /** Names still to go. */
  rest: readonly string[];
  node: Value | undefined;
  /** True when `node` is the final value. */
  done: boolean;
}

const INDEX = /^(0|[1-9]\d*)$/;

/**
 * All the compound keys of a document, one per element of the one array the paths may run through. A missing value is
 * null, an empty array the undefined type. Throws 2 when two different arrays would have to be combined.
 */
export function keyTuples(document: Document, paths: readonly (readonly string[])[]): Value[][] {
  return expand(paths.map((rest) => ({ rest, node: document, done: false })));
}

function expand(walks: readonly Walk[]): Value[][] {
  const ahead = walks.map(advance);
  const array = ahead.find((walk) => !walk.done)?.node as Value[] | undefined;
  if (array === undefined) return [ahead.map((walk) => walk.node ?? null)];
  if (ahead.some((walk) => !walk.done && walk.node !== array)) {
    throw mongoError('BadValue', 'cannot sort with keys that are parallel arrays');
  }
  if (array.length === 0) {
    return [
      ahead.map((walk) => (walk.done ? (walk.node ?? null) : walk.rest.length === 0 ? UNDEFINED : null)),
    ];
  }
  return array.flatMap((item) => expand(ahead.map((walk) => (walk.done ? walk : intoItem(walk, item)))));
}

function intoItem(walk: Walk, item: Value): Walk {
  if (walk.rest.length === 0) return { rest: [], node: item, done: true };
  return isDocument(item) ? { rest: walk.rest, node: item, done: false } : MISSING;
}

const MISSING: Walk = { rest: [], node: null, done: true };

/** Follows the names to the value, or to the first array that has to be spread. */
function advance(walk: Walk): Walk {
  if (walk.done) return walk;
  let { node } = walk;
  for (let at = 0; ; at++) {
    const rest = walk.rest.slice(at);
    if (Array.isArray(node)) {
      const item = INDEX.test(rest[0] ?? '') ? node[Number(rest[0])] : undefined;
      if (item === undefined) return { rest, node, done: false };
      node = item;
    } else if (rest.length === 0) {
      return { rest, node, done: true };
    } else if (node instanceof Document) {
      node = node.get(rest[0] as string);
    } else {
      return MISSING;
    }
  }
}
