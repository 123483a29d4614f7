import type { Fault } from '../../../core/scenario/model.js';
import { CaseFailure, type TestCase } from '../case.js';
import { type Answer, type Offer, type SuiteApi, suite } from './api.js';

/** What a vendor may do wrong; `sold-out` is an answer, the others are failures. */
const VENDOR_FAULTS = ['error', 'html', 'garbage', 'half', 'redirect', 'after-booking', 'sold-out'] as const;

interface Confirmed {
  transactionId: string;
  successfulAncillaries: { id: string }[];
  failedAncillaries: { id: string; reasonCode: string }[];
  totalRefundAmount: { amount: number };
}

/** One offer of each category, so that every vendor of the tenant has something to book. */
function oneOfEach(offers: readonly Offer[]): Offer[] {
  return [...new Map(offers.map((one) => [one.category, one])).values()];
}

/** Orders with a fault in force, and holds the outcome to what must be true whatever failed. */
async function orderUnder(api: SuiteApi, fault: Fault, vendor?: string): Promise<Answer> {
  const offered = await api.offers();
  const chosen = oneOfEach(offered.offers).filter(
    (one) => vendor === undefined || one.metadata.provider === vendor,
  );
  const items = chosen.length > 0 ? chosen : offered.offers.slice(0, 1);
  await api.controls.fault(fault);
  const answer = await api.post('order', '/order-api/confirmOrder', api.order(offered, items));
  await api.controls.fault({ clear: true });
  if (answer.status === 200 || answer.status === 207) judge(api, answer, items);
  else api.status('order', answer, [422, 500, 502, 503, 504]);
  await noPaidItemUnbooked(api, answer);
  return answer;
}

/** Every item is in one of the two lists, and what was not placed is refunded to the cent. */
function judge(api: SuiteApi, answer: Answer, items: readonly Offer[]): void {
  const { successfulAncillaries, failedAncillaries, totalRefundAmount } = answer.json as Confirmed;
  const told = [...successfulAncillaries, ...failedAncillaries].map(({ id }) => id);
  api.expect('order', told.toSorted(), items.map(({ id }) => id).toSorted(), 'the items told of', answer);
  const failed = new Set(failedAncillaries.map(({ id }) => id));
  const owed = items.filter(({ id }) => failed.has(id)).reduce((sum, { price }) => sum + price, 0);
  api.expect('order', totalRefundAmount.amount, Math.round(owed * 100) / 100, 'the refund', answer);
}

/** Once recovery has had its time, the vendors' books hold each placed item once, and nothing of what failed. */
async function noPaidItemUnbooked(api: SuiteApi, answer: Answer): Promise<void> {
  await api.controls.moveClock({ advance: 6 * 60_000 });
  const { transactionId, successfulAncillaries } = (answer.json ?? {}) as Partial<Confirmed>;
  const placed = successfulAncillaries?.length ?? 0;
  const end = performance.now() + 8000;
  for (;;) {
    const mine = api.controls
      .bookings()
      .filter(({ key }) => transactionId !== undefined && key.startsWith(transactionId));
    const booked = mine.filter(({ state }) => state === 'BOOKED').length;
    if (booked === placed) return;
    if (performance.now() > end) {
      const message = `${placed} items were placed, and the vendors have ${booked} bookings of the order.`;
      throw new CaseFailure('books', message, undefined, answer.index);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The database as bad as it gets: a declared error in the platform's shape, and a full recovery afterwards. */
async function databaseFails(api: SuiteApi, fault: Fault): Promise<void> {
  const offered = await api.offers();
  const body = api.order(offered, offered.offers.slice(0, 1));
  const headers = { 'idempotency-key': api.context.ids.uuid() };
  await api.controls.fault(fault);
  const broken = await api.post('broken', '/order-api/confirmOrder', body, { headers });
  api.expect('broken', broken.status, { in: [200, 500, 502, 503, 504] }, 'the status', broken);
  if (broken.status !== 200)
    api.expect(
      'broken',
      broken.json,
      { like: { error: { code: { in: ['INTERNAL', 'UNAVAILABLE'] } } } },
      'the error',
      broken,
    );
  await api.controls.fault({ clear: true });
  await api.controls.moveClock({ advance: 6 * 60_000 });
  const again = await api.post('again', '/order-api/confirmOrder', body, { headers });
  api.status('again', again, [200, 409]);
  const listed = await api.send('orders', 'GET', `/cancellation-api/orders?pnr=${offered.pnr}`);
  api.expect(
    'orders',
    (listed.json as { orders: unknown[] }).orders,
    { length: 1 },
    'the orders of the trip',
    listed,
  );
}

/** Each vendor and the database slow, failing and half-way failing. */
export function resilienceSuite(): TestCase[] {
  const vendors = VENDOR_FAULTS.map((kind) => [
    `vendors answer with ${kind}: what was paid is booked or refunded`,
    async (api: SuiteApi) => {
      for (const name of vendorsInUse(await api.offers()))
        await orderUnder(api, { target: 'vendor', name, kind, times: 1 }, name);
    },
  ]);
  return suite('resilience', true, {
    ...(Object.fromEntries(vendors) as Record<string, (api: SuiteApi) => Promise<void>>),
    'every vendor fails all the time: nothing is booked, all is refunded': async (api) => {
      const answer = await orderUnder(api, { target: 'vendor', name: '*', errorRate: 1 });
      api.status('order', answer, [207, 200, 422, 502, 503]);
    },
    'slow vendors hold up an order, and no more': async (api) => {
      const answer = await orderUnder(api, { target: 'vendor', name: '*', latency: 400 });
      api.status('order', answer, [200, 207]);
    },
    'one vendor fails among several: the others’ items stand': async (api) => {
      const offered = await api.offers();
      const [first] = vendorsInUse(offered);
      const answer = await orderUnder(api, {
        target: 'vendor',
        name: first ?? '*',
        kind: 'sold-out',
        times: 1,
      });
      api.status('order', answer, 207);
    },
    'the database refuses everything, and comes back': (api) =>
      databaseFails(api, { target: 'mongo', name: '*', errorRate: 1 }),
    'the database refuses every third command': (api) =>
      databaseFails(api, { target: 'mongo', name: '*', errorRate: 0.33 }),
    'a slow database slows down, and no more': async (api) => {
      const offered = await api.offers();
      await api.controls.fault({ target: 'mongo', name: '*', latency: 60 });
      const answer = await api.post(
        'order',
        '/order-api/confirmOrder',
        api.order(offered, offered.offers.slice(0, 1)),
      );
      api.status('order', answer, 200);
    },
    'a function that fails is answered in the platform’s shape': async (api) => {
      await api.controls.fault({ target: 'function', name: '*', errorRate: 1 });
      const answer = await api.send('failing', 'GET', '/health', { as: { anonymous: true } });
      api.expect('failing', answer.status, { in: [500, 502, 503] }, 'the status', answer);
      api.expect(
        'failing',
        answer.json,
        { like: { error: { code: { in: ['INTERNAL', 'UNAVAILABLE'] } } } },
        'the error',
        answer,
      );
    },
    'a throttled function tells to come back': async (api) => {
      await api.controls.fault({ target: 'function', name: '*', throttleRate: 1 });
      const answer = await api.send('throttled', 'GET', '/health', { as: { anonymous: true } });
      api.expect('throttled', answer.status, { in: [429, 500, 502, 503] }, 'the status', answer);
    },
  });
}

function vendorsInUse({ offers }: { offers: Offer[] }): string[] {
  return [...new Set(oneOfEach(offers).map(({ metadata }) => metadata.provider))];
}
