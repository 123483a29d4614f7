import { Decimal128 } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { startCluster } from '../../../helpers/mongo-cluster.js';

describe('arguments of commands', () => {
  test.each([
    [
      { find: 'c', filter: 'x' },
      14,
      "BSON field 'find.filter' is the wrong type 'string', expected type 'object'",
    ],
    [
      { find: 'c', limit: 'x' },
      14,
      "BSON field 'find.limit' is the wrong type 'string', expected types '[long, int, decimal, double']",
    ],
    [{ find: 'c', limit: -1 }, 2, "BSON field 'limit' value must be >= 0, actual value '-1'"],
    [{ find: 'c', nonsense: 1 }, 40415, "BSON field 'find.nonsense' is an unknown field."],
    [{ find: 'c', awaitData: true }, 9, "Cannot set 'awaitData' without also setting 'tailable'"],
    [{ insert: 'c' }, 40414, "BSON field 'insert.documents' is missing but a required field"],
    [{ insert: 'c', documents: [] }, 16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.'],
    [
      { insert: 'c', documents: [1] },
      14,
      "BSON field 'insert.documents.0' is the wrong type 'int', expected type 'object'",
    ],
    [
      { update: 'c', updates: [{ q: {} }] },
      40414,
      "BSON field 'update.updates.u' is missing but a required field",
    ],
    [
      { delete: 'c', deletes: [{ q: {}, limit: 2 }] },
      9,
      'The limit field in delete objects must be 0 or 1. Got 2',
    ],
    [
      { getMore: 1, collection: 'c' },
      14,
      "BSON field 'getMore.getMore' is the wrong type 'int', expected type 'long'",
    ],
    [{ count: '' }, 73, "Invalid namespace specified 't.'"],
    [{ find: 'c', maxTimeMS: -1 }, 2, '-1 value for maxTimeMS is out of range [0, 2147483647]'],
    [
      { find: 'c', readConcern: { level: 'x' } },
      2,
      "Enumeration value 'x' for field 'readConcern.level' is not a valid value.",
    ],
    [{ find: 5 }, 73, 'collection name has invalid type int'],
    [{ find: 'c', filter: null }, 14, "BSON field 'find.filter' is the wrong type 'null'"],
    [{ find: 'c', maxTimeMS: 1.5 }, 9, 'maxTimeMS is no whole number'],
    [{ find: 'c', maxTimeMS: Number.NaN }, 9, 'maxTimeMS is no whole number'],
    [{ find: 'c', readConcern: { provenance: 'x' } }, 2, "'readConcern.provenance' is not a valid value"],
    [{ find: 'c', writeConcern: { w: 1 } }, 72, 'find does not support writeConcern'],
    [{ ping: 1, readConcern: { level: 'majority' } }, 72, 'read concern not supported'],
    [{ distinct: 'c', key: 'a', hint: null }, 9, "BSON field 'distinct.hint' is the wrong type 'null'"],
    [{ aggregate: 2, pipeline: [], cursor: {} }, 2, 'must specify a collection name or 1'],
    [{ aggregate: true, pipeline: [], cursor: {} }, 73, 'must specify a collection name or 1'],
    [{ insert: 'c', documents: [{}], ordered: 1 }, 14, "'insert.ordered' is the wrong type 'int'"],
    [{ insert: 'c', documents: [{}], writeConcern: { wtimeout: 2 ** 31 } }, 9, 'wtimeout'],
    [{ insert: 'c', documents: [{}], writeConcern: { w: {} } }, 9, 'tagged write concern requires tags'],
    [{ ping: 1, apiVersion: '2' }, 322, 'API version must be "1"'],
    [{ ping: 1, apiStrict: true }, 4886600, 'without passing apiVersion'],
    [{ startSession: 1, apiVersion: '1', apiStrict: true }, 323, 'startSession is not in API Version 1'],
    [{ killAllSessions: [{ user: 'a' }] }, 40414, "'KillAllSessionsUser.db' is missing"],
    [{ killSessions: [{ x: 1 }] }, 40415, "'OperationSessionInfo.lsid.x' is an unknown field"],
    [{ find: 'c', min: { a: 1 }, hint: { a: 1 } }, 72, "'min/max' of find is not supported"],
    [{ find: 'c', returnKey: true }, 72, "'returnKey' of find is not supported"],
    [{ count: 'c', limit: 1.5 }, 9, 'must be a whole number'],
    [{ count: 'c', limit: 'x' }, 2, 'must be a whole number'],
    [{ nonsense: 1 }, 59, "no such command: 'nonsense'"],
    [{ listDatabases: 1 }, 13, 'listDatabases may only be run against the admin database.'],
  ])('%o is refused with %i', async (command, code, message) => {
    const { connect } = await startCluster();
    const error = await (await connect())
      .db('t')
      .command(command)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toContain(message);
  });

  test('null counts as left out', async () => {
    const { connect } = await startCluster();
    const reply = await (await connect())
      .db('t')
      .command({ find: 'c', sort: null, limit: null, maxTimeMS: null, readConcern: { level: null } });
    expect(reply.cursor.firstBatch).toEqual([]);
  });

  test('a decimal argument is rounded half to even, a double is cut', async () => {
    const { connect } = await startCluster();
    const db = (await connect()).db('t');
    await db.collection('c').insertMany([{}, {}, {}, {}]);
    const skipped = async (skip: unknown) => (await db.command({ count: 'c', skip })).n;
    expect(await skipped(Decimal128.fromString('1.5'))).toBe(2);
    expect(await skipped(1.9)).toBe(3);
  });

  test.each([{ $natural: 0 }, { $natural: 2 }, { $natural: null }, { $natural: 1, a: 1 }])(
    'the hint %o is refused',
    async (hint) => {
      const { connect } = await startCluster();
      const db = (await connect()).db('t');
      await db.collection('c').insertOne({});
      await expect(db.command({ find: 'c', hint })).rejects.toMatchObject({ code: 2 });
    },
  );

  test('a cursor whose collection was dropped says so once, and is gone then', async () => {
    const { connect } = await startCluster();
    const db = (await connect()).db('t');
    await db.collection('c').insertMany([{}, {}, {}]);
    const { cursor } = await db.command({ find: 'c', batchSize: 1 });
    await db.collection('c').drop();
    const getMore = { getMore: cursor.id, collection: 'c' };
    await expect(db.command(getMore)).rejects.toMatchObject({ code: 175 });
    await expect(db.command(getMore)).rejects.toMatchObject({ code: 43 });
  });

  test('maxTimeMS on getMore is for cursors that wait for data', async () => {
    const { connect } = await startCluster();
    const db = (await connect()).db('t');
    await db.collection('c').insertMany([{}, {}, {}]);
    const { cursor } = await db.command({ find: 'c', batchSize: 1 });
    const getMore = { getMore: cursor.id, collection: 'c' };
    await expect(db.command({ ...getMore, maxTimeMS: 5 })).rejects.toMatchObject({ code: 2 });
    expect((await db.command(getMore)).cursor.nextBatch).toHaveLength(2);
  });

  test('killCursors looks at all its arguments before it kills the first', async () => {
    const { connect } = await startCluster();
    const db = (await connect()).db('t');
    await db.collection('c').insertMany([{}, {}, {}]);
    const { cursor } = await db.command({ find: 'c', batchSize: 1 });
    await expect(db.command({ killCursors: 'c', cursors: [cursor.id, 'x'] })).rejects.toMatchObject({
      code: 14,
    });
    expect((await db.command({ getMore: cursor.id, collection: 'c' })).cursor.nextBatch).toHaveLength(2);
  });
});
