import type { TestCase } from '../case.js';
import { type Answer, type SuiteApi, suite } from './api.js';

const DAY = 86_400_000;
/** Equal calls at once. */
const RACE = 10;

/** An operation that takes a key: how to make a good body, and another one for the same key. */
interface Keyed {
  path: string;
  headers?: Record<string, string>;
  body: Record<string, unknown>;
  other: Record<string, unknown>;
}

const OPERATIONS: Record<string, (api: SuiteApi) => Promise<Keyed>> = {
  confirmOrder: (api) => order(api, '/order-api/confirmOrder'),
  'confirmOrder of /v1': (api) => order(api, '/v1/order-api/confirmOrder'),
  'widget order': widgetOrder,
  'NDC order': async (api) => {
    const body = await api.orderCreate();
    return { path: '/ndc-api/order-create', body, other: { ...body, PointOfSale: 'OTHER' } };
  },
  'NDC shopping': async (api) => {
    const body = api.airShopping();
    return { path: '/ndc-api/air-shopping', body, other: { ...body, Metadata: { PointOfSale: 'OTHER' } } };
  },
};

async function order(api: SuiteApi, path: string): Promise<Keyed> {
  const offered = await api.offers();
  const body = api.order(offered, offered.offers.slice(0, 1));
  return { path, body, other: api.order(offered, offered.offers.slice(1, 2)) };
}

async function widgetOrder(api: SuiteApi): Promise<Keyed> {
  const offered = await api.offers();
  const { tenant } = api.tokens.tenant({});
  const body = api.widgetOrder(offered, offered.offers.slice(0, 1), tenant, api.context.ids.uuid());
  return {
    path: '/transactions/widget-order-create',
    headers: { 'x-correlation-id': offered.correlationId },
    body,
    other: { ...body, customer: { firstName: 'Other' } },
  };
}

function call(
  api: SuiteApi,
  step: string,
  { path, headers = {} }: Keyed,
  body: unknown,
  key: string,
): Promise<Answer> {
  return api.post(step, path, body, { headers: { ...headers, 'idempotency-key': key } });
}

async function repeats(api: SuiteApi, keyed: Keyed): Promise<void> {
  const key = api.context.ids.uuid();
  const first = await call(api, 'first', keyed, keyed.body, key);
  api.status('first', first, 200);
  for (let time = 0; time < 3; time++) {
    const again = await call(api, 'again', keyed, keyed.body, key);
    api.expect('again', again.body, first.body, 'the answer, byte for byte', again);
    api.status('again', again, first.status);
  }
  const reordered = Object.fromEntries(Object.entries(keyed.body).reverse());
  const same = await call(api, 'same in another order', keyed, reordered, key);
  api.expect('same in another order', same.body, first.body, 'the answer', same);
  const other = await call(api, 'another body', keyed, keyed.other, key);
  api.status('another body', other, 409);
  api.expect('another body', other.body, { contains: 'PAYLOAD_MISMATCH' }, 'the refusal', other);
}

/** A refusal is the first answer of its key: heard again, and no other call may use the key. */
async function refuses(api: SuiteApi, keyed: Keyed): Promise<void> {
  const key = api.context.ids.uuid();
  const first = await call(api, 'faulty', keyed, {}, key);
  api.status('faulty', first, 400);
  const again = await call(api, 'again', keyed, {}, key);
  api.status('again', again, first.status);
  api.expect('again', again.body, first.body, 'the refusal, byte for byte', again);
  const mended = await call(api, 'mended', keyed, keyed.body, key);
  api.status('mended', mended, 409);
  api.expect('mended', mended.body, { contains: 'PAYLOAD_MISMATCH' }, 'the refusal', mended);
}

async function races(api: SuiteApi, keyed: Keyed): Promise<void> {
  const key = api.context.ids.uuid();
  const answers = await Promise.all(
    Array.from({ length: RACE }, () => call(api, 'at once', keyed, keyed.body, key)),
  );
  const [first] = answers as [Answer];
  api.status('at once', first, 200);
  for (const answer of answers)
    api.expect(
      'at once',
      `${answer.status} ${answer.body}`,
      `${first.status} ${first.body}`,
      'each answer',
      answer,
    );
  const booked = new Set(api.context.system.controls?.bookings().map((one) => one.key));
  const all = api.context.system.controls?.bookings() ?? [];
  api.expect('bookings', all.length, booked.size, 'bookings, and different ones among them');
}

/** Repeats and races of every operation that takes a key. */
export function idempotencySuite(): TestCase[] {
  const cases = Object.entries(OPERATIONS).flatMap(([name, prepare]) => [
    [
      `${name}: a repeated call has the first answer`,
      async (api: SuiteApi) => repeats(api, await prepare(api)),
    ] as const,
    [`${name}: a refusal keeps its key`, async (api: SuiteApi) => refuses(api, await prepare(api))] as const,
    [
      `${name}: of ${RACE} equal calls at once one takes effect`,
      async (api: SuiteApi) => races(api, await prepare(api)),
    ] as const,
  ]);
  return [
    ...suite('idempotency', false, {
      ...Object.fromEntries(cases),
      'a key is its tenant’s own': async (api) => {
        const key = api.context.ids.uuid();
        for (const { tenant } of api.tenants()) {
          const offered = await api.offers({ tenant });
          const body = api.order(offered, offered.offers.slice(0, 1));
          const options = { as: { tenant }, headers: { 'idempotency-key': key } };
          const answer = await api.post(`order of ${tenant}`, '/order-api/confirmOrder', body, options);
          api.status(`order of ${tenant}`, answer, 200);
        }
      },
      'an offer is ordered once, whatever the key': async (api) => {
        const offered = await api.offers();
        const body = api.order(offered, offered.offers.slice(0, 1));
        const answers = await Promise.all(
          Array.from({ length: RACE }, () => {
            const headers = { 'idempotency-key': api.context.ids.uuid() };
            return api.post('order', '/order-api/confirmOrder', body, { headers });
          }),
        );
        const placed = answers.filter(({ status }) => status === 200).length;
        api.expect('order', placed, 1, 'orders placed');
      },
      'cancelling: a key is for one item': async (api) => {
        const { transactionId } = await api.placed();
        const headers = { 'idempotency-key': api.context.ids.uuid() };
        const cancel = (item: string) =>
          api.post(
            `cancel ${item}`,
            `/cancellation-api/orders/${transactionId}/items/${item}/cancel`,
            {},
            {
              headers,
            },
          );
        const first = await cancel('itm_1');
        api.status('cancel itm_1', first, 200);
        const again = await cancel('itm_1');
        api.expect('cancel itm_1', again.body, first.body, 'the answer, byte for byte', again);
        const other = await cancel('itm_2');
        api.status('cancel itm_2', other, 409);
        api.expect('cancel itm_2', other.body, { contains: 'PAYLOAD_MISMATCH' }, 'the refusal', other);
      },
      'an item is cancelled once': async (api) => {
        const { transactionId } = await api.placed();
        const path = `/cancellation-api/orders/${transactionId}/items/itm_1/cancel`;
        const answers = await Promise.all(Array.from({ length: RACE }, () => api.post('cancel', path, {})));
        for (const answer of answers) api.status('cancel', answer, [200, 409]);
        const cancelled = answers.filter(({ status }) => status === 200).length;
        api.expect('cancel', cancelled, 1, 'cancellations that took effect');
      },
      'a payment makes one widget order': async (api) => {
        const keyed = await widgetOrder(api);
        const answers = await Promise.all(
          Array.from({ length: RACE }, () =>
            api.post('order', keyed.path, keyed.body, { headers: keyed.headers ?? {} }),
          ),
        );
        const ids = answers.flatMap(({ json }) => (json as { transactionId?: string }).transactionId ?? []);
        api.expect('order', new Set(ids).size, 1, 'different orders');
      },
    }),
    ...suite('idempotency', true, {
      'a key is forgotten after 24 hours': async (api) => {
        const key = api.context.ids.uuid();
        const keyed = await order(api, '/order-api/confirmOrder');
        api.status('first', await call(api, 'first', keyed, keyed.body, key), 200);
        await api.controls.moveClock({ advance: DAY - 120_000 });
        const kept = await call(api, 'just before', keyed, keyed.other, key);
        api.status('just before', kept, 409);
        await api.controls.moveClock({ advance: 240_000 });
        const fresh = await order(api, '/order-api/confirmOrder');
        api.status('after', await call(api, 'after', fresh, fresh.body, key), 200);
      },
    }),
  ];
}
