import type { Node, Pattern } from './ast.js';

/** How JavaScript's backtracking matcher can grow with the text: as length^degree, or beyond any power. */
export function backtrackingDegree({ root }: Pattern): number {
  return degree(root, false) + (isAnchored(root) ? 0 : 1);
}

/** Unbounded repeats of one character each add a degree; nested ones, or a choice inside one, can explode. */
function degree(node: Node, repeated: boolean): number {
  switch (node.kind) {
    case 'repeat': {
      const isLoop = node.max > 16;
      if (isLoop && repeated) return Number.POSITIVE_INFINITY;
      return (
        degree(node.node, repeated || isLoop) + (isLoop ? 1 : 0) + (repeated && node.min !== node.max ? 1 : 0)
      );
    }
    case 'choice':
      if (repeated) return Number.POSITIVE_INFINITY;
      return Math.max(...node.items.map((item) => degree(item, repeated)));
    case 'sequence':
      return node.items.reduce((sum, item) => sum + degree(item, repeated), 0);
    case 'group':
    case 'atomic':
    case 'look':
      return degree(node.node, repeated);
    default:
      return 0;
  }
}

function isAnchored(node: Node): boolean {
  if (node.kind === 'assert') return node.what === 'start';
  if (node.kind === 'sequence') return node.items[0] !== undefined && isAnchored(node.items[0]);
  return node.kind === 'group' && isAnchored(node.node);
}
