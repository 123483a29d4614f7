import { Document } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { checkName } from '../expression/index.js';
import { typeName } from '../expression/operator.js';
import { gather } from './simple-stages.js';
import type { StageCompiler } from './stage.js';

export const facet: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document) || argument.size === 0)
    throw mongoError(40169, 'the $facet specification must be a non-empty object');
  const parts = [...argument].map(([name, pipeline]) => {
    checkName(name);
    if (name.includes('.'))
      throw mongoError(16412, `FieldPath field names may not contain '.'. Found: '${name}'`);
    if (!Array.isArray(pipeline))
      throw mongoError(40170, `arguments to $facet must be arrays, ${name} is type ${typeName(pipeline)}`);
    for (const stage of pipeline)
      if (!(stage instanceof Document))
        throw mongoError(40171, `elements of arrays in $facet spec must be non-empty objects`);
    return [name, context.compileNested(pipeline, context, '$facet')] as const;
  });
  return function* faceted(input) {
    const all: Document[] = [];
    yield* gather(input, all);
    const made = new Document();
    for (const [name, nested] of parts) {
      const found: Document[] = [];
      yield* gather(nested.run(all), found);
      made.append(name, found);
    }
    yield made;
  };
};
