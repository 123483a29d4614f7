import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EmbeddedCluster } from '../../../emulator/mongo/cluster.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';
import { Secret } from '../../../src/core/secret.js';
import { AtlasUsers } from '../../../src/lib/rotation/database/atlas-users.js';
import { alternate, userOf, withUser } from '../../../src/lib/rotation/database/connection.js';
import { atlasServer, PROJECT } from '../../helpers/rotation/atlas-server.js';
import { awsEndpoint, type TestEndpoint } from '../../helpers/rotation/endpoint.js';
import { type RotationLab, rotationLab } from '../../helpers/rotation/lab.js';

const clock = new MovableClock();
let endpoint: TestEndpoint;
let lab: RotationLab;
let cluster: EmbeddedCluster;
let admin: MongoClient;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  endpoint = await awsEndpoint();
  lab = await rotationLab(endpoint.url, ['eu-central-1']);
  cluster = await startedCluster();
  const uri = withUser(withoutUser(cluster.uri), 'root', new Secret('root')).reveal();
  admin = await new MongoClient(uri).connect();
  await admin
    .db('admin')
    .command({ createUser: 'platform', pwd: 'p@ss/word', roles: [{ role: 'readWrite', db: 'arcube' }] });
  await lab.put('database-admin', { uri });
  const own = withUser(uri, 'platform', new Secret('p@ss/word')).reveal();
  await lab.put('databases', { database: 'arcube', clusters: [{ region: 'eu-central-1', uri: own }] });
});
afterAll(async () => {
  await admin.close();
  await cluster.stop();
  clock.stop();
  await lab.close();
  await endpoint.stop();
});

async function startedCluster(): Promise<EmbeddedCluster> {
  const made = new EmbeddedCluster({
    region: 'eu-central-1',
    clock,
    ids: createIds(),
    auth: { user: 'root', password: new Secret('root') },
    onBackgroundError: (error) => {
      throw error;
    },
  });
  await made.start();
  return made;
}

/** The cluster’s address with a user’s place in it. */
function withoutUser(uri: string): string {
  return uri.replace(/^mongodb:\/\/(?:[^@/]*@)?/, 'mongodb://x:y@');
}

async function users(): Promise<string[]> {
  const { users: found } = await admin.db('admin').command({ usersInfo: 1 });
  return found.map(({ user }: { user: string }) => user).sort();
}

describe('database users', () => {
  it('take turns: the new one has the roles of the old, which is gone at the end', async () => {
    const first = await lab.rotate(['database']);
    expect(first.begin.subjects).toMatchObject([{ oldKey: 'platform', newKey: 'platform-b' }]);
    expect(await users()).toEqual(['platform-b', 'root']);
    const { clusters } = await lab.secret('databases');
    const client = await new MongoClient(clusters[0].uri).connect();
    await client.db('arcube').collection('t').insertOne({ a: 1 });
    await expect(client.db('other').collection('t').insertOne({ a: 1 })).rejects.toThrow(/not authorized/);
    await client.close();
    const second = await lab.rotate(['database']);
    expect(second.begin.subjects).toMatchObject([{ oldKey: 'platform-b', newKey: 'platform-a' }]);
    expect(await users()).toEqual(['platform-a', 'root']);
    const password = /:([^:@]+)@/.exec((await lab.secret('databases')).clusters[0].uri)?.[1];
    expect(lab.written()).not.toContain(password);
  });

  it('are taken back', async () => {
    const before = await lab.secret('databases');
    await expect(lab.rotate(['database'], { withoutAdoption: false })).rejects.toMatchObject({
      code: 'ROTATION_HELD',
    });
    expect(await users()).toEqual(['platform-a', 'platform-b', 'root']);
    await lab.goBack(lab.rotations.ids().at(-1) as string);
    expect(await users()).toEqual(['platform-a', 'root']);
    expect(await lab.secret('databases')).toEqual(before);
  });

  it('of a cluster for the bookings’ keys take turns with those beside it, and stay named there', async () => {
    const { database, clusters } = await lab.secret('databases');
    const keys = await startedCluster();
    const keysAdmin = withUser(withoutUser(keys.uri), 'root', new Secret('root')).reveal();
    const keysClient = await new MongoClient(keysAdmin).connect();
    const roles = [{ role: 'readWrite', db: 'arcube' }];
    await keysClient.db('admin').command({ createUser: 'platform-a', pwd: 'other', roles });
    const own = withUser(keysAdmin, 'platform-a', new Secret('other')).reveal();
    const { uri } = await lab.secret('database-admin');
    await lab.put('database-admin', { clusters: { 'eu-central-1': uri, 'eu-central-1/keys': keysAdmin } });
    await lab.put('databases', { database, clusters: [{ ...clusters[0], keysUri: own }] });
    try {
      const { begin } = await lab.rotate(['database']);
      expect(begin.subjects).toMatchObject([{ oldKey: 'platform-a', newKey: 'platform-b' }]);
      const [after] = (await lab.secret('databases')).clusters;
      expect([after.uri, after.keysUri].map((one) => userOf(one)?.user)).toEqual([
        'platform-b',
        'platform-b',
      ]);
      expect(after.keysUri).toContain(new URL(own).host);
      const client = await new MongoClient(after.keysUri).connect();
      await client.db('arcube').collection('booking_keys').insertOne({ a: 1 });
      await client.close();
      const { users: left } = await keysClient.db('admin').command({ usersInfo: 1 });
      expect(left.map(({ user }: { user: string }) => user).sort()).toEqual(['platform-b', 'root']);
      expect(await users()).toEqual(['platform-b', 'root']);
    } finally {
      await keysClient.close();
      await keys.stop();
    }
  });

  it('cannot be changed without anybody who may: an error that says where to put the access', async () => {
    await lab.put('database-admin', {});
    const failure = await lab.rotate(['database']).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'ROTATION_DATABASE',
      problem: { todo: expect.stringContaining('arcube/database-admin') },
    });
  });
});

describe('connection strings', () => {
  it.each([
    ['mongodb://app:pw@h1:1,h2:2/?replicaSet=r', { user: 'app', authSource: 'admin' }],
    ['mongodb+srv://a%40b:p%2Fw@c.example.net/shop?retryWrites=true', { user: 'a@b', authSource: 'shop' }],
    ['mongodb://app:pw@h/shop?authSource=users', { user: 'app', authSource: 'users' }],
    ['mongodb://h:27017/?replicaSet=r', undefined],
  ])('%s', (uri, expected) => {
    expect(userOf(uri)).toEqual(expected);
    if (expected)
      expect(userOf(withUser(uri, 'x@y', new Secret('a/b:c@d')).reveal())).toEqual({
        ...expected,
        user: 'x@y',
      });
  });

  it('alternate between two names', () => {
    expect([alternate('app'), alternate('app-b'), alternate('app-a')]).toEqual(['app-b', 'app-a', 'app-b']);
  });
});

describe('Atlas’s Administration API', () => {
  it.each([
    ['an API key by digest', { publicKey: 'public', privateKey: 'private' }],
    ['a service account', { clientId: 'service', clientSecret: 'account' }],
  ])('with %s: makes, changes and removes users', async (_name, credentials) => {
    const atlas = await atlasServer();
    const access = new AtlasUsers({ projectId: PROJECT, baseUrl: atlas.url, ...credentials });
    const roles = [{ role: 'readWrite', db: 'arcube' }];
    expect(await access.roles('app')).toBeUndefined();
    await access.ensure('app', new Secret('first-password'), roles);
    await access.ensure('app', new Secret('second-password'), roles);
    expect(atlas.users.get('app')).toEqual({
      password: 'second-password',
      roles: [{ roleName: 'readWrite', databaseName: 'arcube' }],
    });
    expect(await access.roles('app')).toEqual(roles);
    await access.remove('app');
    await access.remove('app');
    expect(atlas.users.size).toBe(0);
    await atlas.close();
  });

  it('refuses a wrong key in words for people', async () => {
    const atlas = await atlasServer();
    const access = new AtlasUsers({
      projectId: PROJECT,
      baseUrl: atlas.url,
      publicKey: 'public',
      privateKey: 'wrong',
    });
    await expect(access.roles('app')).rejects.toMatchObject({ code: 'ROTATION_DATABASE' });
    await atlas.close();
  });
});
