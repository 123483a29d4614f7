import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Reply } from '../../helpers/api-client.js';
import { type PlatformLab, platformLab } from '../../helpers/platform.js';
import { roundTrip } from '../../unit/platform/sample-trip.js';

export const TENANT = 'dune-horizon';

interface Offers {
  pnr: string;
  correlationId: string;
  result: Reply['body'][];
}

export type OrdersLab = ReturnType<typeof ordersLab>;

/** The platform for the file that calls this, started once for all of its subjects: it is filled in before the first test. */
export function ordersLab() {
  const lab = {} as PlatformLab;
  /** What the tenant's API client sends. */
  const as: Record<string, string> = {};
  beforeAll(async () => {
    const ExchangeRates = '{"LKR": 350, "KWD": 0.36}';
    const parameters = { WebhookPrivateAddresses: 'allowed', ExchangeRates };
    Object.assign(lab, await platformLab({ parameters }));
    Object.assign(as, lab.as(TENANT));
  }, 60_000);
  afterAll(() => lab.stop?.());
  let trips = 0;
  const offered = async (): Promise<Offers> => {
    const pnr = `ORDER${String(++trips).padStart(2, '0')}`;
    const { body } = await lab.post(
      '/aggregation-api/servePassengerRecommendations',
      { ...roundTrip(), pnr, pointOfSale: 'AIRLINE_WEBSITE' },
      as,
    );
    return { pnr, ...body };
  };
  return { lab, as, offered, widgetOrder: widgetOrders(offered, as) };
}

/** Prepares a widget order for the first two offers. */
function widgetOrders(offered: () => Promise<Offers>, as: Record<string, string>) {
  return async (payment: object = {}) => {
    const { pnr, correlationId, result } = await offered();
    const picked = result.slice(0, 2);
    const amount = Math.round(picked.reduce((sum, offer) => sum + offer.price * 100, 0)) / 100;
    const externalPSP = {
      provider: 'adyen',
      referenceId: randomUUID(),
      status: 'CONFIRMED',
      amount,
      currency: 'AED',
      paidAt: '2026-11-22T12:00:00Z',
      ...payment,
    };
    const body = {
      selectedAncillaries: picked.map(({ id }) => ({ id, quantity: 1, shownAs: 'card' })),
      tenant: TENANT,
      pnr,
      pointOfSale: 'AIRLINE_WEBSITE',
      requestedCurrency: 'AED',
      customer: { firstName: 'Eleni' },
      externalPSP,
    };
    return { body, headers: { ...as, 'x-correlation-id': correlationId }, picked };
  };
}
