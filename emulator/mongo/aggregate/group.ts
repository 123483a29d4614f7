import { type Accumulator, compileAccumulator, type State } from '../accumulate/accumulators.js';
import { Document, type Value } from '../bson/index.js';
import { keyOf } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import type { Node } from '../expression/index.js';
import { PAUSE } from '../session/budget.js';
import type { Flow, Run, StageCompiler, StageContext } from './stage.js';

interface Group {
  id: Value;
  states: State[];
}

/** Accumulators by output field. */
export type Outputs = readonly (readonly [string, Accumulator])[];

/** Compiles the output fields of `$group` and its relatives. */
export function compileOutputs(spec: Iterable<readonly [string, Value]>, context: StageContext): Outputs {
  return [...spec].map(([field, value]) => {
    if (field.includes('.')) throw mongoError(40235, `The field name '${field}' cannot contain '.'`);
    if (field.startsWith('$')) throw mongoError(40236, `The field name '${field}' cannot be an operator name`);
    return [field, compileAccumulator(field, value, context.environment)] as const;
  });
}

/** Groups a flow by a key expression; groups come out in the order in which they were met. */
export function groupBy(key: Node, outputs: Outputs, context: StageContext): Run {
  return function* group(input: Flow): Flow {
    const scope = context.environment.newScope();
    const stringKey = context.runtime.collation?.stringKey;
    const groups = new Map<string | number, Group>();
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      scope.root = document;
      const id = key.evaluate(scope) ?? null;
      const name = typeof id === 'number' ? id : keyOf(id, stringKey);
      let found = groups.get(name);
      if (found === undefined) {
        scope.root = id instanceof Document ? id : document;
        found = { id, states: outputs.map(([, accumulator]) => accumulator.create(scope)) };
        scope.root = document;
        groups.set(name, found);
      }
      const { states } = found;
      for (let at = 0; at < states.length; at++) {
        (states[at] as State).add((outputs[at] as Outputs[number])[1].input.evaluate(scope));
      }
    }
    for (const { id, states } of groups.values()) yield groupDocument(id, states, outputs);
  };
}

function groupDocument(id: Value, states: readonly State[], outputs: Outputs): Document {
  const made = new Document();
  made.append('_id', id);
  states.forEach((state, at) => {
    made.append((outputs[at] as Outputs[number])[0], state.result() ?? null);
  });
  return made;
}

/** `$group`. */
export const group: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document)) throw mongoError(15947, "a group's fields must be specified in an object");
  const id = argument.get('_id');
  if (id === undefined) throw mongoError(15955, 'a group specification must include an _id');
  const key = context.environment.compile(id);
  const fields = [...argument].filter(([field]) => field !== '_id');
  return groupBy(key, compileOutputs(fields, context), context);
};
