import { OPERATORS, type Operator, type Test } from './condition-operators.js';
import { PolicyError } from './error.js';
import type { Lookup } from './pattern.js';

/** The request's condition keys, in lower case, each with its values. */
export type ContextValues = ReadonlyMap<string, readonly string[]>;
/** A compiled condition. */
export type Check = (context: ContextValues, lookup: Lookup) => boolean;

type Quantifier = 'ForAllValues' | 'ForAnyValue' | undefined;

/** Compiles a statement's `Condition` block: every operator and every key must hold. */
export function compileConditions(block: unknown, variables: boolean): Check[] {
  if (block === undefined) return [];
  const checks: Check[] = [];
  for (const [name, keys] of entries(block, 'Condition')) {
    for (const [key, raw] of entries(keys, name))
      checks.push(compileOne(name, key, listOf(raw, name), variables));
  }
  return checks;
}

function entries(value: unknown, name: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PolicyError(`\`${name}\` must be a map`);
  return Object.entries(value);
}

function listOf(raw: unknown, name: string): string[] {
  const list = Array.isArray(raw) ? (raw as unknown[]) : [raw];
  if (list.some((item) => !['string', 'number', 'boolean'].includes(typeof item)))
    throw new PolicyError(`the values of \`${name}\` must be strings`);
  return list.map(String);
}

function compileOne(name: string, key: string, wanted: string[], variables: boolean): Check {
  const match = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name);
  const base = match?.[2] ?? '';
  const lowerKey = key.toLowerCase();
  if (base === 'Null' && !match?.[3]) return compileNull(lowerKey, wanted);
  const operator = Object.hasOwn(OPERATORS, base) ? OPERATORS[base] : undefined;
  if (!match || !operator) throw new PolicyError(`\`${name}\` is no condition operator`);
  const tests = wanted.map((value) => operator.compile(value, variables));
  return compileOperator(operator, tests, lowerKey, match[1] as Quantifier, match[3] !== undefined);
}

function compileOperator(
  operator: Operator,
  tests: Test[],
  key: string,
  quantifier: Quantifier,
  ifExists: boolean,
): Check {
  const fits = (value: string, lookup: Lookup): boolean =>
    tests.some((test) => test(value, lookup)) !== operator.negated;
  return (context, lookup) => {
    const values = context.get(key);
    if (values === undefined || values.length === 0) {
      if (ifExists || quantifier === 'ForAllValues') return true;
      return quantifier === undefined && operator.negated;
    }
    const every = quantifier === 'ForAllValues' || (quantifier === undefined && operator.negated);
    return every ? values.every((value) => fits(value, lookup)) : values.some((value) => fits(value, lookup));
  };
}

function compileNull(key: string, wanted: string[]): Check {
  const truths = wanted.map((value) => value.toLowerCase());
  if (truths.some((truth) => truth !== 'true' && truth !== 'false'))
    throw new PolicyError('`Null` takes true or false');
  return (context) => truths.includes(String((context.get(key)?.length ?? 0) === 0));
}
