import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { CURRENCY, type Exchange, TENANT } from './exchange.js';

const payment = (amount: number) => ({
  provider: 'adyen',
  referenceId: randomUUID(),
  status: 'CONFIRMED',
  amount,
  currency: CURRENCY,
  paidAt: '2026-11-22T12:00:00Z',
  paymentMethod: 'card',
  cardType: 'visa',
  cardLastFour: '4242',
  rawPayload: { pspReference: 'X' },
});

/** An order that the airline was paid for. */
export function widgetOrder({ api, as, offered }: Exchange): void {
  test('a widget order: confirmed, its faults one detail a field', async () => {
    const { pnr, correlationId, result } = await offered();
    const [one] = result;
    const headers = { ...as, 'x-correlation-id': correlationId };
    const body = {
      selectedAncillaries: [{ id: one.id, quantity: 1, addedFrom: 'card' }],
      tenant: TENANT,
      pnr,
      pointOfSale: 'AIRLINE_WEBSITE',
      requestedCurrency: CURRENCY,
      customer: { firstName: 'Eleni' },
      passengers: [],
      externalPSP: payment(one.price),
    };
    const missing = await api.call('createWidgetOrder', { headers, body: { ...body, externalPSP: {} } });
    expect([missing.status, missing.body.code, missing.body.details.length]).toEqual([
      400,
      'MISSING_EXTERNAL_PSP',
      6,
    ]);
    const placed = await api.call('createWidgetOrder', { headers, body });
    expect(placed.body).toMatchObject({ success: true, status: 'confirmed', paymentRequired: false });
    const twice = { ...body, externalPSP: payment(one.price) };
    expect((await api.call('createWidgetOrder', { headers, body: twice })).status).toBe(409);
    const refunded = { ...body, externalPSP: { ...payment(one.price), status: 'PARTIALLY_REFUNDED' } };
    expect((await api.call('createWidgetOrder', { headers, body: refunded })).status).toBe(422);
    const short = { ...body, externalPSP: payment(0.01) };
    expect((await api.call('createWidgetOrder', { headers, body: short })).status).toBe(422);
    expect((await api.call('createWidgetOrder', { headers: {}, body })).status).toBe(401);
    const foreign = { ...body, tenant: 'aulis-air' };
    expect((await api.call('createWidgetOrder', { headers, body: foreign })).status).toBe(403);
    const unknown = { ...body, pnr: 'NOBODY', externalPSP: payment(one.price) };
    expect((await api.call('createWidgetOrder', { headers: as, body: unknown })).status).toBe(404);
  });
}
