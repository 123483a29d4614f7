import type { Actor } from '../../../core/scenario/model.js';
import type { Offered, SuiteApi } from './api.js';

/** A call that the platform must take. */
export interface ValidCall {
  path?: string;
  body?: unknown;
  headers?: Record<string, string>;
  as?: Actor;
}

/** Makes a valid call of an operation, with whatever must have happened before it. */
export type Recipe = (api: SuiteApi) => Promise<ValidCall>;

/** One valid call for each operation of the platform, by operation id. */
export const RECIPES: Record<string, Recipe> = {
  createToken: credentials,
  createTokenV1: credentials,
  createEdgeToken: async (api) => ({
    body: { pnr: api.pnr() },
    headers: api.edgeHeaders(),
    as: { anonymous: true },
  }),
  initWidget: async (api) => {
    const { tenant, domains } = api.tokens.tenant({});
    const origin = `https://${domains[0]}`;
    return { body: { tenantId: tenant }, headers: { origin }, as: { anonymous: true } };
  },
  openWidgetSession: async (api) => ({
    as: { origin: `https://${api.tokens.tenant({}).domains[0]}` },
  }),
  getKeys: async () => ({ as: { anonymous: true } }),
  getHealth: async () => ({ as: { anonymous: true } }),
  whoAmI: async () => ({}),
  servePassengerRecommendations: async (api) => ({ body: api.trip() }),
  servePassengerRecommendationsV1: async (api) => ({ body: api.trip() }),
  ingestPassengerDataV1: async (api) => ({ body: { ...api.trip(), pointOfSale: 'API' } }),
  verifyPrices: async (api) => ({ body: api.cart(await api.offers()) }),
  confirmOrder: async (api) => ({ body: firstOf(api, await api.offers()) }),
  confirmOrderV1: async (api) => ({ body: firstOf(api, await api.offers()) }),
  confirmPayment: payment,
  confirmPaymentV1: payment,
  createWidgetOrder: async (api) => {
    const offered = await api.offers();
    const { tenant } = api.tokens.tenant({});
    const headers = { 'x-correlation-id': offered.correlationId };
    return {
      headers,
      body: api.widgetOrder(offered, offered.offers.slice(0, 1), tenant, api.context.ids.uuid()),
    };
  },
  listOrders: async (api) => ({
    path: `/cancellation-api/orders?pnr=${(await api.placed()).pnr}`,
  }),
  getCancellationPolicy: async (api) => ({ path: await itemPath(api, 'policy') }),
  cancelItem: async (api) => ({ path: await itemPath(api, 'cancel'), body: {} }),
  airShopping: async (api) => ({ body: api.airShopping() }),
  offerPrice: async (api) => ({ body: api.offerPrice(await api.shopped()) }),
  orderCreate: async (api) => ({ body: await api.orderCreate() }),
  registerWebhook: async () => ({ body: { url: 'https://hooks.example.com/arcube', events: ['order.*'] } }),
  listWebhooks: async () => ({}),
  removeWebhook: async (api) => ({ path: `/webhooks/${await api.webhook()}` }),
  testWebhook: async (api) => ({ path: `/webhooks/${await api.webhook()}/test` }),
  listDeliveries: async (api) => ({ path: `/webhooks/${await api.webhook()}/deliveries` }),
};

async function credentials(api: SuiteApi): Promise<ValidCall> {
  const [client] = api.tokens.tenant({}).clients;
  return {
    as: { anonymous: true },
    body: {
      grant_type: 'client_credentials',
      client_id: client?.id ?? '',
      client_secret: client?.secret.reveal() ?? '',
    },
  };
}

function firstOf(api: SuiteApi, offered: Offered) {
  return api.order(offered, offered.offers.slice(0, 1));
}

async function payment(api: SuiteApi): Promise<ValidCall> {
  const { transactionId, correlationId, currency, offers } = await api.placed();
  const [first] = offers;
  return {
    body: {
      sessionId: correlationId,
      transactionId,
      totalAmountPaid: { amount: first?.price ?? 0, currency },
      ancillaryIds: [first?.id ?? ''],
      paymentStatus: 'CONFIRMED',
    },
  };
}

async function itemPath(api: SuiteApi, verb: string): Promise<string> {
  const { transactionId } = await api.placed();
  return `/cancellation-api/orders/${transactionId}/items/itm_1/${verb}`;
}
