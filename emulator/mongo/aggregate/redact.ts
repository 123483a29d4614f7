import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { PAUSE } from '../session/budget.js';
import type { StageCompiler } from './stage.js';

/** `$redact`: keeps, prunes or goes down into each level of a document. */
export const redact: StageCompiler = (argument, context) => {
  const { environment, slots } = context.environment.bind(['DESCEND', 'PRUNE', 'KEEP', 'CURRENT']);
  const [descend, prune, keep, current] = slots as [number, number, number, number];
  const decide = environment.compile(argument);
  const scope = environment.newScope();
  scope.slots[descend] = 'descend';
  scope.slots[prune] = 'prune';
  scope.slots[keep] = 'keep';
  const visit = (document: Document): Document | undefined => {
    scope.slots[current] = document;
    const decision = decide.evaluate(scope);
    if (decision === 'keep') return document;
    if (decision === 'prune') return undefined;
    if (decision !== 'descend') throw mongoError(17053, '$redact must return $$KEEP, $$PRUNE or $$DESCEND');
    const made = new Document();
    for (const [name, value] of document) {
      const inner = visitValue(value);
      if (inner !== undefined) made.append(name, inner);
    }
    return made;
  };
  const visitValue = (value: Value): Value | undefined => {
    if (value instanceof Document) return visit(value);
    return Array.isArray(value) ? value.map(visitValue).filter((item) => item !== undefined) : value;
  };
  return function* redacted(input) {
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      scope.root = document;
      const made = visit(document);
      if (made !== undefined) yield made;
    }
  };
};
