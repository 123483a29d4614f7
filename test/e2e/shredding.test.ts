import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Binary, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../helpers/cli.js';
import { Dev, emptyProject } from '../helpers/dev.js';
import { ApiClient, offersOf } from '../helpers/journey.js';

const TENANT = 'aulis-air';
const REGION = 'eu-central-1';
const SERVE = '/aggregation-api/servePassengerRecommendations';

let project: ReturnType<typeof emptyProject>;
let dev: Dev;

beforeAll(async () => {
  project = emptyProject();
  dev = await Dev.start(project.folder, '--no-watch');
}, 60_000);
afterAll(async () => {
  await dev?.end();
  project?.remove();
});

const cli = (...args: string[]) => runCli([...args, '--project', project.folder, '--json']);
const erase = (pnr: string) => cli('tenant', 'erase', TENANT, '--pnr', pnr, '--last-name', 'papadaki');

/** Documents of a collection as they lie there. */
async function stored(name: string): Promise<{ _id: unknown; [field: string]: unknown }[]> {
  const client = new MongoClient(dev.ready.urls.mongoByRegion[REGION] ?? '');
  try {
    return await client.db('arcube').collection(name).find().toArray();
  } finally {
    await client.close();
  }
}

test('a backup from before an erasure gives everybody back but the passenger who was erased', async () => {
  const client = await ApiClient.of(dev.ready, REGION);
  for (const pnr of ['SHRED1', 'STAYS1']) await offersOf(client, pnr);
  const [key, other] = await stored('booking_keys');
  expect(key).toMatchObject({ tenant: TENANT, wrapped: expect.anything() });
  const backup = join(project.folder, 'backups', 'before.arc'); // a folder that is not there yet
  expect((await cli('db', 'snapshot', backup, '--region', REGION)).code).toBe(0);
  const bytes = readFileSync(backup);
  const idOf = (document: typeof key) => String(document?._id).split('~')[1] ?? '';
  expect(bytes.includes(idOf(key))).toBe(true); // the trip
  for (const one of [key, other]) {
    const wrapped = one?.wrapped as Binary;
    expect(bytes.includes(Buffer.from(wrapped.value()))).toBe(false);
  }

  const erased = JSON.parse((await erase('SHRED1')).stdout);
  expect(erased).toMatchObject({ keys: 1, proven: true });
  expect((await stored('booking_keys')).length).toBe(1);
  await dev.end();
  expect((await cli('db', 'restore', backup, '--region', REGION)).code).toBe(0);
  dev = await Dev.start(project.folder, '--no-watch');

  expect((await stored('trips')).length).toBe(2);
  expect((await stored('booking_keys')).length).toBe(1);
  const again = await ApiClient.of(dev.ready, REGION);
  expect((await again.post(SERVE, { pnr: 'STAYS1', pointOfSale: 'WIDGET' })).status).toBe(200);
  const nameless = await again.post(SERVE, { pnr: 'SHRED1', pointOfSale: 'WIDGET' });
  expect(nameless.status).toBe(200); // flights are there, who flew is not
  expect(JSON.parse((await erase('SHRED1')).stdout)).toMatchObject({
    error: { code: 'TENANT_DATA_REFUSED', what: 'No passenger of SHRED1 has this last name.' },
  });
  // who stayed is known by name; what the restore put aside is found, and told
  expect(JSON.parse((await erase('STAYS1')).stdout)).toMatchObject({ removed: { trips: 1 }, keys: 1 });
}, 90_000);
