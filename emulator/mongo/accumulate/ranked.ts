import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { literal, type Node } from '../expression/node.js';
import { typeName } from '../expression/operator.js';
import { compileSort } from '../sort/index.js';
import type { CompileAccumulator, State } from './accumulator.js';
import { Best } from './best.js';
import { groupCount } from './several.js';

const RANKED_FIELDS = ['n', 'sortBy', 'output'];

/** `$top`, `$topN`, `$bottom`, `$bottomN`: the outputs of the documents that a sort puts first or last. */
export function ranked(sign: 1 | -1, many: boolean): CompileAccumulator {
  return (argument, environment, name) => {
    const spec = rankedArguments(argument, name, many);
    const sorter = compileSort(spec.get('sortBy') as Document, { collation: environment.runtime.collation });
    const output = environment.compile(spec.get('output') as Value);
    const n = many ? environment.compile(spec.get('n') as Value) : literal(1);
    if (n.constant) groupCount(n.evaluate(environment.newScope()));
    const input: Node = {
      constant: false,
      evaluate: (scope) => [sorter.keyOf(scope.root as Document), output.evaluate(scope) ?? null],
    };
    const order = (a: Value[], b: Value[]) => sign * sorter.compareKeys(a[0] as Value[], b[0] as Value[]);
    return { input, create: (scope) => rankedState(groupCount(n.evaluate(scope)), order, sign, many) };
  };
}

function rankedArguments(argument: Value, name: string, many: boolean): Document {
  if (!(argument instanceof Document))
    throw mongoError(5788001, `specification must be an object; found ${name}: ${typeName(argument)}`);
  for (const field of argument.keys()) {
    if (!RANKED_FIELDS.includes(field) || (field === 'n' && !many))
      throw mongoError(5788002, `Unknown argument to ${name} '${field}'`);
  }
  if (many && !argument.has('n')) throw mongoError(5788003, "Missing value for 'n'");
  if (!argument.has('output')) throw mongoError(5788004, "Missing value for 'output'");
  if (!argument.has('sortBy')) throw mongoError(5788005, "Missing value for 'sortBy'");
  if (!(argument.get('sortBy') instanceof Document))
    throw mongoError(5788604, "expected 'sortBy' to be an object");
  return argument;
}

function rankedState(
  n: number,
  order: (a: Value[], b: Value[]) => number,
  sign: 1 | -1,
  many: boolean,
): State {
  const best = new Best<Value[]>(n, order);
  const outputs = () => best.items().map((item) => item[1] as Value);
  return {
    add: (value) => best.add(value as Value[]),
    result: () => (many ? (sign === 1 ? outputs() : outputs().reverse()) : outputs()[0]),
  };
}
