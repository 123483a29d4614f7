import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import { type Reply, send } from '../../helpers/api-client.js';
import { orderOf } from '../../helpers/journey.js';
import { roundTrip } from '../../unit/platform/sample-trip.js';
import { type OrdersLab, TENANT } from './orders-lab.js';

/** What becomes of items as the trip goes by. */
export function servicesOver({ lab }: OrdersLab): void {
  describe('on the clock', () => {
    const DAY = 24 * 3_600_000;
    const CONFIRM = '/order-api/confirmOrder';

    /** An item of each category for a trip that begins in three days and takes eleven. */
    async function ordered() {
      const trip = roundTrip();
      const shift = Math.ceil(lab.emulator.clock.now() / 60_000) * 60_000 + 3 * DAY;
      const moved = (time: string) =>
        new Date(Date.parse(time) - Date.parse('2030-07-01T06:00:00Z') + shift).toISOString();
      const segments = trip.segments.map((segment) => ({
        ...segment,
        departureTime: moved(segment.departureTime),
        arrivalTime: moved(segment.arrivalTime),
      }));
      const pnr = 'RENDER';
      const headers = { authorization: `Bearer ${await lab.emulator.tokenFor(TENANT)}` };
      const { body } = await lab.post(
        '/aggregation-api/servePassengerRecommendations',
        { ...trip, pnr, segments, pointOfSale: 'AIRLINE_WEBSITE' },
        headers,
      );
      const offers: Reply['body'][] = body.result;
      const picked = [...new Map(offers.map((offer) => [offer.category, offer])).values()];
      const placed = await lab.post(CONFIRM, orderOf(body.correlationId, picked, 'AED'), headers);
      expect(placed.body.status, placed.text).toBe('SUCCESS');
      return { transactionId: placed.body.transactionId as string, pnr };
    }

    test('what was rendered is COMPLETED, an eSIM in use DELIVERED; no money moves, and no refund is owed', async () => {
      const { clock } = lab.emulator;
      const start = clock.now();
      const heard: Reply['body'][] = [];
      const server = createServer(async (request, response) => {
        heard.push(JSON.parse(await text(request)));
        response.end();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      try {
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
        const headers = { authorization: `Bearer ${await lab.emulator.tokenFor(TENANT)}` };
        await lab.post('/webhooks', { url, events: ['order.completed'] }, headers);
        const { transactionId, pnr } = await ordered();
        const db = lab.database('me-central-1').db('arcube');
        const read = async () =>
          (await db.collection<{ _id: string }>('orders').findOne({ _id: transactionId })) as Reply['body'];
        const states = async (): Promise<Record<string, string>> =>
          Object.fromEntries(
            (await read()).items.map(({ category, state }: Reply['body']) => [category, state]),
          );
        const ledger = () => db.collection('ledger').find({ order: transactionId }).toArray();
        const written = await ledger();
        const { items } = await read();
        const of = (category: string) => items.find((item: Reply['body']) => item.category === category);
        expect(new Set(Object.values(await states()))).toEqual(new Set(['CONFIRMED']));
        /** Moves the clock to a time, and waits for what the schedule makes of it. */
        const at = async (time: number, expected: Record<string, string>) => {
          clock.set(time);
          await vi.waitFor(async () => expect(await states()).toMatchObject(expected), {
            timeout: 25_000,
            interval: 100,
          });
        };
        const call = async (category: string, verb: 'policy' | 'cancel') => {
          const path = `/cancellation-api/orders/${transactionId}/items/${of(category).itemId}/${verb}`;
          const fresh = { authorization: `Bearer ${await lab.emulator.tokenFor(TENANT)}` };
          return verb === 'policy' ? lab.get(path, fresh) : lab.post(path, {}, fresh);
        };

        await at(start + 10 * 60_000, { CARBON_OFFSET: 'COMPLETED', ESIMS: 'CONFIRMED' });
        const { vendor, vendorReference: reference } = of('ESIMS');
        await send(`${lab.emulator.urls.vendors}/_sandbox/use`, 'POST', { vendor, reference });
        await at(start + DAY, {
          ESIMS: 'DELIVERED',
          LOUNGE_ACCESS: 'CONFIRMED',
          BAGGAGE_PROTECTION: 'CONFIRMED',
        });
        const delivered = await call('ESIMS', 'cancel');
        expect([delivered.status, delivered.body.error.details]).toEqual([
          409,
          [{ field: 'itemId', reason: 'STATE' }],
        ]);
        // the ride from the airport is over, the flight back with its bags is not
        const ride = of('AIRPORT_TRANSFER').dueAt.getTime();
        await at(ride + 10 * 60_000, { AIRPORT_TRANSFER: 'COMPLETED', BAGGAGE_PROTECTION: 'CONFIRMED' });
        expect(heard).toEqual([]);
        const all = Object.fromEntries(items.map(({ category }: Reply['body']) => [category, 'COMPLETED']));
        await at(start + 16 * DAY, { ...all, ESIMS: 'DELIVERED' });
        const late = await call('BAGGAGE_PROTECTION', 'cancel');
        expect([late.status, late.body.error.details]).toEqual([
          422,
          [{ field: 'itemId', reason: 'TOO_LATE' }],
        ]);
        expect((await call('CARBON_OFFSET', 'policy')).body).toMatchObject({
          cancellable: false,
          reason: 'NON_REFUNDABLE',
        });
        await vi.waitFor(() => expect(heard.length).toBe(1), { timeout: 25_000, interval: 50 });
        expect(heard[0]).toMatchObject({ event: 'order.completed', data: { transactionId, pnr } });
        expect(heard[0].data.items.map(({ status }: Reply['body']) => status).sort()).toEqual(
          [...Object.values({ ...all, ESIMS: 'DELIVERED' })].sort(),
        );
        expect(await ledger()).toEqual(written);
        const { history } = await read();
        const said = history.filter(({ event }: { event: string }) =>
          /^item\.(completed|delivered)/.test(event),
        );
        expect(said.length).toBe(items.length);
        expect(history.at(-1)).toMatchObject({ event: 'order.completed' });
      } finally {
        server.close().closeAllConnections();
        clock.set(start);
      }
    });
  });
}
