// How fast pipelines run inside the engine, without wire or storage.
// Prints milliseconds beside the same work as a plain loop over plain objects: read the ratio, not the digits.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const COUNT = 100_000;
const ROUNDS = 7;

const contents = ['bson', 'aggregate', 'compare']
  .map((room) => `export * from './emulator/mongo/${room}/index.js';`)
  .join('\n');
const folder = await mkdtemp(join(tmpdir(), 'arcube-bench-'));
const outfile = join(folder, 'engine.mjs');
await build({
  stdin: { contents, resolveDir: root, loader: 'ts' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile,
  logLevel: 'error',
});
const { Document, BsonDate, compilePipeline, decode, encode } = await import(pathToFileURL(outfile).href);
await rm(folder, { recursive: true });

const plain = Array.from({ length: COUNT }, (_, at) => ({
  _id: at,
  carrier: `C${at % 500}`,
  seats: at % 300,
  offer: { price: (at * 7919) % 100_003, currency: 'EUR' },
  tags: [`t${at % 7}`, `u${at % 11}`],
}));
// Through the codec, so that shapes and strings are what a server would hold.
const documents = plain.map((object) => decode(encode(Document.of(object))));
const carriers = Array.from({ length: 500 }, (_, at) =>
  decode(encode(Document.of({ _id: `C${at}`, name: `Carrier ${at}` }))),
);

const host = {
  read: (_database, collection) => (collection === 'carriers' ? carriers : documents),
  hasIndex: () => false,
  describe: () => undefined,
  step: () => false,
};
const runtime = { now: new BsonDate(0), random: Math.random };

function run(stages) {
  const pipeline = compilePipeline(
    stages.map((stage) => Document.of(stage)),
    { runtime, host, database: 'bench', collection: 'offers' },
  );
  let count = 0;
  for (const document of pipeline.open()) if (document instanceof Document) count++;
  return count;
}

function best(work) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function report(name, stages, floor) {
  const count = run(stages);
  const time = best(() => run(stages));
  const beside = floor === undefined ? '' : `${(time / best(floor)).toFixed(1).padStart(7)} × a plain loop`;
  console.log(
    `${name.padEnd(44)}${time.toFixed(1).padStart(8)} ms ${String(count).padStart(8)} out${beside}`,
  );
}

const sums = () => {
  const groups = new Map();
  for (const { carrier, seats } of plain) {
    const group = groups.get(carrier) ?? { n: 0, seats: 0 };
    groups.set(carrier, group);
    group.n++;
    group.seats += seats;
  }
};
const least = () => {
  let kept = [];
  for (const item of plain) {
    if (kept.length === 20 && item.offer.price >= kept[19].offer.price) continue;
    kept.push(item);
    kept = kept.sort((a, b) => a.offer.price - b.offer.price).slice(0, 20);
  }
};

const total = { n: { $sum: 1 }, seats: { $sum: '$seats' } };
// A stage in front keeps the sort from being asked of the collection, which here has no index.
const all = { $match: {} };
report('$group by 500 texts, count and sum', [{ $group: { _id: '$carrier', ...total } }], sums);
report('$group by a number, count and sum', [{ $group: { _id: '$seats', ...total } }]);
report('$group by a compound key', [{ $group: { _id: { c: '$carrier', s: '$seats' }, n: { $sum: 1 } } }]);
report('$group, avg of a product', [
  { $group: { _id: '$carrier', a: { $avg: { $multiply: ['$seats', '$offer.price'] } } } },
]);
report('$sort and $limit 20', [{ $skip: 0 }, { $sort: { 'offer.price': 1 } }, { $limit: 20 }], least);
report('$sort of all', [{ $skip: 0 }, { $sort: { 'offer.price': 1 } }]);
report('$match on a number', [{ $skip: 0 }, { $match: { seats: { $gte: 150 } } }]);
report('$match with $expr', [{ $skip: 0 }, { $match: { $expr: { $gt: ['$offer.price', '$seats'] } } }]);
report('$project with an expression', [{ $project: { carrier: 1, t: { $add: ['$seats', 1] } } }]);
report('$addFields nested', [{ $addFields: { 'offer.total': { $multiply: ['$seats', '$offer.price'] } } }]);
report('$unwind', [{ $unwind: '$tags' }]);
report('$lookup by a hash table', [
  all,
  { $lookup: { from: 'carriers', localField: 'carrier', foreignField: '_id', as: 'c' } },
]);
report('$facet of three counts', [
  { $facet: { a: [{ $count: 'n' }], b: [{ $match: { seats: 1 } }, { $count: 'n' }], c: [{ $limit: 1 }] } },
]);
