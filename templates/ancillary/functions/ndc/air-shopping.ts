import { createHash, randomUUID } from 'node:crypto';
import { type Detail, invalid } from '../shared/api/errors.js';
import { refuseForeignTenant, type TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { storeBundle } from '../shared/bundle/store.js';
import type { NdcSession } from '../shared/database/documents.js';
import { offersForTrip } from '../shared/offers/for-trip.js';
import type { PricedOffer } from '../shared/offers/recommend.js';
import { supply } from '../shared/offers/supply.js';
import { tripFaults } from '../shared/trip/check.js';
import type { Trip } from '../shared/trip/types.js';
import { ndcPrice, readMessage } from './message.js';
import { candidatesOf, refuseFaultySearches, searchCurrency, searchFaults } from './product-search.js';
import { storeSession } from './sessions.js';
import { type AirShoppingRQ, messageField, tripOf } from './shopping-request.js';

/** `AirShopping`: offers for a journey, or for a search of rides or cars. */
export async function airShopping(call: TenantCall): Promise<Answer> {
  const { request, answer } = readMessage<AirShoppingRQ>(call, 'AirShopping', refuseFaultySearches);
  const { tenant, db, correlationId } = call;
  refuseForeignTenant(request.Metadata?.Tenant, tenant);
  const trip = request.CoreQuery && tripOf(request);
  const faults = request.CoreQuery
    ? journeyFaults(trip as Trip)
    : searchFaults(request.ProductSearchInputs ?? []);
  if (faults.length > 0) throw invalid(faults);
  const currency = trip ? tenant.currency : searchCurrency(request.ProductSearchInputs ?? [], tenant);
  const offers = await offersFor(call, request, trip, currency);
  const sessionId = randomUUID();
  const name = `${tenant.id}/ndc:${sessionId}`;
  await storeBundle(db, { tenant: tenant.id, correlationId: sessionId, trip: name, currency }, offers);
  const listed = offers.map((entry) => list(entry, sessionId));
  await storeSession(db, {
    tenant: tenant.id,
    sessionId,
    kind: 'SHOPPING',
    pointOfSale: request.Metadata?.PointOfSale ?? 'API',
    passengers: (trip?.passengers ?? []).map(({ id, type }) => `${id}:${type}`).sort(),
    journey: (trip?.segments ?? []).map((s) => `${s.departure}-${s.arrival} ${s.departureTime}`),
    offers: listed,
  });
  return { status: 200, body: answer(response(offers, listed, currency, { correlationId, sessionId })) };
}

async function offersFor(
  call: TenantCall,
  request: AirShoppingRQ,
  trip: Trip | undefined,
  currency: string,
): Promise<PricedOffer[]> {
  const now = Date.now();
  const { tenant } = call;
  const touchpoint = 'booking-flow';
  const context = { tenant, currency, locale: tenant.locales[0] ?? 'en', touchpoint, now };
  if (!trip) return supply(call, candidatesOf(request.ProductSearchInputs ?? []), context);
  return offersForTrip(call, trip, context);
}

/** Faults of the journey, under the names of the message. */
function journeyFaults(trip: Trip): Detail[] {
  return tripFaults(trip, trip, undefined, Date.now()).map(({ field, reason }) => ({
    field: messageField(field),
    reason,
  }));
}

/** Public ids of an offer: they tell nothing of the vendor. */
function list({ offer }: PricedOffer, sessionId: string): NdcSession['offers'][number] {
  const digest = createHash('sha256').update(`${sessionId} ${offer.id}`).digest('hex').slice(0, 12);
  const id = offer.category === 'CAR_RENTAL' ? `CAR-${digest}` : `ITM-${digest}`;
  return {
    offerId: `OFR-${digest}`,
    offerItemId: id,
    serviceRef: `SVC-${id}`,
    item: offer.id,
    name: offer.name,
  };
}

function response(
  offers: PricedOffer[],
  listed: NdcSession['offers'],
  currency: string,
  { correlationId, sessionId }: { correlationId: string; sessionId: string },
): object {
  const rows = offers.map((entry, index) => ({
    ...entry,
    ids: listed[index] as NdcSession['offers'][number],
  }));
  return {
    OtherOffers: rows.map(({ price, ids }) => ({
      OtherOfferID: ids.offerId,
      Owner: 'Arcube',
      OfferItems: [
        {
          OfferItemID: ids.offerItemId,
          ServiceDefinitionRef: ids.serviceRef,
          PriceDetail: ndcPrice(price.total, currency),
        },
      ],
      PriceDetail: ndcPrice(price.total, currency),
    })),
    DataLists: {
      ServiceDefinitionList: rows.map(({ offer, ids }) => ({
        ServiceDefinitionID: ids.serviceRef,
        Name: offer.name,
        Description: offer.description,
        MediaLink: offer.image,
        ServiceTypeCode: offer.category,
        OtherServiceInformation: publicInformation(offer.metadata),
      })),
    },
    Metadata: { CorrelationID: correlationId, ShoppingSessionID: sessionId },
  };
}

/** What a caller may know of a product; who supplies it, and under which name, stays in the session. */
function publicInformation({
  provider,
  package_id,
  product_code,
  source,
  ...rest
}: Record<string, unknown>): object {
  return rest;
}
