import type { Node } from './ast.js';
import type { Reader } from './reader.js';

/** PCRE looks behind by a fixed number of characters in each alternative. */
export function checkLookBehind(node: Node, reader: Reader): void {
  const alternatives = node.kind === 'choice' ? node.items : [node];
  if (alternatives.some((item) => fixedLength(item) === undefined)) {
    reader.fail('lookbehind assertion is not fixed length');
  }
}

/** How many characters a node matches, when that is always the same number. */
export function fixedLength(node: Node): number | undefined {
  switch (node.kind) {
    case 'char':
    case 'set':
      return 1;
    case 'sequence':
      return node.items.reduce<number | undefined>((sum, item) => plus(sum, fixedLength(item)), 0);
    case 'choice': {
      const lengths = new Set(node.items.map(fixedLength));
      return lengths.size === 1 ? [...lengths][0] : undefined;
    }
    case 'repeat': {
      const length = fixedLength(node.node);
      return node.min === node.max && length !== undefined ? length * node.min : undefined;
    }
    case 'group':
    case 'atomic':
      return fixedLength(node.node);
    case 'backreference':
    case 'call':
    case 'conditional':
      return undefined;
    default:
      return 0;
  }
}

function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
