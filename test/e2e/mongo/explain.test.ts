import { expect, test } from 'vitest';
import { startCluster } from '../../helpers/mongo-cluster.js';

test('explain tells which index a query goes through and what it examined', async () => {
  const { connect } = await startCluster();
  const things = (await connect()).db('shop').collection('things');
  await things.insertMany(
    Array.from({ length: 500 }, (_, n) => ({ n, group: n % 5, name: `thing ${n}`, tags: [n % 7, n % 11] })),
  );
  await things.createIndex({ group: 1, n: -1 });
  await things.createIndex({ tags: 1 });
  await things.createIndex({ name: 1 }, { partialFilterExpression: { n: { $gt: 400 } } });

  const scan = await things.find({ name: 'thing 7' }).explain('executionStats');
  expect(scan.queryPlanner.winningPlan).toMatchObject({ stage: 'COLLSCAN', direction: 'forward' });
  expect(scan.executionStats).toMatchObject({ nReturned: 1, totalKeysExamined: 0, totalDocsExamined: 500 });

  const sorted = await things.find({ group: 3 }).sort({ n: -1 }).limit(4).explain('executionStats');
  expect(sorted.queryPlanner.winningPlan).toMatchObject({
    stage: 'LIMIT',
    limitAmount: 4,
    inputStage: {
      stage: 'FETCH',
      inputStage: {
        stage: 'IXSCAN',
        indexName: 'group_1_n_-1',
        direction: 'forward',
        isMultiKey: false,
        indexBounds: { group: ['[3, 3]'], n: ['[MaxKey, MinKey]'] },
      },
    },
  });
  expect(sorted.executionStats).toMatchObject({ nReturned: 4, totalKeysExamined: 4, totalDocsExamined: 4 });

  const backward = await things
    .find({ group: 3, n: { $gt: 100, $lte: 200 } })
    .sort({ n: 1 })
    .explain();
  expect(backward.queryPlanner.winningPlan.inputStage).toMatchObject({
    direction: 'backward',
    indexBounds: { group: ['[3, 3]'], n: ['(100, 200]'] },
  });

  const blocking = await things.find({ tags: 3 }).sort({ n: 1 }).explain('queryPlanner');
  expect(blocking.queryPlanner.winningPlan).toMatchObject({
    stage: 'SORT',
    sortPattern: { n: 1 },
    inputStage: { inputStage: { indexName: 'tags_1', isMultiKey: true, multiKeyPaths: { tags: ['tags'] } } },
  });
  expect(blocking.executionStats).toBeUndefined();

  const partial = await things.find({ name: 'thing 450', n: { $gt: 420 } }).explain('executionStats');
  expect(partial.executionStats).toMatchObject({ totalKeysExamined: 1, nReturned: 1 });
  expect(partial.queryPlanner.winningPlan.inputStage).toMatchObject({ indexName: 'name_1', isPartial: true });

  const either = await things.find({ $or: [{ group: 1, n: 6 }, { tags: 10 }] }).explain('executionStats');
  expect(either.queryPlanner.winningPlan.inputStage.stage).toBe('OR');
  expect(either.executionStats.totalDocsExamined).toBeLessThan(60);

  const hinted = await things.find({ n: 5 }).hint('group_1_n_-1').explain('executionStats');
  expect(hinted.executionStats).toMatchObject({ nReturned: 1, totalKeysExamined: 500 });
  await expect(things.find().hint('nothing').explain()).rejects.toMatchObject({ code: 2 });
});
