import { compilePipeline, type Flow, type PipelineHost } from '../../../../emulator/mongo/aggregate/index.js';
import { BsonDate, Document, type PlainDocument } from '../../../../emulator/mongo/bson/index.js';
import { compileMatcher } from '../../../../emulator/mongo/query/index.js';
import { compileSort } from '../../../../emulator/mongo/sort/index.js';

export type Collections = Readonly<Record<string, readonly Document[]>>;

/** A host that holds its collections in arrays and answers what it is asked without any index. */
export function hostOf(collections: Collections): PipelineHost & { steps: number } {
  return {
    steps: 0,
    read(_database, name, { filter = new Document(), sort, limit }): Flow {
      const matches = compileMatcher(filter);
      const found = (collections[name] ?? []).filter((document) => matches(document));
      if (sort !== undefined) {
        const sorter = compileSort(sort, {});
        found.sort((a, b) => sorter.compare(a, b));
      }
      return limit === undefined ? found : found.slice(0, limit);
    },
    hasIndex: () => false,
    describe: () => undefined,
    step() {
      this.steps++;
      return false;
    },
  };
}

/** Runs stages over a collection named `c`. */
export function run(
  stages: readonly PlainDocument[],
  documents: readonly Document[],
  others: Collections = {},
): Document[] {
  const host = hostOf({ ...others, c: documents });
  const pipeline = compilePipeline(
    stages.map((stage) => Document.of(stage)),
    { runtime: { now: new BsonDate(0), random: () => 0.5 }, host, database: 'd', collection: 'c' },
  );
  return [...pipeline.open()].filter((item) => item instanceof Document);
}
