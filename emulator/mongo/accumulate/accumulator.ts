import type { Value } from '../bson/index.js';
import type { Environment, Node, Scope } from '../expression/node.js';

/** What one group has gathered for one output field. */
export interface State {
  add(value: Value | undefined): void;
  result(): Value | undefined;
}

/** A compiled accumulator: what it takes from each document and how it begins. */
export interface Accumulator {
  /** Value of a document that goes into `add`. */
  readonly input: Node;
  /** `key` is the group's `_id`, for an `n` that depends on it. */
  create(scope: Scope): State;
  /** True when a group keeps what it is given. */
  readonly gathers?: boolean;
}

/** Compiles the argument of an accumulator that has named arguments. */
export type CompileAccumulator = (argument: Value, environment: Environment, name: string) => Accumulator;
