import { expect, test } from 'vitest';
import { roundTrip } from '../../unit/platform/sample-trip.js';
import type { OrdersLab } from './orders-lab.js';

/** Exchange rates that a deployment sets for itself. */
export function ownRates({ lab }: OrdersLab): void {
  test('a deployment’s own exchange rates price what it sells, in currencies of its own too', async () => {
    const [pnr, aulis] = ['RATES1', lab.as('aulis-air')]; // sells in every currency that has a rate
    const trip = { ...roundTrip(), pnr, pointOfSale: 'AIRLINE_WEBSITE', pnrCurrency: 'LKR' };
    const offers = await lab.post('/aggregation-api/servePassengerRecommendations', trip, aulis);
    const { correlationId, result } = offers.body;
    const [{ id, category, price, metadata }] = result;
    expect(metadata.currency).toBe('LKR');
    const line = { id, categoryCode: category, quantity: 1, currency: 'LKR' };
    const items = [{ ...line, unitPrice: price, totalPrice: price }];
    const same = await lab.post('/checkout/verify', { correlationId, items }, aulis);
    expect(same.body).toMatchObject({ verified: true, mismatches: [] });
    const dinars = [{ ...items[0], currency: 'KWD' }];
    const { body } = await lab.post('/checkout/verify', { correlationId, items: dinars }, aulis);
    expect(body.summary.exchangeRate).toBe(Math.round((0.36 / 350) * 1e8) / 1e8);
    const ordered = { vendor: metadata.provider, id, price: { amount: price, currency: 'LKR' } };
    const order = { sessionId: correlationId, selectedAncillaries: [ordered] };
    expect((await lab.post('/order-api/confirmOrder', order, aulis)).status).toBe(200);
  });
}
