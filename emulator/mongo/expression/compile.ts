import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { derived, Environment, literal, type Node, type Runtime } from './node.js';
import { findOperator } from './operators.js';
import { checkName, parsePath, pathReader } from './path.js';
import { checkSize } from './string-size.js';
import { checkVariableName } from './variable-name.js';

/** The environment of a command's outermost expressions. */
export function newEnvironment(runtime: Runtime): Environment {
  return new Environment(runtime, compile);
}

/** Compiles any expression: a path, a variable, an operator, an object or array of expressions, or a literal. */
export function compile(spec: Value, environment: Environment): Node {
  if (typeof spec === 'string')
    return spec.startsWith('$') ? compilePath(spec, environment) : literal(checkSize(spec));
  if (Array.isArray(spec)) return compileArray(spec, environment);
  if (spec instanceof Document) return compileDocument(spec, environment);
  return literal(spec);
}

function compileArray(items: readonly Value[], environment: Environment): Node {
  const nodes = items.map((item) => compile(item, environment));
  return derived(nodes, (scope) => nodes.map((node) => node.evaluate(scope) ?? null));
}

function compileDocument(spec: Document, environment: Environment): Node {
  const first = spec.keys()[0];
  if (first?.startsWith('$')) return compileOperator(spec, first, environment);
  const fields = [...spec].map(([name, value]) => {
    checkName(name);
    if (name.includes('.')) {
      throw mongoError(
        16412,
        `FieldPath field names may not contain '.'. Consider using $getField or $setField. Found: '${name}'`,
      );
    }
    return [name, compile(value, environment)] as const;
  });
  return derived(
    fields.map(([, node]) => node),
    (scope) => {
      const made = new Document();
      for (const [name, node] of fields) {
        const value = node.evaluate(scope);
        if (value !== undefined) made.set(name, value);
      }
      return made;
    },
  );
}

function compileOperator(spec: Document, name: string, environment: Environment): Node {
  if (spec.size !== 1) {
    throw mongoError(
      15983,
      `an object representing an expression must have exactly one field, found ${spec.size} of them beginning with ${name}`,
    );
  }
  const operator = findOperator(name);
  if (operator === undefined) throw mongoError(168, `Unrecognized expression '${name}'`);
  return operator(spec.values[0] as Value, environment, name);
}

function compilePath(text: string, environment: Environment): Node {
  if (text.length === 1) throw mongoError(16872, "'$' by itself is not a valid FieldPath");
  if (text.includes('\0'))
    throw mongoError(16411, 'FieldPath field names may not contain embedded null characters');
  if (text.startsWith('$$')) return compileVariable(text.slice(2), environment);
  const read = pathReader(parsePath(text.slice(1)));
  const current = environment.slotOf('CURRENT');
  if (current === undefined) return { evaluate: (scope) => read(scope.root), constant: false };
  return { evaluate: (scope) => read(scope.slots[current]), constant: false };
}

function compileVariable(text: string, environment: Environment): Node {
  const dot = text.indexOf('.');
  const name = dot < 0 ? text : text.slice(0, dot);
  checkVariableName(name, 'read');
  const variable = variableNode(name, environment);
  if (dot < 0) return variable;
  const read = pathReader(parsePath(text.slice(dot + 1)));
  return derived([variable], (scope) => read(variable.evaluate(scope)));
}

/** A moment is no constant of the text, though it stays the same during a command. */
function momentNode(name: 'NOW' | 'CLUSTER_TIME', runtime: Runtime): Node {
  const unavailable = runtime.timeless === true ? 51144 : 10071200;
  if (runtime.timeless === true || (name === 'CLUSTER_TIME' && runtime.clusterTime === undefined))
    throw mongoError(unavailable, `Builtin variable '$$${name}' is not available`);
  return { evaluate: () => (name === 'NOW' ? runtime.now : runtime.clusterTime), constant: false };
}

function variableNode(name: string, environment: Environment): Node {
  const slot = environment.slotOf(name);
  if (slot !== undefined) return { evaluate: (scope) => scope.slots[slot], constant: false };
  const { constants } = environment.runtime;
  if (constants?.has(name)) return literal(constants.get(name));
  if (name === 'ROOT' || name === 'CURRENT') return { evaluate: (scope) => scope.root, constant: false };
  if (name === 'REMOVE') return literal(undefined);
  if (name === 'NOW' || name === 'CLUSTER_TIME') return momentNode(name, environment.runtime);
  if (name === 'USER_ROLES') return literal([]);
  if (name === 'SEARCH_META') return literal(undefined);
  throw mongoError(17276, `Use of undefined variable: ${name}`);
}
