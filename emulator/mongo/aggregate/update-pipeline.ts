import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { newEnvironment, type Runtime } from '../expression/index.js';
import type { PipelineHost, StageContext } from './stage.js';
import { stageCompiler } from './stages.js';

const ALLOWED = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/** The stages of an update read no collection. */
const NO_HOST: PipelineHost = {
  read: () => [],
  hasIndex: () => false,
  describe: () => undefined,
  step: () => false,
};

/** Compiles an update given as a pipeline. Errors: 72 for a stage that is not allowed in an update, and the stages' own. */
export function compileUpdatePipeline(
  stages: readonly Value[],
  runtime: Runtime,
): (document: Document) => Document {
  const context: StageContext = {
    runtime,
    host: NO_HOST,
    database: '',
    collection: '',
    environment: newEnvironment(runtime),
    compileNested: () => ({ run: (input) => input, open: () => [] }),
  };
  const runs = stages.map((stage) => {
    if (!(stage instanceof Document))
      throw mongoError('TypeMismatch', "Each element of the 'pipeline' array must be an object");
    if (stage.size !== 1)
      throw mongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
    const name = stage.keys()[0] as string;
    const compile = stageCompiler(name);
    if (!ALLOWED.has(name)) {
      throw mongoError('InvalidOptions', `${name} is not allowed to be used within an update`);
    }
    return compile(stage.values[0] as Value, context, name);
  });
  return (document) => {
    let flow: Iterable<unknown> = [document];
    for (const run of runs) flow = run(flow as Iterable<Document>);
    for (const made of flow) return made as Document;
    return document;
  };
}
