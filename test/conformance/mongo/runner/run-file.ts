import { setTimeout as delay } from 'node:timers/promises';
import { BSON, type MongoClient } from 'mongodb';
import { Entities, Unsupported } from './entities.js';
import { expectError } from './expected-errors.js';
import { expectEvents } from './expected-events.js';
import { expectMatch, Mismatch } from './match.js';
import { runOperation } from './operations.js';
import { type ServerFacts, unmet } from './requirements.js';
import type { CollectionData, Operation, SpecFile, SpecTest } from './spec.js';

export interface TestOutcome {
  test: string;
  result: 'pass' | 'fail' | 'skip';
  /** Why it failed or was left out. */
  reason?: string;
}

/** The server under test. */
export interface Target {
  uri: string;
  client: MongoClient;
  facts: ServerFacts;
}

/** No test of the suites needs longer. */
const TEST_MS = 15_000;

/** Runs the tests of one unified test file. `leaveOut` gives a reason to leave a test out, by its name. */
export async function runFile(
  text: string,
  target: Target,
  leaveOut: (test: string) => string | undefined,
): Promise<TestOutcome[]> {
  const file = BSON.EJSON.parse(text, { relaxed: true }) as unknown as SpecFile;
  const outcomes: TestOutcome[] = [];
  for (const test of file.tests) {
    const reason =
      test.skipReason ??
      unmet(file.runOnRequirements, target.facts) ??
      unmet(test.runOnRequirements, target.facts) ??
      leaveOut(test.description);
    if (reason !== undefined) outcomes.push({ test: test.description, result: 'skip', reason });
    else outcomes.push(await runTest(file, test, target));
  }
  return outcomes;
}

async function runTest(file: SpecFile, test: SpecTest, target: Target): Promise<TestOutcome> {
  const entities = new Entities(target.uri, target.client);
  const { description } = test;
  try {
    await fill(file.initialData ?? [], target.client);
    await Promise.race([carryOut(file, test, entities), tooLong()]);
    for (const data of test.outcome ?? []) await expectOutcome(data, target.client, entities);
    return { test: description, result: 'pass' };
  } catch (error) {
    if (error instanceof Unsupported)
      return { test: description, result: 'skip', reason: `runner: ${error.message}` };
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { test: description, result: 'fail', reason };
  } finally {
    await disableFailPoints(target.client);
    await entities.close();
  }
}

async function tooLong(): Promise<never> {
  await delay(TEST_MS, undefined, { ref: false });
  throw new Error('the test takes too long');
}

async function carryOut(file: SpecFile, test: SpecTest, entities: Entities): Promise<void> {
  await entities.create(file.createEntities ?? []);
  for (const [at, operation] of test.operations.entries()) {
    try {
      await runExpecting(operation, entities);
    } catch (error) {
      if (error instanceof Unsupported) throw error;
      throw new Mismatch(`operation ${at} (${operation.name}): ${(error as Error).message}`);
    }
  }
  for (const expected of test.expectEvents ?? []) {
    const observed = entities.observed(expected.client);
    expectEvents(observed, expected, entities);
  }
}

async function runExpecting(operation: Operation, entities: Entities): Promise<void> {
  let result: unknown;
  try {
    result = await runOperation(operation, entities);
  } catch (error) {
    if (error instanceof Unsupported) throw error;
    if (operation.ignoreResultAndError === true) return;
    if (operation.expectError === undefined) throw error;
    expectError(error, operation.expectError, entities);
    return;
  }
  if (operation.expectError !== undefined) throw new Mismatch('it should have failed');
  if (operation.saveResultAsEntity !== undefined) entities.set(operation.saveResultAsEntity, result);
  if (operation.expectResult !== undefined) expectMatch(result, operation.expectResult, entities);
}

async function fill(data: readonly CollectionData[], client: MongoClient): Promise<void> {
  for (const { databaseName, collectionName, createOptions, documents } of data) {
    const db = client.db(databaseName);
    await db.dropCollection(collectionName, { writeConcern: { w: 'majority' } }).catch(() => {});
    if (documents.length === 0 || createOptions !== undefined)
      await db.createCollection(collectionName, createOptions ?? {});
    if (documents.length > 0)
      await db.collection(collectionName).insertMany(documents, { writeConcern: { w: 'majority' } });
  }
}

async function expectOutcome(data: CollectionData, client: MongoClient, entities: Entities): Promise<void> {
  const collection = client.db(data.databaseName).collection(data.collectionName);
  const documents = await collection.find({}, { sort: { _id: 1 } }).toArray();
  try {
    expectMatch(documents.length, data.documents.length, entities);
    for (const [at, wanted] of data.documents.entries()) {
      expectMatch({ document: documents[at] }, { document: wanted }, entities);
    }
  } catch (error) {
    throw new Mismatch(`outcome of ${data.collectionName}: ${(error as Error).message}`);
  }
}

const FAIL_POINTS = ['failCommand', 'failGetMoreAfterCursorCheckout', 'onPrimaryTransactionalWrite'];

async function disableFailPoints(client: MongoClient): Promise<void> {
  for (const name of FAIL_POINTS) {
    await client
      .db('admin')
      .command({ configureFailPoint: name, mode: 'off' })
      .catch(() => {});
  }
}
