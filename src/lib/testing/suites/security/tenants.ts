import type { SystemTenant } from '../../../../core/scenario/system.js';
import { CaseSkipped, type TestCase } from '../../case.js';
import { type SuiteApi, suite } from '../api.js';

/** Each pair of tenants once in each direction would say nothing that neighbours do not: each is tried by the next. */
function pairs(api: SuiteApi): [SystemTenant, SystemTenant][] {
  const all = api.tenants();
  if (all.length < 2) throw new CaseSkipped('needs two tenants');
  return all.map((one, index) => [one, all[(index + 1) % all.length] as SystemTenant]);
}

/** What one tenant has is not there for another, on any route. */
export function tenantCases(): TestCase[] {
  return suite('security', false, {
    'another tenant’s trip cannot be read or changed': async (api) => {
      for (const [{ tenant: owner }, { tenant: other }] of pairs(api)) {
        const { pnr } = await api.offers({ tenant: owner });
        const path = '/aggregation-api/servePassengerRecommendations';
        const named = await api.post(
          'named tenant',
          path,
          { pnr, pointOfSale: 'WIDGET', tenant: owner },
          { as: { tenant: other } },
        );
        api.status('named tenant', named, 403);
        const guessed = await api.post(
          'guessed PNR',
          path,
          { pnr, pointOfSale: 'WIDGET' },
          { as: { tenant: other } },
        );
        api.status('guessed PNR', guessed, [400, 404]);
        const listed = await api.send('listed', 'GET', `/cancellation-api/orders?pnr=${pnr}`, {
          as: { tenant: other },
        });
        api.expect('listed', listed.body, { not: { contains: 'trx_' } }, 'the orders', listed);
      }
    },
    'another tenant’s offers cannot be verified or ordered': async (api) => {
      for (const [{ tenant: owner }, { tenant: other }] of pairs(api)) {
        const offered = await api.offers({ tenant: owner });
        const verified = await api.post('verify', '/checkout/verify', api.cart(offered), {
          as: { tenant: other },
        });
        api.status('verify', verified, 403);
        const body = api.order(offered, offered.offers.slice(0, 1));
        for (const sessionId of [offered.correlationId, offered.pnr]) {
          const answer = await api.post(
            'order',
            '/order-api/confirmOrder',
            { ...body, sessionId },
            { as: { tenant: other } },
          );
          api.status('order', answer, [403, 404, 422]);
        }
        const paid = api.widgetOrder(offered, offered.offers.slice(0, 1), owner, api.context.ids.uuid());
        const widget = await api.post('widget order', '/transactions/widget-order-create', paid, {
          as: { tenant: other },
          headers: { 'x-correlation-id': offered.correlationId },
        });
        api.status('widget order', widget, [403, 404]);
      }
    },
    'another tenant’s orders cannot be seen or cancelled': async (api) => {
      for (const [{ tenant: owner }, { tenant: other }] of pairs(api)) {
        const { transactionId } = await api.placed({ tenant: owner });
        const item = `/cancellation-api/orders/${transactionId}/items/itm_1`;
        const policy = await api.send('policy', 'GET', `${item}/policy`, { as: { tenant: other } });
        api.status('policy', policy, 404);
        const cancelled = await api.post('cancel', `${item}/cancel`, {}, { as: { tenant: other } });
        api.status('cancel', cancelled, 404);
        const own = await api.send('own policy', 'GET', `${item}/policy`, { as: { tenant: owner } });
        api.status('own policy', own, 200);
      }
    },
    'another tenant’s NDC sessions and webhooks are not there': async (api) => {
      for (const [{ tenant: owner }, { tenant: other }] of pairs(api)) {
        const body = api.offerPrice(await api.shopped({ tenant: owner }));
        const priced = await api.post('price', '/ndc-api/offer-price', body, { as: { tenant: other } });
        api.status('price', priced, [403, 404]);
        const order = await api.post(
          'create',
          '/ndc-api/order-create',
          await api.orderCreate({ tenant: owner }),
          {
            as: { tenant: other },
          },
        );
        api.status('create', order, [403, 404]);
        const id = await api.webhook({ tenant: owner });
        const removed = await api.send('remove webhook', 'DELETE', `/webhooks/${id}`, {
          as: { tenant: other },
        });
        api.status('remove webhook', removed, 404);
        const listed = await api.send('webhooks', 'GET', '/webhooks', { as: { tenant: other } });
        api.expect('webhooks', listed.body, { not: { contains: id } }, 'the webhooks', listed);
      }
    },
    'a widget’s token is for its trip alone': async (api) => {
      const { tenant } = api.tokens.tenant({});
      const as = { tenant, role: 'widget_user' as const, pnr: api.pnr() };
      const path = '/aggregation-api/servePassengerRecommendations';
      const own = await api.post('own trip', path, api.trip(as.pnr), { as });
      api.status('own trip', own, 200);
      const other = await api.post('other trip', path, api.trip(), { as });
      api.status('other trip', other, 403);
      const offered = await api.offers({ tenant });
      const order = api.widgetOrder(offered, offered.offers.slice(0, 1), tenant, api.context.ids.uuid());
      const headers = { 'x-correlation-id': offered.correlationId };
      const paid = await api.post('other trip’s order', '/transactions/widget-order-create', order, {
        as,
        headers,
      });
      api.status('other trip’s order', paid, 403);
    },
  });
}
