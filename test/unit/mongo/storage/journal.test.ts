import { fdatasync, ftruncateSync, writeSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlainDocument, Value } from '../../../../emulator/mongo/bson/index.js';
import type { Collection, Storage } from '../../../../emulator/mongo/storage/index.js';
import { importSnapshot, restoreRange, restoreTo } from '../../../../emulator/mongo/storage/index.js';
import { doc, fill, idsOf, spec, testStorage } from './helpers.js';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'arcube-journal-'));
  folder = join(root, 'db');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function open(options: Parameters<typeof testStorage>[0] = {}): Promise<Storage> {
  return (await testStorage({ folder, ...options })).storage;
}

function things(storage: Storage): Collection {
  const found = storage.catalogue.find('shop', 'things');
  if (found === undefined) throw new Error('the collection is gone');
  return found;
}

function contents(storage: Storage): Value[] {
  const collection = storage.catalogue.find('shop', 'things');
  return collection === undefined ? [] : idsOf(storage.begin().scan(collection));
}

/** Every index holds exactly the keys of the documents. */
function indexesAgree(storage: Storage): void {
  for (const { indexes, records, count } of [...storage.catalogue].map(
    (one) => storage.catalogue.find(one.db, one.name)!,
  )) {
    for (const index of indexes) {
      const expected = new Set<string>();
      let documents = 0;
      for (let record = records.after(0); record !== undefined; record = records.after(record.id)) {
        documents++;
        for (const key of index.keysOf(record.document())) expected.add(`${key}#${record.id}`);
      }
      expect(documents).toBe(count);
      expect(new Set([...index.tree.entries()].map(([key, id]) => `${key}#${id}`))).toEqual(expected);
    }
  }
}

test('everything is there after reopening: documents, catalogue, indexes, retryable results', async () => {
  let storage = await open();
  const collection = storage.catalogue.create('shop', 'things', { shown: doc({ validator: { a: 1 } }) });
  storage.catalogue.createIndexes(collection, [spec({ n: -1 }, { unique: true, sparse: true })]);
  const ids = fill(storage, collection, [{ _id: 1, n: 1 }, { _id: 2, n: 2 }, { _id: 3 }]);
  const txn = storage.begin();
  txn.update(collection, ids[0] as number, doc({ _id: 1, n: 7 }));
  txn.remove(collection, ids[1] as number);
  storage.retryableWrites.record('session', 5n, 0, doc({ n: 1 }));
  await txn.commit();
  storage.catalogue.rename(collection, 'shop', 'things2');
  storage.catalogue.create('shop', 'gone');
  storage.catalogue.drop(storage.catalogue.find('shop', 'gone')!);
  await storage.close();

  storage = await open();
  expect(storage.catalogue.collections('shop').map(({ name }) => name)).toEqual(['things2']);
  const again = storage.catalogue.find('shop', 'things2')!;
  expect(again.uuid).toEqual(collection.uuid);
  expect(again.options.shown).toEqual(doc({ validator: { a: 1 } }));
  expect(again.index('n_-1')?.spec).toEqual(spec({ n: -1 }, { unique: true, sparse: true }));
  expect(idsOf(storage.begin().scan(again))).toEqual([1, 3]);
  expect(again.count).toBe(2);
  expect(storage.begin().findById(again, 1)?.document()).toEqual(doc({ _id: 1, n: 7 }));
  expect(storage.retryableWrites.find('session', 5n, 0)).toEqual(doc({ n: 1 }));
  expect(() => fill(storage, again, [{ _id: 9, n: 7 }])).toThrow('E11000');
  indexesAgree(storage);
  await storage.close();
});

test('cut at any byte, the journal gives whole transactions and no torn one', async () => {
  const storage = await open();
  const collection = storage.catalogue.create('shop', 'things');
  storage.catalogue.createIndexes(collection, [spec({ n: 1 })]);
  await storage.settled('written');
  const file = join(folder, 'journal-000001.arc');
  const states: { length: number; ids: Value[] }[] = [];
  for (let n = 0; n < 12; n++) {
    const txn = storage.beginTransaction();
    for (let part = 0; part < 3; part++)
      txn.insert(collection, doc({ _id: n * 3 + part, n: [n, part], text: 'x'.repeat(n) }));
    if (n % 4 === 3) txn.remove(collection, 1 + (n - 3) * 3);
    await txn.commit();
    states.push({ length: (await readFile(file)).length, ids: contents(storage) });
  }
  const whole = await readFile(file);
  await storage.close();
  const from = (states.at(-3) as { length: number }).length;
  for (let length = from; length <= whole.length; length++) {
    const copy = join(root, 'copy');
    await rm(copy, { recursive: true, force: true });
    await mkdir(copy);
    await writeFile(join(copy, 'journal-000001.arc'), whole.subarray(0, length));
    const reopened = await open({ folder: copy });
    const expected = states.filter((state) => state.length <= length).at(-1)!;
    expect(contents(reopened)).toEqual(expected.ids);
    expect(reopened.recovered.cutBytes).toBe(length - expected.length);
    if (length % 16 === 0) {
      indexesAgree(reopened);
      fill(reopened, things(reopened), [{ _id: 'new' }]);
      await reopened.close();
      const third = await open({ folder: copy });
      expect(contents(third)).toEqual([...expected.ids, 'new']);
      await third.close();
    } else await reopened.close();
  }
});

test('a flipped bit ends the journal where it is, and a torn header loses nothing', async () => {
  const storage = await open();
  const collection = storage.catalogue.create('shop', 'things');
  for (let n = 0; n < 5; n++) {
    fill(storage, collection, [{ _id: n }]);
    await storage.settled('synced');
  }
  await storage.close();
  const file = join(folder, 'journal-000001.arc');
  const bytes = await readFile(file);
  const at = bytes.length - 3;
  bytes[at] = (bytes[at] as number) ^ 1;
  await writeFile(file, bytes);
  const reopened = await open();
  expect(contents(reopened)).toEqual([0, 1, 2, 3]);
  await reopened.checkpoint();
  await reopened.close();
  await truncate(join(folder, 'journal-000002.arc'), 9);
  const again = await open();
  expect(contents(again)).toEqual([0, 1, 2, 3]);
  fill(again, things(again), [{ _id: 'x' }]);
  await again.close();
  const last = await open();
  expect(contents(last)).toEqual([0, 1, 2, 3, 'x']);
  await last.close();
});

test('a checkpoint holds one moment while writing goes on, and recovery starts from it', async () => {
  const storage = await open({ history: { maxAgeMs: 0, maxBytes: 0 } });
  const collection = storage.catalogue.create('shop', 'things');
  const ids = fill(
    storage,
    collection,
    Array.from({ length: 20_000 }, (_, _id) => ({ _id, n: 0 })),
  );
  const done = storage.checkpoint();
  const txn = storage.begin();
  for (let n = 0; n < 1_000; n++) {
    txn.update(collection, ids[n] as number, doc({ _id: n, n: 1 }));
    if (n % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  txn.remove(collection, ids[5_000] as number);
  await txn.commit();
  await done;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.arc'));
  expect(files).toEqual(['checkpoint-000002.arc', 'journal-000002.arc']);
  await storage.close();
  const again = await open();
  const found = things(again);
  expect(found.count).toBe(19_999);
  expect(again.begin().findById(found, 999)?.document().get('n')).toBe(1);
  expect(again.begin().findById(found, 1_000)?.document().get('n')).toBe(0);
  expect(again.begin().findById(found, 5_000)).toBeUndefined();
  indexesAgree(again);
  await again.close();
});

test('a second opener is refused while the first lives', async () => {
  const storage = await open();
  await expect(open()).rejects.toMatchObject({ code: 'MONGO_FOLDER_LOCKED' });
  await storage.close();
  const lock = {
    pid: process.pid,
    host: (await import('node:os')).hostname(),
    began: 'long ago',
    token: 'x',
  };
  await writeFile(join(folder, 'lock'), JSON.stringify(lock));
  await (await open()).close();
  await writeFile(join(folder, 'lock'), '{"pid":');
  await (await open()).close();
});

test('a folder that cannot be used is named', async () => {
  await writeFile(join(root, 'file'), '');
  await expect(open({ folder: join(root, 'file') })).rejects.toMatchObject({ code: 'MONGO_FOLDER_UNUSABLE' });
  await expect(open({ folder: join(root, 'file', 'below') })).rejects.toMatchObject({
    code: 'MONGO_FOLDER_UNUSABLE',
  });
});

test('files of an unknown format or a broken checkpoint are refused, not overwritten', async () => {
  const storage = await open();
  storage.catalogue.create('shop', 'things');
  await storage.checkpoint();
  await storage.close();
  const file = join(folder, 'checkpoint-000002.arc');
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, whole.length - 1));
  await expect(open()).rejects.toMatchObject({ code: 'MONGO_DATA_DAMAGED' });
  const newer = Buffer.from(whole);
  newer.writeUInt32LE(2, 8);
  newer.writeUInt32LE(crc32(newer.subarray(0, 28)), 28);
  await writeFile(file, newer);
  await expect(open()).rejects.toMatchObject({ code: 'MONGO_DATA_VERSION' });
  await writeFile(file, whole);
  await (await open()).close();
});

test('a full disk refuses writes in clear words, loses nothing, and goes on when there is room', async () => {
  let room = Number.POSITIVE_INFINITY;
  const disk = {
    ftruncateSync,
    fdatasync,
    writeSync(fd: number, buffer: Buffer, offset: number, length: number, position: number): number {
      if (room <= 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      const part = Math.min(length, room);
      room -= part;
      return writeSync(fd, buffer, offset, part, position);
    },
  };
  const storage = await open({ disk });
  const collection = storage.catalogue.create('shop', 'things');
  fill(storage, collection, [{ _id: 1 }]);
  await storage.settled('written');
  room = 30;
  const txn = storage.begin();
  txn.insert(collection, doc({ _id: 2, text: 'x'.repeat(100) }));
  await expect(txn.commit()).rejects.toMatchObject({ code: 14031 });
  expect(() => storage.begin().insert(collection, doc({ _id: 3 }))).toThrow('No space left on device');
  expect(contents(storage)).not.toContain(3);
  await cp(folder, join(root, 'copy'), { recursive: true });
  await rm(join(root, 'copy', 'lock'));
  const crashed = await open({ folder: join(root, 'copy') });
  expect(contents(crashed)).toEqual([1]);
  await crashed.close();
  room = Number.POSITIVE_INFINITY;
  fill(storage, collection, [{ _id: 4 }]);
  await storage.close();
  const again = await open();
  expect(contents(again)).toEqual([1, 2, 4]);
  await again.close();
});

test('a commit with j waits for the disk, also when its data is being synced already; others do not', async () => {
  const waiting: (() => void)[] = [];
  const storage = await open({
    disk: { writeSync, ftruncateSync, fdatasync: (_, done) => void waiting.push(() => done(null)) },
  });
  const collection = storage.catalogue.create('shop', 'things');
  fill(storage, collection, [{ _id: 1 }]);
  await storage.settled('written');
  const order: string[] = [];
  const note = (name: string) => () => void order.push(name);
  const first = storage.settled('synced').then(note('first'));
  fill(storage, collection, [{ _id: 2 }]);
  await storage.settled('written').then(note('written'));
  await new Promise((resolve) => setImmediate(resolve));
  const second = storage.settled('synced').then(note('second'));
  expect(order).toEqual(['written']);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  while (order.length < 3) {
    waiting.shift()?.();
    await turn();
  }
  await Promise.all([first, second]);
  expect(order.slice(1)).toEqual(['first', 'second']);
  const closing = storage.close();
  const release = setInterval(() => waiting.shift()?.(), 1);
  await closing;
  clearInterval(release);
});

test('after a failed sync nothing is promised any more', async () => {
  const errors: unknown[] = [];
  let fails = false;
  const storage = await open({
    onBackgroundError: (error) => errors.push(error),
    disk: {
      writeSync,
      ftruncateSync,
      fdatasync: (fd, done) =>
        fails ? done(Object.assign(new Error('io'), { code: 'EIO' })) : fdatasync(fd, done),
    },
  });
  const collection = storage.catalogue.create('shop', 'things');
  fails = true;
  const txn = storage.begin();
  txn.insert(collection, doc({ _id: 1 }));
  await expect(txn.commit({ j: true })).rejects.toMatchObject({ code: 42 });
  fails = false;
  expect(() => storage.begin().insert(collection, doc({ _id: 2 }))).toThrow('could not be synced');
  expect(errors).toHaveLength(1);
  await expect(storage.close()).rejects.toThrow('could not be synced');
});

test('the data can be restored to any moment of its history', async () => {
  const { storage, clock } = await testStorage({ folder });
  const collection = storage.catalogue.create('shop', 'things');
  const moments: { time: number; ids: Value[] }[] = [];
  for (let n = 0; n < 9; n++) {
    if (n === 3 || n === 6) await storage.checkpoint();
    fill(storage, collection, [{ _id: n }]);
    if (n === 7) storage.begin().remove(collection, 1);
    await storage.settled('written');
    moments.push({ time: clock.now(), ids: contents(storage) });
    clock.advance(1_000);
  }
  expect(await restoreRange(folder)).toEqual({ from: moments[0]!.time, to: moments.at(-1)!.time });
  for (const [n, { time, ids }] of moments.entries()) {
    const target = join(root, `at-${n}`);
    await restoreTo(folder, time + 500, target);
    const restored = await open({ folder: target });
    expect(contents(restored)).toEqual(ids);
    indexesAgree(restored);
    await restored.close();
  }
  await expect(restoreTo(folder, moments[0]!.time - 1, join(root, 'before'))).rejects.toMatchObject({
    code: 'MONGO_RESTORE_RANGE',
  });
  await storage.exportSnapshot(join(root, 'snapshot'));
  await storage.close();
  await expect(importSnapshot(join(root, 'snapshot'), folder)).rejects.toMatchObject({
    code: 'MONGO_FOLDER_NOT_EMPTY',
  });
  await importSnapshot(join(root, 'snapshot'), join(root, 'imported'));
  const imported = await open({ folder: join(root, 'imported') });
  expect(contents(imported)).toEqual(moments.at(-1)!.ids);
  await imported.close();
});

test('documents expire when the clock passes their time, and only those', async () => {
  const { storage, clock } = await testStorage();
  const collection = storage.catalogue.create('shop', 'things');
  const { BsonDate } = await import('../../../../emulator/mongo/bson/index.js');
  storage.catalogue.createIndexes(collection, [spec({ at: 1 }, { expireAfterSeconds: 60 })]);
  const now = clock.now();
  const rows: PlainDocument[] = [
    { _id: 1, at: new BsonDate(now) },
    { _id: 2, at: new BsonDate(now + 30_000) },
    { _id: 3, at: [new BsonDate(now + 900_000), new BsonDate(now)] },
    { _id: 4, at: 'now' },
    { _id: 5 },
  ];
  fill(storage, collection, rows);
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  clock.advance(59_000);
  await turn();
  expect(contents(storage)).toEqual([1, 2, 3, 4, 5]);
  clock.advance(2_000);
  await turn();
  expect(contents(storage)).toEqual([2, 4, 5]);
  clock.advance(86_400_000);
  await turn();
  expect(contents(storage)).toEqual([4, 5]);
  await storage.close();
});
