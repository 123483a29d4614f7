import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../helpers/api-client.js';
import { roundTrip } from '../../../unit/platform/sample-trip.js';
import { CURRENCY, type Exchange, selectionOf, TENANT } from './exchange.js';

/** Every refusal that the contract names. */
export function refusals({ lab, api, as, fresh, offered }: Exchange): void {
  describe('every refusal that the contract names can be had', () => {
    const recommend = (headers: Record<string, string>, change: object = {}) =>
      api.call('servePassengerRecommendations', {
        headers,
        body: { ...roundTrip(), pnr: fresh(), pointOfSale: 'AIRLINE_WEBSITE', ...change },
      });
    const codeOf = ({ status, body }: Reply): [number, string] => [status, body.error?.code];

    test('400, 401, 403, 404, 409, 422', async () => {
      expect(codeOf(await recommend(as, { segments: 'none' }))).toEqual([400, 'INVALID_ARGUMENT']);
      expect(codeOf(await recommend({}))).toEqual([401, 'UNAUTHENTICATED']);
      expect(codeOf(await recommend(as, { tenant: 'aulis-air' }))).toEqual([403, 'PERMISSION_DENIED']);
      const { correlationId, result } = await offered();
      const order = (sessionId: string, selected: object[], key: string = randomUUID()) =>
        api.call('confirmOrder', {
          headers: { ...as, 'idempotency-key': key },
          body: { sessionId, selectedAncillaries: selected },
        });
      const [one] = result;
      expect(codeOf(await order(randomUUID(), [selectionOf(one)]))).toEqual([404, 'NOT_FOUND']);
      const wrong = selectionOf(one, { id: 'nothing' });
      expect(codeOf(await order(correlationId, [wrong]))).toEqual([422, 'UNPROCESSABLE_ENTITY']);
      const key = randomUUID();
      await order(correlationId, [selectionOf(one)], key);
      const other = await order(correlationId, [selectionOf(result[1])], key);
      expect(codeOf(other)).toEqual([409, 'CONFLICT']);
      expect(other.body.error.details).toEqual([{ field: 'Idempotency-Key', reason: 'PAYLOAD_MISMATCH' }]);
    });

    test('each of verify’s own codes', async () => {
      const { correlationId, result } = await offered();
      const items = result.slice(0, 2).map(({ id, category, price }) => ({
        id,
        categoryCode: category,
        unitPrice: price,
        quantity: 1,
        totalPrice: price,
        currency: CURRENCY,
      }));
      const verify = async (change: (cart: typeof items) => void, headers = as) => {
        const cart = structuredClone(items);
        change(cart);
        const { status, body } = await api.call('verifyPrices', {
          headers,
          body: { correlationId, items: cart },
        });
        return [status, body.code];
      };
      const mixed = await verify((cart) => {
        cart[1]!.currency = 'EUR';
      });
      expect(mixed).toEqual([400, 'MIXED_CURRENCY']);
      expect(
        await verify((cart) => {
          for (const item of cart) item.currency = 'XTS';
        }),
      ).toEqual([400, 'UNSUPPORTED_CURRENCY']);
      expect(await verify(() => undefined, lab.as('aulis-air'))).toEqual([403, 'AIRLINE_MISMATCH']);
      const bundles = lab.database('me-central-1').db('arcube').collection('pricing_bundles');
      await bundles.updateOne({ correlationId }, { $set: { 'items.0.total': 1 } });
      expect(await verify(() => undefined)).toEqual([400, 'BUNDLE_INTEGRITY_ERROR']);
      lab.emulator.clock.advance(31 * 60_000);
      expect(await verify(() => undefined)).toEqual([404, 'QUOTE_EXPIRED']);
      lab.emulator.clock.reset();
    });

    test('503 while something does not answer; 5xx INTERNAL when a function breaks', async () => {
      const tenants = lab.database('eu-central-1').db('arcube').collection<{ _id: string }>('tenants');
      await tenants.updateOne({ _id: TENANT }, { $set: { move: { hold: true } } });
      expect(codeOf(await recommend(as))).toEqual([503, 'UNAVAILABLE']);
      await tenants.updateOne({ _id: TENANT }, { $unset: { move: '' } });
      const control = lab.emulator.urls.control;
      const fault = await fetch(`${control}/_arcube/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ target: 'recommendations', errorRate: 1 }),
      });
      expect(fault.status, await fault.text()).toBe(200);
      // the gateway's own 502: no operation declares it
      const broken = await lab.post('/aggregation-api/servePassengerRecommendations', {}, as);
      api.hear(broken.text);
      expect([broken.status >= 500, broken.body.error.code]).toEqual([true, 'INTERNAL']);
      await fetch(`${control}/_arcube/faults`, { method: 'DELETE' });
    });

    test('429 with Retry-After over the tenant’s rate, in both shapes', async () => {
      const slow = lab.as('bluestem-airways');
      lab.emulator.clock.freeze(Math.ceil(lab.emulator.clock.now() / 60_000) * 60_000);
      const replies: Reply[] = [];
      while (replies.length < 64)
        replies.push(
          ...(await Promise.all(
            Array.from({ length: 4 }, () => api.call('listWebhooks', { headers: slow })),
          )),
        );
      const limited = replies.filter(({ status }) => status === 429);
      expect(limited.length).toBe(4);
      expect(limited[0]!.body.error.code).toBe('RATE_LIMIT_EXCEEDED');
      expect(Number(limited[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(replies[0]!.headers.get('x-ratelimit-limit')).toBe('600');
      const own = await api.call('verifyPrices', { headers: slow, body: {} });
      expect([own.status, own.body.success, own.body.statusCode]).toEqual([429, false, 429]);
      const widget = await api.call('createWidgetOrder', { headers: slow, body: {} });
      expect([widget.status, widget.body.code]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
      lab.emulator.clock.reset();
    });
  });
}
