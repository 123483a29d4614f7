import type { Document, Value } from '../bson/index.js';
import { newEnvironment } from './compile.js';
import type { Environment, Runtime } from './node.js';

export { newEnvironment } from './compile.js';
export { Environment, type Node, type Runtime, type Scope } from './node.js';
export { checkName, parsePath, pathReader } from './path.js';

/** Compiles an expression to a function of the document, for those who need no variables of their own. */
export function compileExpression(
  expression: Value,
  runtime: Runtime,
  environment: Environment = newEnvironment(runtime),
): (document: Document) => Value | undefined {
  const { evaluate } = environment.compile(expression);
  const scope = environment.newScope();
  return (document) => {
    scope.root = document;
    return evaluate(scope);
  };
}
