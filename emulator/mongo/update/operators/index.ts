import type { Value } from '../../bson/index.js';
import type { Collation } from '../../collation/index.js';
import type { Modify } from '../context.js';
import { addToSet, pop, pull, pullAll } from './arrays.js';
import { bit, currentDate, inc, max, min, mul, set, setOnInsert, unset } from './fields.js';
import { push } from './push.js';

export interface LeafOptions {
  collation?: Collation | undefined;
}

/** Compiles the argument of an operator at a path; checks it and throws what mongod throws. */
type Operator = (value: Value, path: string, options: LeafOptions) => Modify;

interface OperatorEntry {
  compile: Operator;
  /** Whether it makes a path that is not there. */
  creates: boolean;
}

/** Every update operator but `$rename`, which has two paths. */
export const OPERATORS: ReadonlyMap<string, OperatorEntry> = new Map([
  ['$set', { compile: set, creates: true }],
  ['$setOnInsert', { compile: setOnInsert, creates: true }],
  ['$unset', { compile: unset, creates: false }],
  ['$inc', { compile: inc, creates: true }],
  ['$mul', { compile: mul, creates: true }],
  ['$min', { compile: min, creates: true }],
  ['$max', { compile: max, creates: true }],
  ['$currentDate', { compile: currentDate, creates: true }],
  ['$bit', { compile: bit, creates: true }],
  ['$addToSet', { compile: addToSet, creates: true }],
  ['$push', { compile: push, creates: true }],
  ['$pop', { compile: pop, creates: true }],
  ['$pull', { compile: pull, creates: false }],
  ['$pullAll', { compile: pullAll, creates: false }],
]);
