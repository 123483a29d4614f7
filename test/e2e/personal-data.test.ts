import type { Document } from 'mongodb';
import { Binary } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'aulis-air';
const REGION = 'eu-central-1';
const MARKS = { first: 'Vasilissa', last: 'Kyriakopoulou', email: 'vasilissa@marker.example', pnr: 'MRK7PQ' };
let lab: PlatformLab;

beforeAll(async () => {
  lab = await platformLab();
}, 60_000);
afterAll(() => lab?.stop());

const trips = () => lab.database(REGION).db('arcube').collection<Document & { _id: string }>('trips');

function marked(pnr = MARKS.pnr) {
  const trip = roundTrip();
  const [lead, ...others] = trip.passengers ?? [];
  const named = { ...lead, firstName: MARKS.first, lastName: MARKS.last, email: MARKS.email };
  return { ...trip, pnr, pointOfSale: 'WIDGET', passengers: [named, ...others] };
}
const serve = (body: object) =>
  lab.post('/aggregation-api/servePassengerRecommendations', body, lab.as(TENANT));

/** Every value of every document of a region, as text. */
async function everything(region: string): Promise<string> {
  const db = lab.database(region).db('arcube');
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  const all = await Promise.all(names.map((name) => db.collection(name).find().toArray()));
  // Binary has a toJSON of its own, which would hide its bytes: look at what it was called on
  function text(this: Record<string, unknown>, key: string, value: unknown): unknown {
    const own = this[key];
    return own instanceof Binary ? Buffer.from(own.value()).toString('latin1') : value;
  }
  return all.map((documents) => JSON.stringify(documents, text)).join('\n');
}

test('nothing personal can be read in the database, and everything through the API', async () => {
  const offers = await serve(marked());
  expect(offers.status).toBe(200);
  const [offer] = offers.body.result;
  const confirmed = await lab.post(
    '/order-api/confirmOrder',
    {
      sessionId: offers.headers.get('x-correlation-id'),
      selectedAncillaries: [
        {
          vendor: offer.metadata.provider,
          id: offer.id,
          price: { amount: offer.price, currency: 'EUR' },
          metadata: { gate: MARKS.last },
        },
      ],
    },
    { ...lab.as(TENANT), 'idempotency-key': 'personal-1' },
  );
  expect(confirmed.status).toBe(200);
  const text = await everything(REGION);
  expect(text).toContain(confirmed.body.transactionId);
  for (const mark of Object.values(MARKS)) {
    expect(text).not.toContain(mark);
    expect(text).not.toContain(Buffer.from(mark).toString('base64').slice(0, -4));
  }
  const listed = await lab.get(`/cancellation-api/orders?pnr=${MARKS.pnr.toLowerCase()}`, lab.as(TENANT));
  expect(listed.body.orders.map(({ transactionId }: { transactionId: string }) => transactionId)).toEqual([
    confirmed.body.transactionId,
  ]);
});

test('a trip that an earlier version wrote plain is found, and taken further', async () => {
  const { pointOfSale, ...content } = marked('OLD123');
  const now = new Date();
  const document = {
    ...content,
    tenant: TENANT,
    version: 1,
    correlationId: 'c',
    createdAt: now,
    updatedAt: now,
  };
  await trips().insertOne({ _id: `${TENANT}/pnr:OLD123`, ...document });
  const answer = await serve({ pnr: 'OLD123', pointOfSale: 'WIDGET' }); // no passengers: they are known
  expect(answer.status).toBe(200);
  const stored = await trips().findOne({ _id: `${TENANT}/pnr:OLD123` });
  expect(stored).toMatchObject({ version: 2, pnr: expect.any(Binary) });
  expect((await serve({ pnr: 'OLD123', pointOfSale: 'WIDGET' })).status).toBe(200);
});

test('equal booking references of two tenants are two trips', async () => {
  const body = marked('SAME01');
  const other = { ...marked('SAME01'), passengers: [{ id: 'p1', type: 'ADT', lastName: 'Otherwise' }] };
  const segments = body.segments?.map(({ passengerIds, ...segment }) => segment);
  expect((await serve(body)).status).toBe(200);
  const answer = await lab.post(
    '/aggregation-api/servePassengerRecommendations',
    { ...other, segments },
    lab.as('bluestem-airways'),
  );
  expect(answer.status).toBe(200);
  const here = (await serve({ pnr: 'SAME01', pointOfSale: 'WIDGET' })).body.result;
  expect(here.length).toBeGreaterThan(0);
  const foreign = await lab.database('us-east-1').db('arcube').collection('trips').countDocuments();
  expect(foreign).toBe(1);
});

test('a field that was put in another’s place does not open', async () => {
  await serve(marked('SWAP01'));
  const all = await trips().find({ tenant: TENANT }).toArray();
  const target = all.at(-1) as Document;
  const [lead] = target.passengers as Document[];
  await trips().updateOne(
    { _id: target._id as string },
    { $set: { 'passengers.0.firstName': lead?.lastName } },
  );
  const answer = await serve({ pnr: 'SWAP01', pointOfSale: 'WIDGET' });
  expect([answer.status, answer.body.error.code]).toEqual([500, 'INTERNAL']);
  expect(answer.text).not.toContain(MARKS.last);
});
