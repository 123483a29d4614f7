import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { typeName } from '../expression/operator.js';
import { firstStage, foreignName } from './join-arguments.js';
import { contextOn, type StageCompiler } from './stage.js';

export const unionWith: StageCompiler = (argument, context) => {
  const { collection, pipeline } = unionSpec(argument);
  const inner = contextOn(context, collection);
  const nested = context.compileNested(pipeline, inner, '$unionWith');
  return function* united(input) {
    yield* input;
    yield* nested.open();
  };
};

function unionSpec(argument: Value): { collection: string; pipeline: Value[] } {
  if (typeof argument === 'string') return { collection: foreignName(argument, '$unionWith'), pipeline: [] };
  if (!(argument instanceof Document))
    throw mongoError(
      'FailedToParse',
      `the $unionWith stage specification must be an object or string, but found ${typeName(argument)}`,
    );
  for (const field of argument.keys()) {
    if (field !== 'coll' && field !== 'pipeline')
      throw mongoError(40415, `BSON field '$unionWith.${field}' is an unknown field.`);
  }
  const [coll, pipeline] = [argument.get('coll'), argument.get('pipeline')];
  if (coll !== undefined && typeof coll !== 'string')
    throw mongoError(
      'TypeMismatch',
      `BSON field '$unionWith.coll' is the wrong type '${typeName(coll)}', expected type 'string'`,
    );
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw mongoError(
      'TypeMismatch',
      `BSON field '$unionWith.pipeline' is the wrong type '${typeName(pipeline)}', expected type 'array'`,
    );
  if (coll === undefined && firstStage(pipeline) !== '$documents')
    throw mongoError(
      'FailedToParse',
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    );
  return {
    collection: typeof coll === 'string' ? foreignName(coll, '$unionWith') : '',
    pipeline: (pipeline as Value[] | undefined) ?? [],
  };
}
