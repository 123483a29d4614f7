import { FAULTS, type VendorFault } from '../../../../emulator/vendors/faults.js';
import type { Random } from './random.js';
import { call, type Heard, plan, type World } from './world.js';

const AIRPORTS = [
  'ATH',
  'FRA',
  'JFK',
  'DXB',
  'LHR',
  'CDG',
  'MAD',
  'SIN',
  'NRT',
  'SYD',
  'GRU',
  'CPT',
  'BOM',
  'KEF',
  'SKG',
  'LAX',
];
const VENDORS = [
  'airalo',
  'tellisim',
  'collinson-lounge',
  'dragonpass',
  'brb',
  'mozio',
  'carbonclick',
  'discovercars',
];
/** Faults that make everybody wait are rare; the others answer at once. */
const SLOW: readonly VendorFault[] = ['hang', 'late', 'trickle'];
const QUICK = FAULTS.filter((fault) => !SLOW.includes(fault));
const DAY = 86_400_000;

/** What a traveller was told: the books must agree with it. */
export interface Told {
  tenant: string;
  transactionId: string;
  /** How many items were to be ordered. */
  items: number;
}

export interface Outcome {
  kind: 'API' | 'WIDGET' | 'NDC' | 'NONE';
  told?: Told;
  /** An answer that nobody should get. */
  strange?: string;
}

/** One random traveller: a trip, its offers, an order by one of the three ways, and perhaps a cancellation. */
export async function travel(world: World, random: Random, index: number): Promise<Outcome> {
  const tenant = random.chance(0.8) ? 'dune-horizon' : random.pick(world.credentials).tenant;
  if (random.chance(0.25)) await plan(world, randomFault(random));
  const pnr = `S${index.toString(36).toUpperCase().padStart(6, '0')}`;
  const headers = { 'x-correlation-id': random.uuid() };
  const kind = random.pick(['API', 'API', 'API', 'WIDGET', 'NDC'] as const);
  const outcome =
    kind === 'NDC' ? await ndc(world, random, tenant) : await shop(world, random, tenant, pnr, kind, headers);
  if (outcome.told && random.chance(0.35)) await giveBack(world, random, outcome.told);
  return outcome;
}

function randomFault(random: Random): object {
  const fault = random.chance(0.02) ? random.pick(SLOW) : random.pick(QUICK);
  return { vendor: random.pick(VENDORS), fault, times: random.integer(1, 4) };
}

function randomTrip(random: Random) {
  const stops = random.some(AIRPORTS, 3);
  const home = random.pick(AIRPORTS.filter((code) => !stops.includes(code)));
  const places = [home, ...stops, ...(random.chance(0.7) ? [home] : [])];
  let time = Date.now() + random.integer(5, 200) * DAY;
  const segments = places.slice(1).map((arrival, leg) => {
    const departureTime = new Date(time).toISOString();
    const arrivalTime = new Date(time + 9 * 3_600_000).toISOString();
    time += random.integer(1, 10) * DAY;
    return {
      segmentId: `s${leg}`,
      flightNumber: `ZD${100 + leg}`,
      departure: places[leg] as string,
      arrival,
      departureTime,
      arrivalTime,
      operatingCarrier: 'ZD',
    };
  });
  const adults = random.integer(1, 3);
  const types = [
    ...Array(adults).fill('ADT'),
    ...(random.chance(0.3) ? ['CHD'] : []),
    ...(random.chance(0.2) ? ['INF'] : []),
  ];
  return { passengers: types.map((type, at) => ({ id: `p${at}`, type, isLead: at === 0 })), segments };
}

async function shop(
  world: World,
  random: Random,
  tenant: string,
  pnr: string,
  kind: 'API' | 'WIDGET',
  headers: Record<string, string>,
): Promise<Outcome> {
  const offered = await call(world, tenant, '/aggregation-api/servePassengerRecommendations', {
    headers,
    body: { ...randomTrip(random), pnr, pointOfSale: 'AIRLINE_WEBSITE' },
  });
  if (offered.status !== 200) return strange('recommend', offered);
  const { result, correlationId } = offered.body;
  if (result.length === 0) return { kind: 'NONE' };
  const chosen: Heard['body'][] = random.some(result, 4);
  const currency = chosen[0].metadata.currency;
  const isHeld = kind === 'WIDGET' && random.chance(0.3);
  const key = { ...headers, 'idempotency-key': random.uuid() };
  const selected = chosen.map(({ id, price, metadata }) => ({
    vendor: metadata.provider,
    id,
    price: { amount: random.chance(0.03) ? price + 1 : price, currency },
  }));
  const order =
    kind === 'API'
      ? { sessionId: correlationId, selectedAncillaries: selected }
      : {
          selectedAncillaries: chosen.map(({ id }) => ({ id, quantity: 1 })),
          tenant,
          pnr,
          pointOfSale: 'AIRLINE_WEBSITE',
          requestedCurrency: currency,
          customer: { firstName: 'S' },
          externalPSP: {
            provider: 'soak',
            referenceId: random.uuid(),
            status: isHeld ? 'PENDING' : 'CONFIRMED',
            amount: Math.round(chosen.reduce((sum, { price }) => sum + price * 100, 0)) / 100,
            currency,
            paidAt: '2026-11-22T12:00:00Z',
          },
        };
  const path = kind === 'API' ? '/order-api/confirmOrder' : '/transactions/widget-order-create';
  const placing = [call(world, tenant, path, { body: order, headers: key })];
  if (random.chance(0.1)) placing.push(call(world, tenant, path, { body: order, headers: key })); // an impatient client
  const [placed, twin] = (await Promise.all(placing)) as [Heard, Heard?];
  if (twin && JSON.stringify(twin) !== JSON.stringify(placed)) return strange('twins differ', twin);
  if (placed.status === 422) return { kind };
  if (placed.status !== 200 && placed.status !== 207) return strange(path, placed);
  const { transactionId } = placed.body;
  if (isHeld) await settle(world, random, tenant, placed.body, correlationId);
  return { kind, told: { tenant, transactionId, items: chosen.length } };
}

/** What becomes of a payment that was on its way: it comes, now and then twice; it fails; or nobody hears of it again. */
async function settle(
  world: World,
  random: Random,
  tenant: string,
  { transactionId, transactionItems }: Heard['body'],
  sessionId: string,
): Promise<void> {
  const paymentStatus = random.pick(['CONFIRMED', 'CONFIRMED', 'FAILED', undefined]);
  if (paymentStatus === undefined) return;
  const cents = transactionItems.reduce(
    (sum: number, { totalPrice }: { totalPrice: number }) => sum + Math.round(totalPrice * 100),
    0,
  );
  const body = {
    sessionId,
    transactionId,
    totalAmountPaid: { amount: cents / 100, currency: transactionItems[0].currency },
    ancillaryIds: transactionItems.map(({ id }: { id: string }) => id),
    paymentStatus,
  };
  const calls = random.chance(0.3) ? 2 : 1;
  const path = '/order-api/paymentConfirmation';
  await Promise.all(Array.from({ length: calls }, () => call(world, tenant, path, { body })));
}

async function ndc(world: World, random: Random, tenant: string): Promise<Outcome> {
  const { segments } = randomTrip(random);
  const CoreQuery = {
    Segments: segments.map((segment) => ({
      SegmentKey: segment.segmentId,
      Departure: { AirportCode: segment.departure, DateTime: segment.departureTime },
      Arrival: { AirportCode: segment.arrival, DateTime: segment.arrivalTime },
      MarketingCarrier: 'ZD',
    })),
  };
  const DataLists = { PassengerList: [{ PassengerID: 'p', PTC: 'ADT' }] };
  const shopped = await call(world, tenant, '/ndc-api/air-shopping', { body: { CoreQuery, DataLists } });
  if (shopped.status !== 200) return strange('air-shopping', shopped);
  const { OtherOffers, Metadata } = shopped.body;
  if (OtherOffers.length === 0) return { kind: 'NONE' };
  const chosen: Heard['body'][] = random.some(OtherOffers, 3);
  const SelectedOffers = chosen.map(({ OtherOfferID, OfferItems }) => ({
    OfferID: OtherOfferID,
    ShoppingSessionID: Metadata.ShoppingSessionID,
    Owner: 'Arcube',
    OfferItems: [{ OfferItemID: OfferItems[0].OfferItemID }],
  }));
  const priced = await call(world, tenant, '/ndc-api/offer-price', { body: { Query: { SelectedOffers } } });
  if (priced.status !== 200) return strange('offer-price', priced);
  const { amount, decimal, currency } = priced.body.PriceSummary;
  const created = await call(world, tenant, '/ndc-api/order-create', {
    body: {
      Customer: { PrimaryContact: {} },
      Query: {
        PricedOfferRef: priced.body.Metadata.PricedSessionID,
        OfferItems: SelectedOffers.map(({ OfferItems }) => OfferItems[0]),
      },
      Payments: [
        {
          Mode: 'AIRLINE_CAPTURED',
          Currency: currency,
          Amount: amount,
          decimal,
          airlineCaptureRef: random.uuid(),
        },
      ],
    },
  });
  if (created.status !== 200) return strange('order-create', created);
  return { kind: 'NDC', told: { tenant, transactionId: created.body.Order.OrderID, items: chosen.length } };
}

/** Cancels an item, now and then twice at once: at most one of them may do it. */
async function giveBack(world: World, random: Random, { tenant, transactionId, items }: Told): Promise<void> {
  const path = `/cancellation-api/orders/${transactionId}/items/itm_${random.integer(1, items)}/cancel`;
  const calls = random.chance(0.3) ? 2 : 1;
  await Promise.all(Array.from({ length: calls }, () => call(world, tenant, path, { body: {} })));
}

function strange(where: string, { status, body }: Heard): Outcome {
  return { kind: 'NONE', strange: `${where}: ${status} ${JSON.stringify(body).slice(0, 300)}` };
}
