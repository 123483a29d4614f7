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
    [{ find: 'c', limit: -1 }, 51024, "BSON field 'limit' value must be >= 0, actual value '-1'"],
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
    const reply = await (await connect()).db('t').command({ find: 'c', filter: null, limit: null });
    expect(reply.cursor.firstBatch).toEqual([]);
  });
});
