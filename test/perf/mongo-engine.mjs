// How fast the MongoDB engine matches, updates, projects and sorts, without wire or storage.
// Prints milliseconds beside the same work as a plain loop over plain objects: read the ratio, not the digits.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const COUNT = 100_000;
const ROUNDS = 7;

const rooms = ['bson', 'query', 'update', 'projection', 'sort', 'compare'];
const contents = rooms.map((room) => `export * from './emulator/mongo/${room}/index.js';`).join('\n');
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
const engine = await import(pathToFileURL(outfile).href);
await rm(folder, { recursive: true });
const { Document, ObjectId, BsonDate, Timestamp, decode, encode } = engine;

const plain = Array.from({ length: COUNT }, (_, at) => ({
  _id: at,
  carrier: `C${at % 500}`,
  seats: at % 300,
  tags: [`t${at % 7}`, `u${at % 11}`],
  offer: { price: (at * 7) % 10_000, currency: 'EUR' },
  items: [{ sku: `s${at % 50}`, n: at % 5 }],
  note: 'an ancillary that nobody asked for, but which sells',
}));
// Through the codec, so that shapes and strings are what a server would hold.
const documents = plain.map((object, at) =>
  decode(
    encode(
      Document.of({
        ...object,
        owner: new ObjectId(1, 2, at),
        at: new BsonDate(1_700_000_000_000 + at * 1000),
      }),
    ),
  ),
);

function best(run) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function report(name, milliseconds, floor) {
  const beside = floor === undefined ? '' : `${(milliseconds / floor).toFixed(1).padStart(8)} × a plain loop`;
  console.log(`${name.padEnd(40)}${milliseconds.toFixed(2).padStart(9)} ms${beside}`);
}

function scan(name, filter, predicate) {
  const matches = engine.compileMatcher(Document.of(filter));
  let hits = 0;
  const time = best(() => {
    hits = 0;
    for (const document of documents) if (matches(document)) hits++;
  });
  let expected = 0;
  const floor = best(() => {
    expected = 0;
    for (const object of plain) if (predicate(object)) expected++;
  });
  if (hits !== expected) throw new Error(`${name}: ${hits} hits, ${expected} expected`);
  report(`scan 100k: ${name}`, time, floor);
}

scan('string equality', { carrier: 'C7' }, (o) => o.carrier === 'C7');
scan('int range', { seats: { $gte: 10, $lt: 20 } }, (o) => o.seats >= 10 && o.seats < 20);
scan('dotted', { 'offer.price': 700 }, (o) => o.offer.price === 700);
scan('array member', { tags: 't3' }, (o) => o.tags.includes('t3'));
scan('dotted through an array', { 'items.sku': 's7' }, (o) => o.items.some((i) => i.sku === 's7'));
scan('$elemMatch', { items: { $elemMatch: { sku: 's7', n: 2 } } }, (o) =>
  o.items.some((i) => i.sku === 's7' && i.n === 2),
);
scan('$or', { $or: [{ seats: 3 }, { carrier: 'C7' }] }, (o) => o.seats === 3 || o.carrier === 'C7');
const wanted = Array.from({ length: 300 }, (_, at) => `C${at * 3}`);
const wantedSet = new Set(wanted);
scan('$in of 300 strings', { carrier: { $in: wanted } }, (o) => wantedSet.has(o.carrier));
scan('regex', { note: { $regex: 'nobody.*sells' } }, (o) => /nobody.*sells/u.test(o.note));

const ids = Array.from({ length: 10 }, (_, at) => new ObjectId(1, 2, at * 1000));
const inIds = engine.compileMatcher(Document.of({ owner: { $in: ids } }));
report(
  'scan 100k: 10 ObjectIds in $in',
  best(() => documents.filter((document) => inIds(document))),
);

const each = (count, run) =>
  (best(() => {
    for (let at = 0; at < count; at++) run(documents[at]);
  }) /
    count) *
  1000;
const micros = (name, value) => console.log(`${name.padEnd(40)}${value.toFixed(2).padStart(9)} µs`);
const filter = Document.of({ carrier: 'C7', seats: { $gt: 3 } });
micros(
  'compile + match one',
  each(10_000, (document) => engine.compileMatcher(filter)(document)),
);
const update = engine.compileUpdate(Document.of({ $inc: { seats: 1 }, $set: { 'offer.currency': 'USD' } }));
const context = { now: () => 0, timestamp: () => new Timestamp(1, 1) };
micros(
  'one $inc + nested $set',
  each(50_000, (document) => update.apply(document, context)),
);
const spec = Document.of({ $inc: { seats: 1 }, $set: { note: 'x' } });
micros(
  'compile + one $inc + $set',
  each(10_000, (document) => engine.compileUpdate(spec).apply(document, context)),
);
const flat = engine.compileProjection(Document.of({ carrier: 1, seats: 1 }), { find: true });
micros(
  'project two fields',
  each(50_000, (document) => flat.apply(document)),
);
const nested = engine.compileProjection(Document.of({ 'offer.price': 1, 'items.sku': 1 }), { find: true });
micros(
  'project two nested fields',
  each(50_000, (document) => nested.apply(document)),
);

const sorter = engine.compileSort(Document.of({ seats: -1, carrier: 1 }));
report(
  'sort + limit 20 of 100k',
  best(() => {
    const top = new engine.TopK(sorter, 20);
    for (const document of documents) top.add(document);
    top.sorted();
  }),
);
report(
  'sort 100k',
  best(() => engine.sortDocuments(documents, sorter)),
);
report(
  'keyOf 100k strings',
  best(() => {
    for (const document of documents) engine.keyOf(document.get('carrier'));
  }),
);
report(
  'keyOf 100k ints',
  best(() => {
    for (const document of documents) engine.keyOf(document.get('seats'));
  }),
);
