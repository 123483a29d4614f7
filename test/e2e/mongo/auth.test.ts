import { Long, MongoClient, type MongoClientOptions, MongoServerError } from 'mongodb';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../../src/core/secret.js';
import { startCluster } from '../../helpers/mongo-cluster.js';

const ROOT = { username: 'root', password: 'r00t,=pass' };

async function secured() {
  const { cluster } = await startCluster({
    auth: { user: ROOT.username, password: new Secret(ROOT.password) },
  });
  const as = async (auth: MongoClientOptions['auth'], authSource = 'admin'): Promise<MongoClient> => {
    const client = new MongoClient(cluster.uri, {
      ...(auth && { auth, authSource }),
      serverSelectionTimeoutMS: 2_000,
    });
    onTestFinished(() => client.close());
    await client.db('admin').command({ ping: 1 });
    return client;
  };
  return { as };
}

async function failure(run: Promise<unknown>): Promise<MongoServerError> {
  const error = await run.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(MongoServerError);
  return error as MongoServerError;
}

describe('a cluster with authentication', () => {
  test('answers the handshake, and refuses everything else to strangers', async () => {
    const { as } = await secured();
    const stranger = await as(undefined);
    expect(await failure(stranger.db('t').collection('c').findOne({}))).toMatchObject({
      code: 13,
      codeName: 'Unauthorized',
      errmsg: 'Command find requires authentication',
    });
  });

  test('SCRAM-SHA-256 lets the right password in and tells nothing about the wrong one', async () => {
    const { as } = await secured();
    const root = await as(ROOT);
    expect(await root.db('t').collection('c').insertOne({ a: 1 })).toMatchObject({ acknowledged: true });
    const wrong = await failure(as({ ...ROOT, password: 'nonsense' }));
    const unknown = await failure(as({ username: 'nobody', password: 'nonsense' }));
    expect([wrong.code, unknown.code]).toEqual([18, 18]);
    expect(wrong.errmsg).toBe(unknown.errmsg);
  });

  test('roles: read, readWrite and dbAdmin on their database alone', async () => {
    const { as } = await secured();
    const root = await as(ROOT);
    const t = root.db('t');
    for (const [createUser, role] of [
      ['reader', 'read'],
      ['writer', 'readWrite'],
      ['keeper', 'dbAdmin'],
    ]) {
      await t.command({ createUser, pwd: 'pw', roles: [role] });
    }
    const [reader, writer, keeper] = await Promise.all(
      ['reader', 'writer', 'keeper'].map((username) => as({ username, password: 'pw' }, 't')),
    );
    await writer!.db('t').collection('c').insertOne({ a: 1 });
    expect(await reader!.db('t').collection('c').countDocuments()).toBe(1);
    expect((await failure(reader!.db('t').collection('c').insertOne({}))).code).toBe(13);
    expect((await failure(writer!.db('other').collection('c').insertOne({}))).code).toBe(13);
    expect((await failure(keeper!.db('t').collection('c').findOne({}))).code).toBe(13);
    expect((await failure(writer!.db('t').command({ createUser: 'x', pwd: 'x', roles: [] }))).code).toBe(13);
    await keeper!.db('t').command({ collMod: 'c', validator: { a: { $gt: 0 } } });
    const status = await reader!.db('t').command({ connectionStatus: 1 });
    expect(status.authInfo.authenticatedUsers).toEqual([{ user: 'reader', db: 't' }]);
  });

  test('a rotated password counts for new connections; old ones live on', async () => {
    const { as } = await secured();
    const t = (await as(ROOT)).db('t');
    await t.command({ createUser: 'svc', pwd: 'old', roles: ['readWrite'] });
    const before = await as({ username: 'svc', password: 'old' }, 't');
    await t.command({ updateUser: 'svc', pwd: 'new' });
    expect(await before.db('t').collection('c').insertOne({})).toMatchObject({ acknowledged: true });
    expect((await failure(as({ username: 'svc', password: 'old' }, 't'))).code).toBe(18);
    await as({ username: 'svc', password: 'new' }, 't');
    await t.command({ dropUser: 'svc' });
    expect((await failure(as({ username: 'svc', password: 'new' }, 't'))).code).toBe(18);
  });

  test('users: errors and what usersInfo shows', async () => {
    const { as } = await secured();
    const t = (await as(ROOT)).db('t');
    await t.command({ createUser: 'amy', pwd: 'secret', roles: [{ role: 'read', db: 't' }] });
    expect((await failure(t.command({ createUser: 'amy', pwd: 'x', roles: [] }))).code).toBe(51003);
    expect((await failure(t.command({ createUser: 'bob', pwd: 'x', roles: ['nonsense'] }))).code).toBe(31);
    expect((await failure(t.command({ dropUser: 'nobody' }))).code).toBe(11);
    await t.command({ grantRolesToUser: 'amy', roles: ['dbAdmin'] });
    const { users } = await t.command({ usersInfo: 'amy' });
    expect(users).toMatchObject([{ _id: 't.amy', user: 'amy', db: 't', mechanisms: ['SCRAM-SHA-256'] }]);
    expect(users[0].roles).toHaveLength(2);
    expect(JSON.stringify(users)).not.toContain('storedKey');
  });

  test('pipelines that write, bulk writes and renames need rights where they write', async () => {
    const { as } = await secured();
    const root = await as(ROOT);
    await root.db('t').collection('c').insertOne({ a: 1 });
    const roles = [
      { role: 'read', db: 't' },
      { role: 'readWrite', db: 'own' },
    ];
    await root.db('t').command({ createUser: 'half', pwd: 'half', roles });
    const half = await as({ username: 'half', password: 'half' }, 't');
    const from = half.db('t').collection('c');
    for (const stage of [
      { $out: 'd' },
      { $merge: 'd' },
      { $merge: { into: 'd' } },
      { $out: { db: 't', coll: 'd' } },
    ])
      expect((await failure(from.aggregate([stage]).toArray())).code, JSON.stringify(stage)).toBe(13);
    await from.aggregate([{ $merge: { into: { db: 'own', coll: 'd' } } }]).toArray();
    await from.aggregate([{ $out: { db: 'own', coll: 'e' } }]).toArray();
    expect(await half.db('own').collection('e').countDocuments()).toBe(1);
    const insert = (namespace: string) =>
      half.bulkWrite([{ name: 'insertOne', namespace, document: { _id: 2 } as object }]);
    expect((await insert('own.d')).insertedCount).toBe(1);
    await expect(insert('t.c')).rejects.toMatchObject({ cause: { code: 13 } });
    await half.db('own').collection('e').rename('f');
    const away = { renameCollection: 'own.f', to: 't.f' };
    expect((await failure(half.db('admin').command(away))).code).toBe(13);
  });

  test('a retryable write that is sent again runs once, for an authenticated user too', async () => {
    const { as } = await secured();
    const root = await as(ROOT);
    await root.db('t').command({ createUser: 'writer', pwd: 'writer', roles: ['readWrite'] });
    const writer = await as({ username: 'writer', password: 'writer' }, 't');
    await root.db('admin').command({
      configureFailPoint: 'failCommand',
      mode: { times: 1 },
      data: { failCommands: ['insert'], errorCode: 91, errorLabels: ['RetryableWriteError'] },
    });
    await writer.db('t').collection('c').insertOne({ a: 1 });
    expect(await writer.db('t').collection('c').countDocuments()).toBe(1);
    const session = writer.startSession();
    const command = { insert: 'c', documents: [{ _id: 7 }], lsid: session.id, txnNumber: Long.fromNumber(5) };
    for (const _ of [1, 2]) expect(await writer.db('t').command(command)).toMatchObject({ n: 1 });
    expect(await writer.db('t').collection('c').countDocuments()).toBe(2);
    await session.endSession();
  });
});
