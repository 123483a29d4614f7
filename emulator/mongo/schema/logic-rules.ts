import { Document, type Value } from '../bson/index.js';
import { filledArray, objectArgument } from './arguments.js';
import { type CompiledSchema, type CompileNested, failure, type Rule } from './rule.js';

/** `allOf`, `anyOf`, `oneOf`. */
export function combinedRule(
  keyword: 'allOf' | 'anyOf' | 'oneOf',
  argument: Value,
  compile: CompileNested,
): Rule {
  const schemas = filledArray(keyword, argument).map((schema) => compile(schema, keyword));
  const matching = (value: Value) => schemas.flatMap((schema, at) => (schema.accepts(value) ? [at] : []));
  return {
    accepts(value) {
      if (keyword === 'allOf') return schemas.every((schema) => schema.accepts(value));
      if (keyword === 'anyOf') return schemas.some((schema) => schema.accepts(value));
      return matching(value).length === 1;
    },
    explain(value) {
      const found = matching(value);
      if (keyword === 'oneOf' && found.length > 1) {
        return failure(keyword, undefined, {
          reason: 'more than one subschema matched',
          matchingSchemaIndexes: found,
        });
      }
      return failure(keyword, undefined, { schemasNotSatisfied: unsatisfied(schemas, value) });
    },
  };
}

function unsatisfied(schemas: readonly CompiledSchema[], value: Value): Document[] {
  return schemas.flatMap((schema, index) =>
    schema.accepts(value) ? [] : [Document.of({ index, details: schema.failures(value) })],
  );
}

export function notRule(argument: Value, compile: CompileNested): Rule {
  const schema = compile(objectArgument('not', argument), 'not');
  return {
    accepts: (value) => !schema.accepts(value),
    explain: () => failure('not', undefined, { reason: 'child expression matched' }),
  };
}
