import { BsonDate, type Document, type Value } from '../../bson/index.js';
import type { Collation } from '../../collation/index.js';
import { mongoError } from '../../error/index.js';
import { newEnvironment, type Runtime } from '../../expression/index.js';
import { checkVariableName } from '../../expression/variable-name.js';
import type { CommandContext } from '../context.js';

/** What the expressions of one command have in common. */
export interface Variables {
  /** The moment, the variables of `let`, and how strings compare. */
  runtime(collation: Collation | undefined): Runtime;
}

/** The variables of a command that has no `let` and no moments: count, distinct and the lists of names. */
export function timelessVariables(context: CommandContext): Variables {
  const base: Runtime = { ...baseRuntime(context), timeless: true };
  return { runtime: (collation) => (collation === undefined ? base : { ...base, collation }) };
}

/** The variables of a command; `source` is its `let`. Errors: 16866 … for names, 31474 for values that read a document. */
export function commandVariables(context: CommandContext, source?: Document): Variables {
  let made: Runtime | undefined;
  const runtime = (collation: Collation | undefined): Runtime => {
    made ??= baseRuntime(context);
    return collation === undefined && constants === undefined ? made : { ...made, collation, constants };
  };
  let constants: ReadonlyMap<string, Value | undefined> | undefined;
  if (source !== undefined && source.size > 0) constants = evaluateAll(source, runtime(undefined));
  return { runtime };
}

/** The same variables and further ones (constants of an update, `$$new` of `$merge`). */
export function withConstants(variables: Variables, more: Document): Variables {
  const constants = evaluateAll(more, variables.runtime(undefined));
  return {
    runtime(collation) {
      const runtime = variables.runtime(collation);
      return { ...runtime, constants: new Map([...(runtime.constants ?? []), ...constants]) };
    },
  };
}

function baseRuntime({ server, budget }: CommandContext): Runtime {
  return {
    now: new BsonDate(server.clock.now()),
    clusterTime: server.storage.opClock.latest,
    step: () => budget.step(),
    random: () => server.ids.bytes(6).readUIntBE(0, 6) / 2 ** 48,
  };
}

function evaluateAll(source: Document, runtime: Runtime): Map<string, Value | undefined> {
  const environment = newEnvironment(runtime);
  const values = new Map<string, Value | undefined>();
  for (const [name, expression] of source) {
    checkVariableName(name, 'bind');
    const node = environment.compile(expression);
    const scope = environment.newScope();
    scope.root = undefined;
    if (readsDocument(expression)) {
      throw mongoError(
        31474,
        'Command let Expression tried to access a field, but this is not allowed because command let expressions run before the query examines any documents.',
      );
    }
    values.set(name, node.evaluate(scope));
  }
  return values;
}

/** True when an expression has a path of a document in it (`$a`, `$$ROOT`). */
function readsDocument(expression: Value): boolean {
  if (typeof expression === 'string') return /^\$(?!\$)|^\$\$(ROOT|CURRENT)\b/.test(expression);
  if (Array.isArray(expression)) return expression.some(readsDocument);
  if (expression === null || typeof expression !== 'object' || !('shape' in expression)) return false;
  return [...expression].some(([name, value]) => name !== '$literal' && readsDocument(value));
}
