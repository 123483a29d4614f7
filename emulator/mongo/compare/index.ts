export { compare, equals } from './compare.js';
export { identical } from './identical.js';
export { keyOf, type StringKey, utf8Key } from './key.js';
export { invertKey } from './number-key.js';
export { compareNumbers } from './numbers.js';
export { type Collate, compareStrings } from './strings.js';
export { TypeRank, typeRank } from './type-order.js';
