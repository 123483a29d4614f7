import { Document, isNumber, type Value } from '../bson/index.js';
import { compare } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { compileSort } from '../sort/index.js';
import { truthy } from './logic.js';
import { derived, type Environment, type Node } from './node.js';
import { wholeInt32 } from './numbers.js';
import { namedArguments, nullish, type Operator, type Operators, typeName } from './operator.js';
import { checkVariableName } from './variable-name.js';

type V = Value | undefined;

/** The name in `as`; `this` when it is left out. */
function variableName(given: ReadonlyMap<string, Value>): string {
  const as = given.get('as');
  if (as === undefined) return 'this';
  if (typeof as !== 'string') throw mongoError('FailedToParse', `'as' must be a string, not ${typeName(as)}`);
  checkVariableName(as, 'bind');
  return as;
}

const filter: Operator = (argument, environment) => {
  const given = namedArguments(argument, '$filter', {
    notObject: 28646,
    unknown: 28647,
    fields: { input: 28648, as: 0, cond: 28650, limit: 0 },
  });
  const input = environment.compile(given.get('input') as Value);
  const inner = environment.bind([variableName(given)]);
  const [slot] = inner.slots as [number];
  const cond = inner.environment.compile(given.get('cond') as Value);
  const limit = given.has('limit') ? environment.compile(given.get('limit') as Value) : undefined;
  const evaluate = (scope: Parameters<Node['evaluate']>[0]): V => {
    const list = input.evaluate(scope);
    if (nullish(list)) return null;
    if (!Array.isArray(list))
      throw mongoError(28651, `input to $filter must be an array not ${typeName(list)}`);
    const most = limit === undefined ? Number.POSITIVE_INFINITY : filterLimit(limit.evaluate(scope));
    const kept: Value[] = [];
    for (const item of list) {
      if (kept.length >= most) break;
      environment.runtime.step?.();
      scope.slots[slot] = item;
      if (truthy(cond.evaluate(scope))) kept.push(item);
    }
    return kept;
  };
  return { evaluate, constant: false };
};

function filterLimit(value: V): number {
  if (nullish(value)) return Number.POSITIVE_INFINITY;
  const limit = wholeInt32(value);
  if (limit === undefined) {
    throw mongoError(
      327391,
      `$filter: limit must be represented as a 32-bit integral value: ${typeName(value)}`,
    );
  }
  if (limit < 1) throw mongoError(327392, `$filter: limit must be greater than 0: ${limit}`);
  return limit;
}

const map: Operator = (argument, environment) => {
  const given = namedArguments(argument, '$map', {
    notObject: 16878,
    unknown: 16879,
    fields: { input: 16880, as: 0, in: 16882 },
  });
  const input = environment.compile(given.get('input') as Value);
  const inner = environment.bind([variableName(given)]);
  const [slot] = inner.slots as [number];
  const each = inner.environment.compile(given.get('in') as Value);
  return {
    constant: false,
    evaluate: (scope) => {
      const list = input.evaluate(scope);
      if (nullish(list)) return null;
      if (!Array.isArray(list))
        throw mongoError(16883, `input to $map must be an array not ${typeName(list)}`);
      return list.map((item) => {
        environment.runtime.step?.();
        scope.slots[slot] = item;
        return each.evaluate(scope) ?? null;
      });
    },
  };
};

const reduce: Operator = (argument, environment) => {
  const given = namedArguments(argument, '$reduce', {
    notObject: 40075,
    unknown: 40076,
    fields: { input: 40077, initialValue: 40078, in: 40079 },
  });
  const input = environment.compile(given.get('input') as Value);
  const initial = environment.compile(given.get('initialValue') as Value);
  const inner = environment.bind(['this', 'value']);
  const [thisSlot, valueSlot] = inner.slots as [number, number];
  const step = inner.environment.compile(given.get('in') as Value);
  return {
    constant: false,
    evaluate: (scope) => {
      const list = input.evaluate(scope);
      if (nullish(list)) return null;
      if (!Array.isArray(list))
        throw mongoError(40080, `$reduce requires that 'input' be an array, found: ${typeName(list)}`);
      let value = initial.evaluate(scope);
      for (const item of list) {
        environment.runtime.step?.();
        scope.slots[thisSlot] = item;
        scope.slots[valueSlot] = value;
        value = step.evaluate(scope);
      }
      return value;
    },
  };
};

const letOperator: Operator = (argument, environment) => {
  const given = namedArguments(argument, '$let', {
    notObject: 16874,
    unknown: 16875,
    fields: { vars: 16876, in: 16877 },
  });
  const vars = given.get('vars');
  if (!(vars instanceof Document)) {
    throw mongoError(10065, `invalid parameter: expected an object (vars)`);
  }
  for (const name of vars.keys()) checkVariableName(name, 'bind');
  const values = [...vars].map(([, value]) => environment.compile(value));
  const inner = environment.bind(vars.keys());
  const body = inner.environment.compile(given.get('in') as Value);
  return {
    constant: false,
    evaluate: (scope) => {
      const now = values.map((value) => value.evaluate(scope));
      for (const [at, slot] of inner.slots.entries()) scope.slots[slot] = now[at];
      return body.evaluate(scope);
    },
  };
};

const sortArray: Operator = (argument, environment) => {
  const given = namedArguments(argument, '$sortArray', {
    notObject: 2942500,
    unknown: 2942501,
    fields: { input: 2942502, sortBy: 2942503 },
  });
  const input = environment.compile(given.get('input') as Value);
  const order = arrayOrder(given.get('sortBy') as Value, environment);
  return derived([input], (scope) => {
    const list = input.evaluate(scope);
    if (nullish(list)) return null;
    if (!Array.isArray(list)) {
      throw mongoError(
        2942504,
        `The input argument to $sortArray must be an array, but was of type: ${typeName(list)}`,
      );
    }
    return [...list].sort(order);
  });
};

function arrayOrder(by: Value, environment: Environment): (a: Value, b: Value) => number {
  const collation = environment.runtime.collation;
  if (isNumber(by)) {
    const direction = wholeInt32(by);
    if (direction !== 1 && direction !== -1)
      throw mongoError(2942506, 'Invalid sort specification for $sortArray');
    return (a, b) => direction * compare(a, b, collation?.compare);
  }
  if (!(by instanceof Document))
    throw mongoError(2942507, '$sortArray requires sortBy to be a document or a number');
  if (by.size === 0) throw mongoError(2942505, 'Invalid sort specification for $sortArray');
  for (const direction of by.values) {
    const isDirection = isNumber(direction) && Math.abs(wholeInt32(direction) ?? 0) === 1;
    if (!isDirection && !(direction instanceof Document))
      throw mongoError(2942505, 'Invalid sort specification for $sortArray');
  }
  const sorter = compileSort(by, { collation });
  const none = new Document();
  const keyOf = (value: Value) => sorter.keyOf(value instanceof Document ? value : none);
  return (a, b) => sorter.compareKeys(keyOf(a), keyOf(b));
}

const ZIP_FIELDS = { inputs: 34465, useLongestLength: 0, defaults: 0 };

const zip: Operator = (argument, environment) => {
  const given = namedArguments(argument, '$zip', { notObject: 34460, unknown: 34464, fields: ZIP_FIELDS });
  const inputs = given.get('inputs') as Value;
  if (!Array.isArray(inputs))
    throw mongoError(34461, `inputs must be an array of expressions, found ${typeName(inputs)}`);
  const longest = given.get('useLongestLength');
  if (longest !== undefined && typeof longest !== 'boolean') {
    throw mongoError(34463, `useLongestLength must be a bool, found ${typeName(longest)}`);
  }
  const defaults = given.get('defaults');
  if (defaults !== undefined && !Array.isArray(defaults)) {
    throw mongoError(34462, `defaults must be an array of expressions, found ${typeName(defaults)}`);
  }
  checkZip(inputs, longest === true, defaults);
  const lists = inputs.map((item) => environment.compile(item));
  const fill = (defaults ?? []).map((item) => environment.compile(item));
  return derived([...lists, ...fill], (scope) =>
    zipped(
      lists.map((list) => list.evaluate(scope)),
      longest === true,
      fill.map((item) => item.evaluate(scope) ?? null),
    ),
  );
};

function checkZip(inputs: Value[], longest: boolean, defaults: Value[] | undefined): void {
  if (inputs.length === 0) throw mongoError(34465, '$zip requires at least one input array');
  if (defaults === undefined) return;
  if (!longest) throw mongoError(34466, 'cannot specify defaults unless useLongestLength is true');
  if (defaults.length !== inputs.length)
    throw mongoError(34467, 'defaults and inputs must have the same length');
}

function zipped(lists: V[], longest: boolean, fill: Value[]): V {
  for (const list of lists) {
    if (nullish(list)) return null;
    if (!Array.isArray(list))
      throw mongoError(34468, `$zip found a non-array expression in input: ${typeName(list)}`);
  }
  const arrays = lists as Value[][];
  const lengths = arrays.map((list) => list.length);
  const length = longest ? Math.max(...lengths) : Math.min(...lengths);
  return Array.from({ length }, (_, at) => arrays.map((list, of) => list[at] ?? fill[of] ?? null));
}

export const iterationOperators: Operators = {
  $filter: filter,
  $let: letOperator,
  $map: map,
  $reduce: reduce,
  $sortArray: sortArray,
  $zip: zip,
};
