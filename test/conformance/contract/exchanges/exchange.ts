import { afterAll, beforeAll } from 'vitest';
import type { Reply } from '../../../helpers/api-client.js';
import { ContractClient } from '../../../helpers/contract.js';
import { type PlatformLab, platformLab } from '../../../helpers/platform.js';
import { roundTrip } from '../../../unit/platform/sample-trip.js';

/** The tenant with the high rate plan. */
export const TENANT = 'dune-horizon';
export const CURRENCY = 'AED';

export type Exchange = ReturnType<typeof exchange>;

/**
 * The platform for the file that calls this, filled in before its first test, and one client for all of its subjects: in
 * the end it has to have seen every operation, and heard every name.
 */
export function exchange() {
  const lab = {} as PlatformLab;
  const api = new ContractClient(lab);
  /** What the tenant's API client sends. */
  const as: Record<string, string> = {};
  beforeAll(async () => {
    Object.assign(lab, await platformLab({ parameters: { WebhookPrivateAddresses: 'allowed' } }));
    Object.assign(as, lab.as(TENANT));
  }, 60_000);
  afterAll(() => lab.stop?.());
  let trips = 0;
  const fresh = (): string => `CON${String(++trips).padStart(3, '0')}`;
  const offered = async (headers = as): Promise<Offers> => {
    const pnr = fresh();
    const body = { ...roundTrip(), pnr, pointOfSale: 'AIRLINE_WEBSITE' };
    return { pnr, ...(await api.call('servePassengerRecommendations', { headers, body })).body };
  };
  return { lab, api, as, fresh, offered };
}

type Offers = { pnr: string; correlationId: string; result: Reply['body'][] };

/** An offer as an order selects it. */
export const selectionOf = (offer: Reply['body'], change: object = {}) => ({
  vendor: offer.metadata.provider,
  id: offer.id,
  price: { amount: offer.price, currency: CURRENCY },
  ...change,
});
