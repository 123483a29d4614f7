import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../helpers/api-client.js';
import { roundTrip } from '../../../unit/platform/sample-trip.js';
import type { Exchange } from './exchange.js';

/** Trips that are told, and offers for them. */
export function recommendations({ api, as, fresh }: Exchange): void {
  describe('ingest and recommend', () => {
    test('API stores alone; others answer offers in the contract’s arithmetic, under the caller’s correlation id', async () => {
      const pnr = fresh();
      const correlation = { ...as, 'x-correlation-id': randomUUID() };
      const first = await api.call('servePassengerRecommendations', {
        headers: correlation,
        body: { ...roundTrip(), pnr, pointOfSale: 'API' },
      });
      expect(first.body).toEqual({ result: [], correlationId: correlation['x-correlation-id'] });
      for (const pointOfSale of ['AIRLINE_WEBSITE', 'EMAIL', 'WIDGET', 'MOBILE_APP', 'SMART_FRIDGE']) {
        const { body, headers } = await api.call('servePassengerRecommendations', {
          headers: as,
          body: { pnr, pointOfSale, pnrLocale: 'es-es', pnrCurrency: 'EUR' },
        });
        expect(headers.get('x-correlation-id')).toBe(body.correlationId);
        expect(body.result.length, pointOfSale).toBeGreaterThan(0);
        for (const offer of body.result) {
          const cents = (amount: number): number => Math.round(amount * 100);
          expect(cents(offer.price_arcube)).toBe(Math.floor((cents(offer.price_partner) * 110) / 100 + 0.5));
          expect(offer.metadata).toMatchObject({ currency: 'EUR', source: 'vendor' });
        }
      }
    });

    test('every field of passengers and segments; the reasons of a refusal, by their paths', async () => {
      const { passengers, segments } = roundTrip();
      const family = [
        { ...passengers[0]!, lastName: 'M', email: 'e@example.com', accompaniedInfant: true },
        { id: 'p2', type: 'INF' as const, associatedAdultId: 'p1' },
      ];
      const flights = segments.map((segment) => ({ ...segment, passengerIds: ['p1', 'p2'] }));
      const body = {
        pnr: fresh(),
        pointOfSale: 'WIDGET',
        fare: 'ECONOMY',
        passengers: family,
        segments: flights,
      };
      const good = await api.call('servePassengerRecommendations', { headers: as, body });
      const lounges = good.body.result.filter(({ category }: Reply['body']) => category === 'LOUNGE_ACCESS');
      for (const { metadata } of lounges) expect(metadata.passenger_ids).toEqual(['p1']); // none for the infant
      const reasonsOf = async (change: object) => {
        const bad = await api.call('servePassengerRecommendations', {
          headers: as,
          body: { ...body, ...change },
        });
        return [
          bad.status,
          ...bad.body.error.details.map((one: Reply['body']) => `${one.field} ${one.reason}`),
        ];
      };
      expect(await reasonsOf({ passengers: [{ ...family[0], email: 'nobody' }] })).toEqual([
        400,
        'passengers[0].email INVALID_EMAIL',
      ]);
      const flown = { ...flights[1]!, segmentId: 'x', departureTime: '2020-01-01T00:00:00Z' };
      expect(await reasonsOf({ segments: [flights[0], flown] })).toContain(
        'segments[1].departureTime PAST_DATE',
      );
      expect(await reasonsOf({ pnrCurrency: 'JPY' })).toEqual([400, 'pnrCurrency NOT_AVAILABLE']);
    });

    test('the earlier edition: 202, and trips by session', async () => {
      const sessionId = randomUUID();
      const sent = await api.call('ingestPassengerDataV1', {
        headers: as,
        body: { ...roundTrip(), pnr: undefined, sessionId },
      });
      expect([sent.status, sent.body.status]).toEqual([202, 'ACCEPTED']);
      const { body } = await api.call('servePassengerRecommendationsV1', {
        headers: as,
        body: { sessionId, pointOfSale: 'WIDGET' },
      });
      expect(body.result.length).toBeGreaterThan(0);
    });
  });
}
