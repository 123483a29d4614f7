import { randomUUID } from 'node:crypto';
import { type Detail, invalid } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { storeItems } from '../shared/bundle/store.js';
import type { BundleItem, NdcSession } from '../shared/database/documents.js';
import { minorOf, type NdcPrice, ndcPrice, readMessage } from './message.js';
import { inputFaults, type ProductInput } from './product-inputs.js';
import { type LiveSession, liveSession, storeSession } from './sessions.js';

interface SelectedItem {
  OfferItemID: string;
  Quantity?: number;
  Currency?: string;
  Price?: NdcPrice;
  ServiceDefinitionRef?: string;
}

interface OfferPriceRQ {
  Query: {
    SelectedOffers: {
      OfferID: string;
      ShoppingSessionID: string;
      Owner: string;
      OfferItems: SelectedItem[];
    }[];
  };
  ProductInputs?: ProductInput[];
}

/** A selected item with the bundle's item behind it. */
interface Chosen {
  listed: NdcSession['offers'][number];
  item: BundleItem;
  quantity: number;
}

/** `OfferPrice`: merges what was selected from one or more shopping sessions into a priced session. */
export async function offerPrice(call: TenantCall): Promise<Answer> {
  const { request, answer } = readMessage<OfferPriceRQ>(call, 'OfferPrice');
  const { SelectedOffers: offers } = request.Query;
  const sessions = await Promise.all(
    offers.map(({ ShoppingSessionID }, index) =>
      liveSession(call, 'SHOPPING', ShoppingSessionID, `Query.SelectedOffers[${index}].ShoppingSessionID`),
    ),
  );
  const faults = [
    ...incompatible(sessions),
    ...offers.flatMap((offer, index) => choiceFaults(offer, sessions[index] as LiveSession, index)),
    ...repeated(offers),
  ];
  if (faults.length > 0) throw invalid(faults, 'The selected offers cannot be priced together.');
  const chosen = offers.flatMap((offer, index) => choose(offer.OfferItems, sessions[index] as LiveSession));
  const stray = inputFaults(
    request.ProductInputs,
    chosen.map(({ listed }) => listed),
  );
  if (stray.length > 0) throw invalid(stray);
  const sessionId = randomUUID();
  await store(call, sessionId, sessions, chosen, request.ProductInputs);
  const { currency } = (sessions[0] as LiveSession).bundle;
  return { status: 200, body: answer(response(call, sessionId, offers, sessions, chosen, currency)) };
}

/** Sessions go together when point of sale and currency agree, and passengers and journey do where both name them. */
function incompatible(sessions: LiveSession[]): Detail[] {
  const [first] = sessions as [LiveSession];
  return sessions.flatMap(({ session, bundle }, index) => {
    const at = (reason: string): Detail => ({
      field: `Query.SelectedOffers[${index}].ShoppingSessionID`,
      reason,
    });
    const faults: Detail[] = [];
    if (session.pointOfSale !== first.session.pointOfSale) faults.push(at('POINT_OF_SALE_MISMATCH'));
    if (bundle.currency !== first.bundle.currency) faults.push(at('MIXED_CURRENCY'));
    if (!agree(session.passengers, first.session.passengers)) faults.push(at('PASSENGER_MISMATCH'));
    if (!agree(session.journey, first.session.journey)) faults.push(at('JOURNEY_MISMATCH'));
    return faults;
  });
}

function agree(one: string[], other: string[]): boolean {
  return one.length === 0 || other.length === 0 || one.join('\n') === other.join('\n');
}

function choiceFaults(
  { Owner, OfferID, OfferItems }: OfferPriceRQ['Query']['SelectedOffers'][number],
  { session, bundle }: LiveSession,
  index: number,
): Detail[] {
  const path = `Query.SelectedOffers[${index}]`;
  const faults: Detail[] = Owner === 'Arcube' ? [] : [{ field: `${path}.Owner`, reason: 'OWNER_MISMATCH' }];
  for (const [place, { OfferItemID, Price, Currency, ServiceDefinitionRef }] of OfferItems.entries()) {
    const at = (field: string, reason: string): void =>
      void faults.push({ field: `${path}.OfferItems[${place}].${field}`, reason });
    const listed = session.offers.find(
      (entry) => entry.offerItemId === OfferItemID && entry.offerId === OfferID,
    );
    const item = listed && bundle.items.find(({ id }) => id === listed.item);
    if (!item) at('OfferItemID', 'NOT_AVAILABLE');
    else if (ServiceDefinitionRef !== undefined && ServiceDefinitionRef !== listed.serviceRef)
      at('ServiceDefinitionRef', 'VALUE_MISMATCH');
    else if (
      (Currency ?? bundle.currency) !== bundle.currency ||
      (Price?.currency ?? bundle.currency) !== bundle.currency
    )
      at('Currency', 'MIXED_CURRENCY');
    else if (Price && minorOf(Price) !== item.total) at('Price', 'VALUE_MISMATCH');
  }
  return faults;
}

/** An item is selected once, in the quantity that is wanted. */
function repeated(offers: OfferPriceRQ['Query']['SelectedOffers']): Detail[] {
  const seen = new Set<string>();
  return offers.flatMap(({ ShoppingSessionID, OfferItems }, index) =>
    OfferItems.flatMap(({ OfferItemID }, place) => {
      const name = `${ShoppingSessionID} ${OfferItemID}`;
      const field = `Query.SelectedOffers[${index}].OfferItems[${place}].OfferItemID`;
      if (seen.has(name)) return [{ field, reason: 'DUPLICATE' }];
      seen.add(name);
      return [];
    }),
  );
}

function choose(items: SelectedItem[], { session, bundle }: LiveSession): Chosen[] {
  return items.map(({ OfferItemID, Quantity = 1 }) => {
    const listed = session.offers.find(
      ({ offerItemId }) => offerItemId === OfferItemID,
    ) as NdcSession['offers'][number];
    const item = bundle.items.find(({ id }) => id === listed.item) as BundleItem;
    return { listed, item, quantity: Quantity };
  });
}

async function store(
  { db, tenant }: TenantCall,
  sessionId: string,
  sessions: LiveSession[],
  chosen: Chosen[],
  inputs: ProductInput[] | undefined,
): Promise<void> {
  const [first] = sessions as [LiveSession];
  const { currency } = first.bundle;
  // Two sessions may have offered the same product: the public id keeps them apart.
  const items = chosen.map(({ item, listed }) => ({ ...item, id: listed.offerItemId }));
  const trip = `${tenant.id}/ndc:${sessionId}`;
  await storeItems(db, { tenant: tenant.id, correlationId: sessionId, trip, currency }, items);
  const named = (part: 'passengers' | 'journey'): string[] =>
    sessions.find(({ session }) => session[part].length > 0)?.session[part] ?? [];
  await storeSession(db, {
    tenant: tenant.id,
    sessionId,
    kind: 'PRICED',
    pointOfSale: first.session.pointOfSale,
    passengers: named('passengers'),
    journey: named('journey'),
    offers: chosen.map(({ listed, quantity }) => ({ ...listed, item: listed.offerItemId, quantity })),
    ...(inputs && { inputs }),
  });
}

function response(
  { correlationId }: TenantCall,
  sessionId: string,
  offers: OfferPriceRQ['Query']['SelectedOffers'],
  sessions: LiveSession[],
  all: Chosen[],
  currency: string,
): object {
  const total = (chosen: Chosen[]): number =>
    chosen.reduce((sum, { item, quantity }) => sum + item.total * quantity, 0);
  return {
    PricedOffers: offers.map(({ OfferID, OfferItems }, index) => {
      const chosen = choose(OfferItems, sessions[index] as LiveSession);
      return {
        OfferID,
        OfferItems: chosen.map((entry) => ({
          OfferItemID: entry.listed.offerItemId,
          Quantity: entry.quantity,
          ServiceDefinitionRef: entry.listed.serviceRef,
          UnitPrice: ndcPrice(entry.item.total, currency),
          PriceDetail: ndcPrice(total([entry]), currency),
        })),
        PriceSummary: ndcPrice(total(chosen), currency),
      };
    }),
    PriceSummary: ndcPrice(total(all), currency),
    Metadata: { CorrelationID: correlationId, PricedSessionID: sessionId },
  };
}
