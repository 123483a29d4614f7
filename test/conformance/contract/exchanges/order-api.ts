import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Reply, send } from '../../../helpers/api-client.js';
import { CURRENCY, type Exchange, selectionOf } from './exchange.js';

/** A cart verified, ordered, paid for, looked up and cancelled. */
export function orderApi({ lab, api, as, offered }: Exchange): void {
  test('verify: a cart that agrees, one that does not, extras that inherit the category', async () => {
    const { correlationId, result } = await offered();
    const line = ({ id, price }: Reply['body'], quantity = 1) => ({
      id,
      unitPrice: price,
      quantity,
      totalPrice: Math.round(price * quantity * 100) / 100,
      currency: CURRENCY,
    });
    const [one, two] = result as [Reply['body'], Reply['body']];
    const items = [{ ...line(one, 2), categoryCode: one.category, extra: [line(two)] }];
    const good = await api.call('verifyPrices', { headers: as, body: { correlationId, items } });
    expect(good.body).toMatchObject({ verified: true, mismatches: [] });
    const { summary } = good.body;
    const sum = summary.totalCaptureForAirline + summary.totalCaptureForArcube;
    expect(Math.round(sum * 100)).toBe(Math.round(summary.totalPrice * 100));
    items[0]!.extra[0]!.unitPrice += 1;
    const bad = await api.call('verifyPrices', { headers: as, body: { correlationId, items } });
    expect(bad.body.mismatches[0]).toMatchObject({
      itemId: one.id,
      extraId: two.id,
      field: 'unitPrice',
      reason: 'VALUE_MISMATCH',
    });
    const unknown = { correlationId, items: [{ ...items[0]!, id: 'nobody', extra: [line(two)] }] };
    const gone = await api.call('verifyPrices', { headers: as, body: unknown });
    const lookup = { field: 'lookup', submitted: null, expected: null, reason: 'NOT_IN_BUNDLE' };
    expect(gone.body).toMatchObject({
      verified: false,
      items: [],
      mismatches: [{ itemId: 'nobody', ...lookup }],
    });
    expect([gone.body.summary.totalPrice, gone.body.summary.sellingPrice]).toEqual([0, 0]); // an extra goes with its item
  });

  test('confirm, pay, look up, cancel: SUCCESS, PARTIAL-SUCCESS with 207, and the earlier edition’s spelling', async () => {
    const { pnr, correlationId, result } = await offered();
    const [one, two, three] = result;
    const headers = { ...as, 'idempotency-key': randomUUID() };
    const whole = await api.call('confirmOrder', {
      headers,
      body: { sessionId: correlationId, selectedAncillaries: [selectionOf(one)] },
    });
    expect([whole.status, whole.body.status]).toEqual([200, 'SUCCESS']);
    const wrong = { price: { amount: 1, currency: CURRENCY } };
    const part = await api.call('confirmOrder', {
      headers: as,
      body: { sessionId: pnr, selectedAncillaries: [selectionOf(two), selectionOf(three, wrong)] },
    });
    expect([part.status, part.body.status, part.body.totalRefundAmount]).toEqual([
      207,
      'PARTIAL-SUCCESS',
      { amount: 1, currency: CURRENCY },
    ]);
    const v1 = await api.call('confirmOrderV1', {
      headers: as,
      body: {
        sessionId: correlationId,
        selectedAncillaries: [selectionOf(three), selectionOf(result[3], wrong)],
      },
    });
    expect([v1.status, v1.body.status, v1.body.succesfullAncillaries.length]).toEqual([
      200,
      'PARTIAL-SUCCESS',
      1,
    ]);
    const { transactionId } = whole.body;
    const payment = {
      sessionId: correlationId,
      transactionId,
      totalAmountPaid: { amount: one.price, currency: CURRENCY },
      ancillaryIds: [one.id],
      paymentStatus: 'CONFIRMED',
    };
    const paid = await api.call('confirmPaymentV1', { headers: as, body: payment });
    expect(paid.body).toEqual({ status: 'SUCCESS', transactionId, paymentStatus: 'CONFIRMED' });
    const today = await api.call('confirmPayment', { headers: as, body: payment });
    expect(today.body.order).toMatchObject({ transactionId, status: 'SUCCESS' });
    const listed = await api.call('listOrders', { headers: as, query: { pnr } });
    expect(listed.body.orders.length).toBe(3);
    const path = { transactionId, itemId: 'itm_1' };
    expect((await api.call('getCancellationPolicy', { headers: as, path })).body.cancellable).toBe(true);
    const cancelled = await api.call('cancelItem', { headers: as, path });
    expect(cancelled.body).toMatchObject({ status: 'REFUNDED', refundAmount: { amount: one.price } });
    expect((await api.call('cancelItem', { headers: as, path })).status).toBe(409);
  });

  test('a cancellation under way, and one that the vendor will not hear of, show in the states of their items', async () => {
    const { pnr, correlationId, result } = await offered();
    const one = result.find(({ category }) => category === 'BAGGAGE_PROTECTION');
    const body = { sessionId: correlationId, selectedAncillaries: [selectionOf(one)] };
    const { transactionId } = (await api.call('confirmOrder', { headers: as, body })).body;
    const orders = lab.database('me-central-1').db('arcube').collection<{ _id: string }>('orders');
    const state = async (): Promise<string> =>
      (await api.call('listOrders', { headers: as, query: { pnr } })).body.orders[0].items[0].status;
    const setState = (name: string) =>
      orders.updateOne({ _id: transactionId }, { $set: { 'items.0.state': name } });
    await setState('CANCELLATION_INITIATED');
    expect(await state()).toBe('CANCELLATION_INITIATED');
    const path = { transactionId, itemId: 'itm_1' };
    const policy = await api.call('getCancellationPolicy', { headers: as, path });
    expect(policy.body).toMatchObject({ cancellable: false, reason: 'STATE' });
    expect((await api.call('cancelItem', { headers: as, path })).status).toBe(409);
    await setState('DELIVERED'); // what is delivered cannot be had back, what is completed can
    expect((await api.call('cancelItem', { headers: as, path })).status).toBe(409);
    expect(await state()).toBe('DELIVERED');
    await setState('COMPLETED');
    expect(await state()).toBe('COMPLETED');
    const fault = { vendor: one.metadata.provider, fault: 'error', times: 3 };
    await send(`${lab.emulator.urls.vendors}/_sandbox/faults`, 'POST', fault);
    const refused = await api.call('cancelItem', { headers: as, path });
    expect([refused.status, refused.body.status]).toEqual([200, 'REFUND_MANUAL_REVIEW']);
  });
}
