import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { type Reply, send } from '../../helpers/api-client.js';
import { orderOf } from '../../helpers/journey.js';
import type { OrdersLab } from './orders-lab.js';

/** What vendors are told, and what they answer. */
export function vendors({ lab, as, offered, widgetOrder }: OrdersLab): void {
  describe('vendors', () => {
    const books = async (): Promise<Reply['body'][]> =>
      (await send(`${lab.emulator.urls.vendors}/_sandbox/bookings`, 'GET')).body.bookings;
    const fail = (vendor: string, fault: string, times = 1, path = ''): Promise<Reply> =>
      send(`${lab.emulator.urls.vendors}/_sandbox/faults`, 'POST', { vendor, fault, times, path });
    /** Confirms one offer of each category. */
    async function confirmAll() {
      const { correlationId, result } = await offered();
      const picked = [...new Map(result.map((offer) => [offer.category, offer])).values()];
      const reply = await lab.post('/order-api/confirmOrder', orderOf(correlationId, picked, 'AED'), as);
      return { reply, picked };
    }

    test('each item is booked with its vendor, in the vendor’s own manner', async () => {
      const { reply, picked } = await confirmAll();
      expect([reply.status, reply.body.status]).toEqual([200, 'SUCCESS']);
      const mine = (await books()).filter(({ key }) => key.startsWith(reply.body.transactionId));
      expect(mine.map(({ vendor }) => vendor).sort()).toEqual(
        picked.map(({ metadata }) => metadata.provider).sort(),
      );
    });

    test.each(['error', 'html', 'garbage', 'half', 'redirect', 'after-booking'])(
      'a vendor that answers with %s twice is asked again, and books once',
      async (fault) => {
        await fail('brb', fault, 2, '/api/purchases');
        const { reply } = await confirmAll();
        expect([reply.status, reply.body.status]).toEqual([200, 'SUCCESS']);
        const mine = (await books()).filter(({ key }) => key.startsWith(reply.body.transactionId));
        const brb = mine.filter(({ vendor }) => vendor === 'brb');
        expect(brb.length).toBe(new Set(brb.map(({ key }) => key)).size);
        expect(brb.length).toBe(2); // baggage and insurance
      },
    );

    test('what a vendor does not have any more is refunded, the rest stands', async () => {
      await fail('carbonclick', 'sold-out', 1, '/v1/offsets');
      const { reply, picked } = await confirmAll();
      const offset = picked.find(({ category }) => category === 'CARBON_OFFSET');
      expect([reply.status, reply.body]).toMatchObject([
        207,
        {
          status: 'PARTIAL-SUCCESS',
          failedAncillaries: [{ id: offset.id, reasonCode: 'NOT_AVAILABLE' }],
          totalRefundAmount: { amount: offset.price, currency: 'AED' },
        },
      ]);
    });

    test.each([
      [['carbonclick'], 'confirmed', '1 of 2'],
      [['carbonclick', 'brb'], 'failed', '2 of 2'],
    ])('a widget’s order that %s has nothing of is %s, and says so', async (soldOut, status, count) => {
      const { pnr, correlationId, result } = await offered();
      const wanted = ['CARBON_OFFSET', 'BAGGAGE_PROTECTION'];
      const picked = wanted.map((name) => result.find(({ category }) => category === name));
      const paths: Record<string, string> = { carbonclick: '/v1/offsets', brb: '/api/purchases' };
      for (const vendor of soldOut) await fail(vendor, 'sold-out', 1, paths[vendor]);
      const payment = { provider: 'adyen', referenceId: randomUUID(), status: 'CONFIRMED', amount: 9999 };
      const order = {
        selectedAncillaries: picked.map(({ id }) => ({ id })),
        pnr,
        requestedCurrency: 'AED',
        customer: {},
        externalPSP: { ...payment, currency: 'AED', paidAt: '2026-11-22T12:00:00Z' },
      };
      const headers = { ...as, 'x-correlation-id': correlationId };
      const reply = await lab.post('/transactions/widget-order-create', order, headers);
      expect([reply.status, reply.body.success, reply.body.status]).toEqual([200, true, status]);
      expect(reply.body.message).toMatch(new RegExp(`^${count} items could not be ordered`));
      const lost = reply.body.transactionItems.filter((one: Reply['body']) => one.status !== 'CONFIRMED');
      expect(lost.map((one: Reply['body']) => [one.vendor, one.status])).toEqual(
        soldOut.map((vendor) => [vendor, 'REFUND_MANUAL_REVIEW']),
      );
    });

    test('a cancelled item is given back to its vendor; of two calls at once one does it', async () => {
      const { body, headers, picked } = await widgetOrder();
      const { transactionId } = (await lab.post('/transactions/widget-order-create', body, headers)).body;
      const listed = await lab.get(`/cancellation-api/orders?pnr=${body.pnr}`, as);
      expect(listed.body.orders[0].items[0]).toMatchObject({
        status: 'CONFIRMED',
        policy: { cancellable: true, refundPercent: 100, refundAmount: { amount: picked[0].price } },
      });
      const path = `/cancellation-api/orders/${transactionId}/items/itm_1/cancel`;
      const replies = await Promise.all([lab.post(path, {}, as), lab.post(path, {}, as)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(replies.find(({ status }) => status === 200)?.body).toEqual({
        transactionId,
        itemId: 'itm_1',
        status: 'REFUNDED',
        refundAmount: { amount: picked[0].price, currency: 'AED' },
      });
      const states = (await books())
        .filter(({ key }) => key.startsWith(transactionId))
        .map(({ state }) => state);
      expect(states.sort()).toEqual(['BOOKED', 'CANCELLED']);
      const foreign = await lab.post(path.replace('itm_1', 'itm_2'), {}, lab.as('aulis-air'));
      expect(foreign.status).toBe(404);
      const unnamed = await lab.get('/cancellation-api/orders', as); // the gateway's own validation answers this one
      expect([unnamed.status, unnamed.body.error.code]).toEqual([400, 'INVALID_ARGUMENT']);
    });

    test('an eSIM that is in use stays sold: by its vendor’s word, with nothing owed to anybody', async () => {
      const { reply, picked } = await confirmAll();
      const { transactionId } = reply.body;
      const mine = (await books()).filter(({ key }) => key.startsWith(transactionId));
      const { provider } = picked.find(({ category }) => category === 'ESIMS').metadata;
      const { reference, key } = mine.find(({ vendor }) => vendor === provider);
      await send(`${lab.emulator.urls.vendors}/_sandbox/use`, 'POST', { vendor: provider, reference });
      const item = `/cancellation-api/orders/${transactionId}/items/${key.split(':')[1]}`;
      for (const _again of [1, 2]) {
        const refused = await lab.post(`${item}/cancel`, {}, as);
        expect([refused.status, refused.body.error]).toMatchObject([
          422,
          { code: 'UNPROCESSABLE_ENTITY', details: [{ field: 'itemId', reason: 'ACTIVATED' }] },
        ]);
      }
      const { body: policy } = await lab.get(`${item}/policy`, as);
      expect(policy).toMatchObject({ cancellable: false, reason: 'ACTIVATED', refundAmount: { amount: 0 } });
      const orders = lab.database('me-central-1').db('arcube').collection<{ _id: string }>('orders');
      const { items, history } = (await orders.findOne({ _id: transactionId })) as Reply['body'];
      expect(items.find(({ vendor }: Reply['body']) => vendor === provider).state).toBe('CONFIRMED');
      expect(history.at(-1)).toMatchObject({ event: 'cancellation.failed', reason: 'ACTIVATED' });
    });

    test('a vendor that refuses to take an item back leaves the refund to people', async () => {
      const { body, headers } = await widgetOrder();
      const { transactionId, transactionItems } = (
        await lab.post('/transactions/widget-order-create', body, headers)
      ).body;
      await fail(transactionItems[0].vendor, 'sold-out');
      const { body: cancelled } = await lab.post(
        `/cancellation-api/orders/${transactionId}/items/itm_1/cancel`,
        {},
        as,
      );
      expect(cancelled).toMatchObject({ status: 'REFUND_MANUAL_REVIEW', refundAmount: { amount: 0 } });
    });
  });

  test('an order that a crash left half-placed is finished on the clock, and booked once', async () => {
    const { body, headers } = await widgetOrder();
    const { transactionId } = (await lab.post('/transactions/widget-order-create', body, headers)).body;
    const orders = lab.database('me-central-1').db('arcube').collection<{ _id: string }>('orders');
    // As if the process had died after the vendors booked, before it wrote that down.
    await orders.updateOne(
      { _id: transactionId },
      { $set: { status: 'PLACING', 'items.0.state': 'PENDING', 'items.1.state': 'PENDING' } },
    );
    lab.emulator.clock.advance(6 * 60_000);
    const state = () => orders.findOne({ _id: transactionId });
    await vi.waitFor(async () => expect(await state()).toMatchObject({ status: 'SUCCESS' }), {
      timeout: 15_000,
      interval: 100,
    });
    expect(await state()).toMatchObject({ items: [{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }] });
    const { bookings } = (await send(`${lab.emulator.urls.vendors}/_sandbox/bookings`, 'GET')).body;
    expect(bookings.filter(({ key }: { key: string }) => key.startsWith(transactionId)).length).toBe(2);
  });
}
