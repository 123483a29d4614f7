import { invalid } from '../shared/api/errors.js';
import { refuseForeignTenant, type TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { storeBundle } from '../shared/bundle/store.js';
import { INGEST_ONLY } from '../shared/decisions.js';
import { offersForTrip } from '../shared/offers/for-trip.js';
import type { PricedOffer } from '../shared/offers/recommend.js';
import { sellsIn, type Tenant } from '../shared/tenant.js';
import { refuseForeignTrip } from '../shared/tokens/bound-trip.js';
import { storeTrip } from '../shared/trip/store.js';
import type { Trip, TripInput } from '../shared/trip/types.js';

/** Where offers are shown, when the caller does not say it. */
const TOUCHPOINTS: Record<string, string> = {
  AIRLINE_WEBSITE: 'booking-flow',
  WIDGET: 'confirmation',
  EMAIL: 'pre-departure',
  MOBILE_APP: 'manage-my-booking',
};

/** Stores what came of a trip and answers with offers, unless the point of sale only delivers data. */
export async function servePassengerRecommendations(
  call: TenantCall,
  schema: 'RecommendationRequest' | 'RecommendationRequestV1',
): Promise<Answer> {
  const input = checked<TripInput>(schema, call.body());
  const { tenant, db, correlationId } = call;
  refuseForeignTenant(input.tenant, tenant);
  refuseForeignTrip(call.caller, input);
  refuseUnsoldCurrency(input, tenant);
  const trip = await storeTrip(db, tenant, input, correlationId);
  if (input.pointOfSale === INGEST_ONLY) return { status: 200, body: { result: [], correlationId } };
  const currency = trip.currency && sellsIn(tenant, trip.currency) ? trip.currency : tenant.currency;
  const offers = await offersFor(call, trip, input, currency);
  await storeBundle(db, { tenant: tenant.id, correlationId, trip: trip._id, currency }, offers);
  return { status: 200, body: { result: offers.map(({ offer }) => offer), correlationId } };
}

/** What is no currency at all is a fault of the trip. */
function refuseUnsoldCurrency({ pnrCurrency }: TripInput, tenant: Tenant): void {
  const { currencies } = tenant;
  if (pnrCurrency === undefined || !currencies || sellsIn(tenant, pnrCurrency)) return;
  throw invalid([{ field: 'pnrCurrency', reason: 'NOT_AVAILABLE' }]);
}

function offersFor(call: TenantCall, trip: Trip, input: TripInput, currency: string): Promise<PricedOffer[]> {
  const { tenant } = call;
  const touchpoint = input.touchpoint ?? TOUCHPOINTS[input.pointOfSale ?? ''] ?? 'booking-flow';
  const locale = trip.locale ?? tenant.locales[0] ?? 'en';
  return offersForTrip(call, trip, { tenant, currency, locale, touchpoint, now: Date.now() });
}
