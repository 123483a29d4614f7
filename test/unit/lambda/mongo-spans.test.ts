import { afterEach, describe, expect, it } from 'vitest';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';
import { startCluster } from '../../helpers/mongo-cluster.js';

let lab: LambdaLab;
afterEach(() => lab?.[Symbol.asyncDispose]());

describe('the database commands of a handler', () => {
  it('are spans of its request, in two requests at once too, and its connections end with it', async () => {
    const { cluster, connect } = await startCluster();
    const watcher = await connect();
    lab = await lambdaLab(
      {
        store: `import { MongoClient } from "mongodb";
        const client = new MongoClient(process.env.MONGODB_URI);
        export const handler = async ({ id }) => {
          const things = client.db("spans").collection("things");
          await things.insertOne({ _id: id });
          return (await things.find({ _id: id }).toArray()).length;
        };`,
      },
      { environment: { MONGODB_URI: cluster.uri }, timeout: 10 },
      { threads: 1 },
    );
    const answers = await Promise.all([
      lab.call('store', { id: 1 }, 'one'),
      lab.call('store', { id: 2 }, 'two'),
    ]);
    expect(answers.map(({ value }) => value)).toEqual([1, 1]);
    for (const story of ['one', 'two']) {
      const spans = lab.spans.filter(({ kind, requestId }) => kind === 'mongo' && requestId === story);
      expect(spans.map(({ name }) => name)).toEqual(['insert things', 'find things']);
      expect(spans[0]?.attributes).toEqual({ database: 'spans' });
    }
    const failed = await lab.call('store', { id: 1 }, 'again');
    expect(failed.value).toMatchObject({
      errorType: 'MongoServerError',
      errorMessage: expect.stringMatching(/^E11000/),
    });
    const connections = async () =>
      ((await watcher.db('admin').command({ serverStatus: 1 })).connections as { current: number }).current;
    const open = await connections();
    lab.clock.advance(20 * 60_000);
    await expect.poll(() => lab.service.stats().environments).toBe(0);
    await expect.poll(connections).toBeLessThan(open);
  });
});
