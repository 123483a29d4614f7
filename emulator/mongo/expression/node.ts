import type { BsonDate, Timestamp, Value } from '../bson/index.js';
import type { Collation } from '../collation/index.js';

/** What an expression reads while it runs: the document at hand and the values of bound variables. */
export interface Scope {
  root: Value | undefined;
  readonly slots: (Value | undefined)[];
}

/** A compiled expression; `undefined` is MongoDB's *missing*. */
export type Evaluate = (scope: Scope) => Value | undefined;

/** A compiled expression and whether it is the same for every document. */
export interface Node {
  readonly evaluate: Evaluate;
  readonly constant: boolean;
}

/** What the command gives to all of its expressions. */
export interface Runtime {
  /** `$$NOW`: one moment per command, on the emulator's clock; a validator's moves on. */
  readonly now: BsonDate;
  /** True for a command that gives no moments to its expressions: `$$NOW` is refused there (51144). */
  readonly timeless?: boolean;
  /** `$$CLUSTER_TIME`. */
  readonly clusterTime?: Timestamp | undefined;
  readonly collation?: Collation | undefined;
  /** False for a command that may not go to disk, where mongod refuses to hold much. */
  readonly allowDiskUse?: boolean | undefined;
  /** The command's `let`. */
  readonly constants?: ReadonlyMap<string, Value | undefined> | undefined;
  /** A number in [0, 1), for `$rand` and `$sampleRate`. */
  random(): number;
  /** To be called in loops over items: throws when the command's time is up. */
  step?(): unknown;
  /** Metadata of the document at hand for `$meta`; `undefined` when there is none of that kind. */
  meta?(name: string): Value | undefined;
}

/** Names in force while an expression is compiled. Each bound variable owns a slot of the scope. */
export class Environment {
  readonly runtime: Runtime;
  readonly #compiler: (spec: Value, environment: Environment) => Node;
  readonly #names: ReadonlyMap<string, number>;
  readonly #slots: { count: number };

  /** `compiler` is handed in, since operators, which the compiler knows, compile their operands. */
  constructor(
    runtime: Runtime,
    compiler: (spec: Value, environment: Environment) => Node,
    names: ReadonlyMap<string, number> = new Map(),
    slots = { count: 0 },
  ) {
    this.runtime = runtime;
    this.#compiler = compiler;
    this.#names = names;
    this.#slots = slots;
  }

  compile(spec: Value): Node {
    return this.#compiler(spec, this);
  }

  /** An environment in which these names are bound too, and the slots that carry them. */
  bind(names: readonly string[]): { environment: Environment; slots: number[] } {
    const all = new Map(this.#names);
    const slots = names.map((name) => {
      const slot = this.#slots.count++;
      all.set(name, slot);
      return slot;
    });
    return { environment: new Environment(this.runtime, this.#compiler, all, this.#slots), slots };
  }

  /** The slot of a variable; `undefined` when it is not bound here. */
  slotOf(name: string): number | undefined {
    return this.#names.get(name);
  }

  newScope(): Scope {
    return { root: undefined, slots: new Array(this.#slots.count) };
  }
}

/** A node that always gives `value`. */
export function literal(value: Value | undefined): Node {
  return { evaluate: () => value, constant: true };
}

/** A node made from others: constant when they all are, and then computed once, unless that fails. */
export function derived(parts: readonly Node[], evaluate: Evaluate): Node {
  if (!parts.every((part) => part.constant)) return { evaluate, constant: false };
  let known: { value: Value | undefined } | undefined;
  const once: Evaluate = (scope) => {
    known ??= { value: evaluate(scope) };
    return known.value;
  };
  return { evaluate: once, constant: true };
}
