import { type Dict, isDict } from '../dict.js';
import { suggestion } from '../document/nearest.js';
import type { Context } from './context.js';
import type { At } from './report.js';

/** The template's conditions, each worked out once, when first asked for. */
export class Conditions {
  readonly #context: Context;
  readonly #resolve: (value: unknown) => unknown;
  readonly #known = new Map<string, boolean>();
  readonly #open = new Set<string>();

  /** `resolve` replaces the intrinsics inside `Fn::Equals`. */
  constructor(context: Context, resolve: (value: unknown) => unknown) {
    this.#context = context;
    this.#resolve = resolve;
  }

  /** Whether the condition holds. An unknown or cyclic one is reported and false. */
  isTrue(name: string, at: At): boolean {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const { conditions } = this.#context;
    if (!Object.hasOwn(conditions, name)) {
      const remedy = suggestion(name, Object.keys(conditions));
      return this.#fault('UNKNOWN_CONDITION', `There is no condition \`${name}\`.`, remedy, at);
    }
    if (this.#open.has(name))
      return this.#fault(
        'CYCLIC_CONDITION',
        `Condition \`${name}\` refers to itself.`,
        'Break the circle.',
        at,
      );
    this.#open.add(name);
    const value = this.#evaluate(conditions[name], {
      holder: conditions,
      key: name,
      path: `Conditions.${name}`,
    });
    this.#open.delete(name);
    this.#known.set(name, value);
    return value;
  }

  /** Works out every condition, so that faults show in those nobody asks for. */
  checkAll(): void {
    for (const name of Object.keys(this.#context.conditions)) this.isTrue(name, { holder: undefined });
  }

  #evaluate(raw: unknown, at: At): boolean {
    const keys = isDict(raw) ? Object.keys(raw) : [];
    const [fn] = keys;
    if (fn === undefined || keys.length !== 1) return this.#wrong(at);
    const here = { ...at, holder: raw, key: fn };
    const argument = (raw as Dict)[fn];
    if (fn === 'Condition' && typeof argument === 'string') return this.isTrue(argument, here);
    if (!Array.isArray(argument)) return this.#wrong(here);
    return this.#apply(fn, argument, here);
  }

  #apply(fn: string, parts: unknown[], at: At): boolean {
    const counts: Record<string, [number, number]> = {
      'Fn::Equals': [2, 2],
      'Fn::Not': [1, 1],
      'Fn::And': [2, 10],
      'Fn::Or': [2, 10],
    };
    const [low, high] = counts[fn] ?? [1, 0];
    if (parts.length < low || parts.length > high) return this.#wrong(at);
    if (fn === 'Fn::Equals') {
      const [left, right] = parts.map((part) => JSON.stringify(textual(this.#resolve(part))));
      return left === right;
    }
    const truths = parts.map((part) => this.#evaluate(part, at));
    if (fn === 'Fn::Not') return !truths[0];
    return fn === 'Fn::And' ? truths.every(Boolean) : truths.some(Boolean);
  }

  #wrong(at: At): false {
    const remedy =
      'Use Fn::Equals (two values), Fn::Not (one), Fn::And or Fn::Or (two to ten), or Condition.';
    return this.#fault('BAD_CONDITION', 'This is no condition.', remedy, at);
  }

  #fault(code: string, message: string, remedy: string, at: At): false {
    this.#context.report.error({ code, message, remedy }, at);
    return false;
  }
}

/** CloudFormation compares scalars as text: `true` equals `"true"`. */
function textual(value: unknown): unknown {
  return typeof value === 'object' ? value : String(value);
}
