import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Reply, send } from '../helpers/api-client.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'dune-horizon';
const ORDER = '/transactions/widget-order-create';
const PAYMENT = '/order-api/paymentConfirmation';
const DAY = 24 * 3_600_000;
let lab: PlatformLab;
let as: Record<string, string>;

beforeAll(async () => {
  lab = await platformLab();
  as = lab.as(TENANT);
}, 60_000);
afterAll(() => lab?.stop());

const database = () => lab.database('me-central-1').db('arcube');
const orders = () => database().collection<{ _id: string }>('orders');
let trips = 0;

/** An order whose payment is on its way. */
async function held() {
  const pnr = `HELD${String(++trips).padStart(2, '0')}`;
  const trip = { ...roundTrip(), pnr, pointOfSale: 'AIRLINE_WEBSITE' };
  const { body } = await lab.post('/aggregation-api/servePassengerRecommendations', trip, as);
  const picked: Reply['body'][] = body.result.slice(0, 2);
  const amount = Math.round(picked.reduce((sum, { price }) => sum + price * 100, 0)) / 100;
  const request = {
    selectedAncillaries: picked.map(({ id }) => ({ id, quantity: 1 })),
    tenant: TENANT,
    pnr,
    pointOfSale: 'AIRLINE_WEBSITE',
    requestedCurrency: 'AED',
    customer: { firstName: 'Eleni' },
    externalPSP: {
      provider: 'adyen',
      referenceId: randomUUID(),
      status: 'PENDING',
      amount,
      currency: 'AED',
      paidAt: '2026-11-22T12:00:00Z',
    },
  };
  const headers = { ...as, 'x-correlation-id': body.correlationId };
  const placed = await lab.post(ORDER, request, headers);
  expect([placed.status, placed.body.status]).toEqual([200, 'pending']);
  const { transactionId } = placed.body;
  const payment = (paymentStatus: string, more: object = {}) => ({
    sessionId: body.correlationId,
    transactionId,
    totalAmountPaid: { amount, currency: 'AED' },
    ancillaryIds: picked.map(({ id }) => id),
    paymentStatus,
    ...more,
  });
  return { request, headers, transactionId, payment, amount };
}

async function bookingsOf(transactionId: string): Promise<number> {
  const { body } = await send(`${lab.emulator.urls.vendors}/_sandbox/bookings`, 'GET');
  return body.bookings.filter(({ key }: { key: string }) => key.startsWith(transactionId)).length;
}

function ledgerOf(order: string) {
  return database().collection('ledger').find({ order }).toArray();
}

describe('an order that waits for its payment', () => {
  test('books nothing and owes nobody anything, and is booked once it is paid, once', async () => {
    const { transactionId, payment, amount } = await held();
    expect([await bookingsOf(transactionId), await ledgerOf(transactionId)]).toEqual([0, []]);
    const still = await lab.post(PAYMENT, payment('PENDING'), as);
    expect(still.body).toMatchObject({ paymentStatus: 'PENDING', order: { status: 'PENDING' } });
    const both = await Promise.all([1, 2].map(() => lab.post(PAYMENT, payment('CONFIRMED'), as)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await orders().findOne({ _id: transactionId })).toMatchObject({
      status: 'SUCCESS',
      payment: { provider: 'adyen', status: 'CONFIRMED', amount },
      items: [{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }],
    });
    expect(await bookingsOf(transactionId)).toBe(2);
    const entries = await ledgerOf(transactionId);
    const passenger = entries
      .flatMap(({ lines }) => lines as { account: string; amount: number }[])
      .filter(({ account }) => account === 'passenger');
    expect(passenger.reduce((sum, line) => sum + line.amount, 0)).toBe(-Math.round(amount * 100));
    expect(entries.map(({ _id }) => String(_id)).sort()[2]).toBe(`${transactionId}:paid`);
  });

  test('goes on when the widget sends it again, paid; the payment is for this order alone', async () => {
    const { request, headers, transactionId } = await held();
    const externalPSP = { ...request.externalPSP, status: 'CONFIRMED' };
    const other = {
      ...request,
      externalPSP,
      selectedAncillaries: request.selectedAncillaries.slice(0, 1),
    };
    expect((await lab.post(ORDER, other, headers)).body).toMatchObject({
      code: 'CONFLICT',
      details: ['externalPSP.referenceId: PAYLOAD_MISMATCH'],
    });
    const paid = { ...request, externalPSP };
    for (const _ of [1, 2])
      expect((await lab.post(ORDER, paid, headers)).body).toMatchObject({
        transactionId,
        status: 'confirmed',
        transactionItems: [{ status: 'CONFIRMED' }, { status: 'CONFIRMED' }],
      });
    expect(await bookingsOf(transactionId)).toBe(2);
  });

  test('takes no part of its payment, and no other sum', async () => {
    const { transactionId, payment, amount } = await held();
    const part = await lab.post(
      PAYMENT,
      payment('CONFIRMED', { ancillaryIds: payment('X').ancillaryIds.slice(0, 1) }),
      as,
    );
    expect([part.status, part.body.error.details]).toEqual([
      422,
      [{ field: 'ancillaryIds', reason: 'MISSING' }],
    ]);
    const totalAmountPaid = { amount: amount - 0.01, currency: 'AED' };
    const short = await lab.post(PAYMENT, payment('CONFIRMED', { totalAmountPaid }), as);
    expect(short.body.error.details).toEqual([{ field: 'totalAmountPaid.amount', reason: 'VALUE_MISMATCH' }]);
    expect(await orders().findOne({ _id: transactionId })).toMatchObject({ status: 'PENDING' });
  });

  test('is cancelled when the payment fails, and its items can be ordered anew', async () => {
    const { request, headers, transactionId, payment } = await held();
    const failed = await lab.post(PAYMENT, payment('FAILED'), as);
    expect(failed.body.order).toMatchObject({
      status: 'CANCELLED',
      items: [{ status: 'CANCELLED', reason: 'PAYMENT_FAILED' }, { status: 'CANCELLED' }],
    });
    expect(await ledgerOf(transactionId)).toEqual([]);
    const externalPSP = { ...request.externalPSP, status: 'CONFIRMED', referenceId: randomUUID() };
    const again = await lab.post(ORDER, { ...request, externalPSP }, headers);
    expect([again.status, again.body.status]).toEqual([200, 'confirmed']);
    expect([await bookingsOf(transactionId), await bookingsOf(again.body.transactionId)]).toEqual([0, 2]);
  });

  test('expires on the clock; a payment that comes too late is told so', async () => {
    const { request, headers, transactionId, payment } = await held();
    const unheard = await held();
    lab.emulator.clock.advance(DAY + 6 * 60_000);
    try {
      await vi.waitFor(
        async () =>
          expect(await orders().findOne({ _id: transactionId })).toMatchObject({
            status: 'CANCELLED',
            items: [{ state: 'CANCELLED', reason: 'PAYMENT_EXPIRED' }, {}],
          }),
        { timeout: 20_000, interval: 100 },
      );
      const { emulator } = lab;
      const token = await emulator.tokenFor(TENANT);
      const fresh = { ...headers, authorization: `Bearer ${token}` };
      const late = await lab.post(PAYMENT, payment('CONFIRMED'), fresh);
      expect([late.status, late.body.error.details]).toEqual([
        409,
        [{ field: 'transactionId', reason: 'ORDER_CANCELLED' }],
      ]);
      const paid = { ...request, externalPSP: { ...request.externalPSP, status: 'CONFIRMED' } };
      expect((await lab.post(ORDER, paid, fresh)).body).toMatchObject({
        code: 'CONFLICT',
        details: ['externalPSP.referenceId: ORDER_CANCELLED'],
      });
      const gone = await lab.post(PAYMENT, unheard.payment('CANCELLED'), fresh);
      expect([gone.status, gone.body.order.status]).toEqual([200, 'CANCELLED']);
      expect([await bookingsOf(transactionId), await ledgerOf(transactionId)]).toEqual([0, []]);
    } finally {
      lab.emulator.clock.advance(-(DAY + 6 * 60_000));
    }
  });
});

describe('an idempotency key', () => {
  const CONFIRM = '/order-api/confirmOrder';
  const body = (id: string) => ({
    sessionId: 'no-such-session',
    selectedAncillaries: [{ vendor: 'airalo', id, price: { amount: 1, currency: 'AED' } }],
  });
  const paid = (transactionId: string) => ({
    sessionId: 'none',
    transactionId,
    totalAmountPaid: { amount: 1, currency: 'AED' },
    ancillaryIds: ['one'],
    paymentStatus: 'CONFIRMED',
  });
  const cancel = (item: string) => `/cancellation-api/orders/trx_none/items/${item}/cancel`;
  /** Each route that takes a key: a call that is refused, with what status, and another one. */
  const ROUTES: [path: string, refused: object, status: number, other: object, otherPath?: string][] = [
    [CONFIRM, body('one'), 404, body('two')],
    [CONFIRM, {}, 400, body('one')],
    ['/v1/order-api/confirmOrder', body('one'), 404, body('two')],
    [PAYMENT, paid('trx_one'), 404, paid('trx_two')],
    ['/v1/order-api/paymentConfirmation', {}, 400, paid('trx_two')],
    [ORDER, { selectedAncillaries: [] }, 400, { selectedAncillaries: [{ id: 'one' }] }],
    [cancel('itm_1'), {}, 404, {}, cancel('itm_2')],
    ['/ndc-api/air-shopping', {}, 400, { Document: {} }],
    ['/ndc-api/offer-price', {}, 400, { Query: {} }],
    ['/ndc-api/order-create', {}, 400, { Query: {} }],
  ];
  const keyed = (token = as) => ({ ...token, 'idempotency-key': randomUUID() });
  /** That the key is spent for any other request, whatever the shape of the route's errors. */
  function expectMismatch(reply: Reply): void {
    expect(reply.status).toBe(409);
    expect(reply.text).toMatch(/Idempotency-Key(": ?|","reason":"|: )PAYLOAD_MISMATCH/);
  }

  test.each(ROUTES)(
    'of %s: a refusal is heard again byte for byte; another request hears a 409',
    async (path, refused, status, other, otherPath = path) => {
      const key = keyed();
      const first = await lab.post(path, refused, key);
      expect(first.status, first.text).toBe(status);
      for (const _ of [1, 2]) {
        expectMismatch(await lab.post(otherPath, other, key));
        const again = await lab.post(path, refused, key);
        expect([again.status, again.text]).toEqual([status, first.text]);
        const id = first.body.error.requestId;
        if (id) expect(again.headers.get('x-request-id')).toBe(id);
      }
    },
  );

  test('refuses twins alike; a body that is no JSON is a payload, too', async () => {
    const key = keyed();
    const twins = await Promise.all([1, 2, 3].map(() => lab.post(CONFIRM, body('one'), key)));
    expect(new Set(twins.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const raw = (text: string, headers: Record<string, string>) =>
      fetch(lab.url + CONFIRM, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: text,
      });
    const other = keyed();
    expect((await raw('{"sessionId":', other)).status).toBe(400);
    expectMismatch(await lab.post(CONFIRM, body('one'), other));
  });

  test('after a fault of ours runs an equal request anew, and no other', async () => {
    const broken = 'trx_broken';
    await orders().insertOne({ _id: broken, ...{ tenant: TENANT, status: 'SUCCESS', items: null } });
    const key = keyed();
    expect((await lab.post(PAYMENT, paid(broken), key)).status).toBe(500);
    expectMismatch(await lab.post(PAYMENT, paid('trx_two'), key));
    await orders().deleteOne({ _id: broken });
    expect((await lab.post(PAYMENT, paid(broken), key)).status).toBe(404);
  });

  test('tells its answer to nobody whose token is bound to another trip', async () => {
    const { request } = await held();
    const one = await boundTo(request.pnr);
    const key = randomUUID();
    const post = (token: object) => lab.post(ORDER, request, { ...token, 'idempotency-key': key });
    const first = await post(one);
    expect(first.status).toBe(200);
    expect((await post(await boundTo(request.pnr))).text).toBe(first.text);
    expectMismatch(await post(await boundTo('OTHER1')));
  });

  /** A token of the tenant's edge for one trip. */
  async function boundTo(pnr: string): Promise<Record<string, string>> {
    const path = '/auth/edge/token';
    const secret = lab.emulator.credentials().find(({ tenant }) => tenant === TENANT)?.edgeSecret;
    const [timestamp, nonce] = [String(Math.floor(lab.emulator.clock.now() / 1000)), randomUUID()];
    const signature = createHmac('sha256', secret?.reveal() ?? '')
      .update(['POST', path, TENANT, timestamp, nonce].join('\n'))
      .digest('hex');
    const signed = { 'x-tenant-id': TENANT, 'x-timestamp': timestamp, 'x-nonce': nonce };
    const { body: token } = await lab.post(path, { pnr }, { ...signed, 'x-signature': signature });
    return { authorization: `Bearer ${token.access_token}` };
  }
});
