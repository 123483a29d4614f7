import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { reconcile } from '../../templates/ancillary/functions/shared/ledger/reconcile.js';
import { type Reply, send } from '../helpers/api-client.js';
import { orderOf } from '../helpers/journey.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'dune-horizon';
let lab: PlatformLab;
let as: Record<string, string>;

beforeAll(async () => {
  lab = await platformLab();
}, 60_000);
afterAll(() => lab?.stop());
beforeEach(async () => {
  as = { authorization: `Bearer ${await lab.emulator.tokenFor(TENANT)}` }; // the clock moves on by hours
});

const steer = (path: string, body: object): Promise<Reply> =>
  send(`${lab.emulator.urls.vendors}/_sandbox/${path}`, 'POST', body);
const books = async (): Promise<Reply['body'][]> =>
  (await send(`${lab.emulator.urls.vendors}/_sandbox/bookings`, 'GET')).body.bookings;

let trips = 0;
async function offered(tokens = as): Promise<Reply['body']> {
  const pnr = `BADVEN${String(++trips).padStart(2, '0')}`;
  const { body } = await lab.post(
    '/aggregation-api/servePassengerRecommendations',
    { ...roundTrip(), pnr, pointOfSale: 'AIRLINE_WEBSITE' },
    tokens,
  );
  return { pnr, ...body };
}

async function order(...categories: string[]) {
  const { pnr, correlationId, result } = await offered();
  const picked = categories.map((category) =>
    result.find((offer: Reply['body']) => offer.category === category),
  );
  const reply = await lab.post('/order-api/confirmOrder', orderOf(correlationId, picked, 'AED'), as);
  const mine = async () =>
    (await books()).filter(({ key }) => key.startsWith(`${reply.body.transactionId ?? '?'}:`));
  return { pnr, reply, picked, mine };
}

const orders = () => lab.database('me-central-1').db('arcube').collection<{ _id: string }>('orders');
async function itemsOf(transactionId: string): Promise<Reply['body'][]> {
  return ((await orders().findOne({ _id: transactionId })) as Reply['body'] | null)?.items ?? [];
}
/** Lets the schedule of the recovery come round. */
const recover = () => lab.emulator.clock.advance(6 * 60_000);

describe('a vendor that is not heard', () => {
  test.each([
    'late',
    'after-booking',
    'half',
    'html',
    'garbage',
    'redirect',
    'error',
    'busy',
    'reset',
    'trickle',
    'huge',
  ])(
    '(%s, at every try) costs its item, not the order; what it booked all the same is given back',
    async (fault) => {
      await steer('faults', { vendor: 'brb', fault, times: 3, path: '/api/purchases' });
      const { reply, picked, mine } = await order('ESIMS', 'BAGGAGE_PROTECTION');
      expect([reply.status, reply.body]).toMatchObject([
        207,
        {
          failedAncillaries: [{ id: picked[1].id, reasonCode: 'VENDOR_UNAVAILABLE' }],
          successfulAncillaries: [{ id: picked[0].id }],
          totalRefundAmount: { amount: picked[1].price, currency: 'AED' },
        },
      ]);
      const { transactionId } = reply.body;
      recover();
      await vi.waitFor(
        async () =>
          expect((await itemsOf(transactionId)).map(({ inDoubt }) => inDoubt)).toEqual([undefined, false]),
        { timeout: 20_000, interval: 200 },
      );
      const states = (await mine()).map(({ vendor, state }) => `${vendor} ${state}`).sort();
      const booked = fault === 'late' || fault === 'after-booking';
      expect(states.filter((state) => state.startsWith('brb'))).toEqual(booked ? ['brb CANCELLED'] : []);
      expect(states.length).toBe(booked ? 2 : 1);
    },
    40_000,
  );

  test('because its answer says neither yes nor no, is asked later, and gives the booking back', async () => {
    await steer('faults', { vendor: 'brb', fault: 'empty', times: 1, path: '/api/purchases' });
    const { reply, mine } = await order('ESIMS', 'BAGGAGE_PROTECTION');
    expect(reply.status).toBe(207);
    expect((await itemsOf(reply.body.transactionId))[1]).toMatchObject({ state: 'FAILED', inDoubt: true });
    recover();
    await vi.waitFor(
      async () => expect((await itemsOf(reply.body.transactionId))[1]).toMatchObject({ inDoubt: false }),
      { timeout: 20_000, interval: 200 },
    );
    const brb = (await mine()).filter(({ vendor }) => vendor === 'brb');
    expect(brb.map(({ state }) => state)).toEqual(['CANCELLED']);
  });

  test('and will not give back what it booked, leaves the money to people', async () => {
    await steer('faults', { vendor: 'carbonclick', fault: 'after-booking', times: 3, path: '/v1/offsets' });
    const { reply, mine } = await order('ESIMS', 'CARBON_OFFSET');
    expect(reply.status).toBe(207);
    recover();
    await vi.waitFor(
      async () =>
        expect((await itemsOf(reply.body.transactionId))[1]).toMatchObject({
          state: 'REFUND_MANUAL_REVIEW',
          inDoubt: false,
        }),
      { timeout: 20_000, interval: 200 },
    );
    expect((await mine()).map(({ state }) => state)).toEqual(['BOOKED', 'BOOKED']);
  });
});

test('a vendor that asks for more than it told sells nothing, and the passenger is refunded', async () => {
  await steer('faults', { vendor: 'brb', fault: 'price-rise', times: 1, path: '/api/purchases' });
  const { reply, picked, mine } = await order('ESIMS', 'BAGGAGE_PROTECTION');
  expect(reply.body.failedAncillaries).toEqual([{ id: picked[1].id, reasonCode: 'PRICE_CHANGED' }]);
  expect((await mine()).length).toBe(1);
});

test('sold out at one vendor, the other supplies; the request’s story says why', async () => {
  const before = await offered();
  const lounge = before.result.find(({ category }: Reply['body']) => category === 'LOUNGE_ACCESS');
  const { provider } = lounge.metadata;
  const product = lounge.id.slice(provider.length + 1);
  lab.emulator.clock.advance(61_000); // a price is remembered for a minute
  await steer('stock', { vendor: provider, product, left: 0 }); // of the day that the clock has come to
  const after = await lab.post(
    '/aggregation-api/servePassengerRecommendations',
    { pnr: before.pnr, pointOfSale: 'AIRLINE_WEBSITE' },
    as,
  );
  const same = after.body.result.find(({ id }: Reply['body']) => id.endsWith(product));
  expect(same.metadata.provider).not.toBe(provider);
  const requestId = after.headers.get('x-amzn-requestid');
  const control = lab.emulator.urls.control;
  await vi.waitFor(
    async () => {
      const story = await send(`${control}/_arcube/explain/${requestId}`, 'GET');
      const log = story.body.logs.map(({ text }: { text: string }) => text).join('\n');
      expect(log).toMatch(
        new RegExp(`${product}: .+ chosen \\(\\d+\\.\\d\\d USD.+${provider} sold out; margin`),
      );
    },
    { timeout: 20_000, interval: 100 },
  );
});

test('a vendor without prices is passed over, whatever it answers instead, and the rest is offered', async () => {
  for (const fault of ['garbage', 'half', 'html', 'redirect', 'error', 'busy', 'empty', 'hang']) {
    await steer('faults', { vendor: 'brb', fault, times: 50, path: '/api/quotes' });
    lab.emulator.clock.advance(11 * 60_000); // what it told before is too old by now
    const { result } = await offered({ authorization: `Bearer ${await lab.emulator.tokenFor(TENANT)}` });
    const categories = new Set(result.map(({ category }: Reply['body']) => category));
    expect([fault, categories.has('BAGGAGE_PROTECTION'), categories.has('ESIMS')]).toEqual([
      fault,
      false,
      true,
    ]);
  }
  await steer('faults', { vendor: 'brb', fault: 'garbage', times: 1, path: 'nothing' }); // mends it
  lab.emulator.clock.advance(11 * 60_000);
});

describe('a cancellation that the vendor answers with', () => {
  test.each(['html', 'garbage', 'half', 'redirect', 'error', 'after-booking'])(
    '%s is asked for again; with nothing else to be heard, people decide, and the sums agree',
    async (fault) => {
      for (const [times, state] of [
        [2, 'REFUNDED'],
        [3, 'REFUND_MANUAL_REVIEW'],
      ] as const) {
        const { reply, picked, mine } = await order('BAGGAGE_PROTECTION');
        const { transactionId } = reply.body;
        await steer('faults', { vendor: 'brb', fault, times });
        const path = `/cancellation-api/orders/${transactionId}/items/itm_1/cancel`;
        const { status, body } = await lab.post(path, {}, as);
        const refunded = state === 'REFUNDED' ? picked[0].price : 0;
        expect([status, body.status, body.refundAmount.amount]).toEqual([200, state, refunded]);
        expect((await lab.post(path, {}, as)).status).toBe(409);
        const isBack = state === 'REFUNDED' || fault === 'after-booking';
        expect((await mine()).map((booking) => booking.state)).toEqual([isBack ? 'CANCELLED' : 'BOOKED']);
        const entries = await lab
          .database('me-central-1')
          .db('arcube')
          .collection('ledger')
          .find({ order: transactionId })
          .toArray();
        const placed = { _id: transactionId, currency: 'AED', items: await itemsOf(transactionId) };
        expect(reconcile(placed as Parameters<typeof reconcile>[0], entries as never)).toEqual([]);
      }
    },
  );
});

test('a cancellation that a crash left half-done is finished, and the vendor hears of it', async () => {
  const { reply, mine } = await order('ESIMS');
  const { transactionId } = reply.body;
  const [{ price }] = (await itemsOf(transactionId)) as [Reply['body']];
  const begun = { 'items.0.state': 'CANCELLATION_INITIATED', 'items.0.refundDue': price };
  await orders().updateOne({ _id: transactionId }, { $set: begun });
  recover();
  await vi.waitFor(
    async () =>
      expect((await itemsOf(transactionId))[0]).toMatchObject({ state: 'REFUNDED', refunded: price }),
    { timeout: 20_000, interval: 200 },
  );
  expect((await mine()).map(({ state }) => state)).toEqual(['CANCELLED']);
});
