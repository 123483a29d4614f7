import { type Document, isDocument, typeAlias, typeOf, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { MatchOptions } from '../query/index.js';
import { Applier } from './apply.js';
import { checkArrayFilters, compileArrayFilters } from './array-filters.js';
import { Run, type UpdateContext } from './context.js';
import { describeField } from './describe.js';
import { OPERATORS } from './operators/index.js';
import { updatePath } from './path.js';
import { addRename, withoutPath } from './rename.js';
import { addLeaf, objectNode } from './tree.js';

/** Compiles `{$set: {…}, $inc: {…}}`. Errors: 2, 9, 14, 40, 52, 56. */
export function compileModifiers(
  spec: Document,
  arrayFilters: readonly Value[],
  options: MatchOptions,
): { apply: (document: Document, context: UpdateContext) => Document; positional: boolean } {
  const root = objectNode();
  const paths: (readonly string[])[] = [];
  const renamed: (readonly string[])[] = [];
  for (const [operator, fields] of spec) {
    for (const [path, value] of fieldsOf(operator, fields)) {
      if (operator === '$rename') {
        renamed.push(addRename(root, path, value));
      } else {
        const names = updatePath(path);
        addOperator(root, operator, names, value, options);
        paths.push(names);
      }
    }
  }
  const filters = compileArrayFilters(arrayFilters, options);
  checkArrayFilters(filters, paths);
  const applier = new Applier(filters);
  const positional = paths.some((names) => names.includes('$'));
  return {
    positional,
    apply(document, context) {
      const changed = applier.applyDocument(root, document, new Run(context, document));
      return renamed.reduce(withoutPath, changed);
    },
  };
}

function fieldsOf(operator: string, fields: Value): Document {
  if (operator !== '$rename' && !OPERATORS.has(operator)) {
    throw mongoError(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (isDocument(fields)) return fields;
  throw mongoError(
    'FailedToParse',
    `Modifiers operate on fields but we found type ${typeAlias(typeOf(fields))} instead. For example: ` +
      `{$mod: {<field>: ...}} not {${describeField(operator, fields)}}`,
  );
}

function addOperator(
  root: ReturnType<typeof objectNode>,
  operator: string,
  names: readonly string[],
  value: Value,
  options: MatchOptions,
): void {
  const { compile, creates } = OPERATORS.get(operator)!;
  const modify = compile(value, names.join('.'), options);
  addLeaf(root, names, { kind: 'leaf', operator, modify, creates });
}
