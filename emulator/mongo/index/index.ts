export { BTree } from './btree.js';
export { buildTree } from './build.js';
export { DocumentIndex } from './document-index.js';
export type { CompileFilter, IndexSpec } from './index-spec.js';
export { type Direction, type KeyPart, numberOf } from './key-pattern.js';
export type { KeyTuple } from './key-values.js';
export { rawIdKey } from './raw-id.js';
export { TreeCursor } from './tree-cursor.js';
