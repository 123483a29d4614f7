import { edgeHeaders } from '../../../core/scenario/edge-signature.js';
import { mismatch } from '../../../core/scenario/match.js';
import type { Actor } from '../../../core/scenario/model.js';
import { sampleTrip, type Trip } from '../../../core/scenario/sample-trip.js';
import type { SystemControls, SystemTenant } from '../../../core/scenario/system.js';
import { type CaseContext, CaseFailure } from '../case.js';
import type { Reply } from '../http/api-caller.js';
import { openBody } from '../http/exchange.js';
import { edgeOf, Tokens } from '../http/tokens.js';
import { needed } from '../scenario/code-context.js';
import { parse } from '../scenario/judge-answer.js';
import { newPnr } from '../scenario/variables.js';

/** An answer with its body read. */
export interface Answer extends Reply {
  /** Of any shape: suites look at it with matchers, or read it as what the contract says it is. */
  json: unknown;
  index: number;
}

export interface Offer {
  id: string;
  category: string;
  price: number;
  price_partner: number;
  price_arcube: number;
  metadata: { provider: string; currency: string };
}

/** Offers of a trip, as recommendations answer. */
export interface Offered {
  pnr: string;
  correlationId: string;
  offers: Offer[];
  currency: string;
}

/** What of `AirShoppingRS` is looked at. */
export interface Shopped {
  OtherOffers: { OtherOfferID: string; OfferItems: { OfferItemID: string }[] }[];
  Metadata: { ShoppingSessionID: string };
}

interface Priced {
  PriceSummary: { amount: number; decimal: number; currency: string };
  Metadata: { PricedSessionID: string };
}

const RECOMMEND = '/aggregation-api/servePassengerRecommendations';

/** What the cases of the built-in suites do with the API. */
export class SuiteApi {
  readonly context: CaseContext;
  readonly tokens: Tokens;

  /** Told of every answer to `send`, whole and open. */
  listen: (reply: Reply) => void = () => undefined;

  constructor(context: CaseContext) {
    this.context = context;
    this.tokens = new Tokens(context.system, context.calls, context.ids);
  }

  /** What an emulator lets be done beside the API. Throws CaseSkipped where there is none. */
  get controls(): SystemControls {
    return needed(this.context.system.controls, this.context.system.label);
  }

  tenants(): SystemTenant[] {
    return this.context.system.tenants();
  }

  pnr(): string {
    return newPnr(this.context.ids);
  }

  trip(pnr = this.pnr()): Trip {
    return sampleTrip(pnr, this.tokens.now());
  }

  /** Calls as somebody; waits and asks again when the tenant's rate is used up. */
  async send(
    step: string,
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string>; as?: Actor } = {},
  ): Promise<Answer> {
    const { body, headers = {}, as = {} } = options;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const caller = await this.tokens.headersFor(as);
    const call = {
      method,
      path,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...caller, ...headers },
      ...(body !== undefined && { body: text }),
    };
    for (;;) {
      const reply = await this.context.calls.call(step, call);
      this.listen(reply);
      if (reply.status === 429 && (await this.#waitOut(reply))) continue;
      return { ...reply, json: parse(reply.body) };
    }
  }

  post(
    step: string,
    path: string,
    body: unknown,
    options: { headers?: Record<string, string>; as?: Actor } = {},
  ): Promise<Answer> {
    return this.send(step, 'POST', path, { ...options, body });
  }

  /** Fails the case unless `actual` is, or fits, `wanted`. */
  expect(step: string, actual: unknown, wanted: unknown, what: string, answer?: { index: number }): void {
    const why = mismatch(actual, wanted);
    if (why !== undefined) throw new CaseFailure(step, `${what}: ${why}.`, undefined, answer?.index);
  }

  /** Fails the case unless the answer has this status. */
  status(step: string, answer: Answer, wanted: number | number[]): void {
    const fits = [wanted].flat().includes(answer.status);
    if (fits) return;
    const said = answer.error ?? `${answer.status} ${openBody(answer.body).slice(0, 300)}`;
    throw new CaseFailure(
      step,
      `Expected ${[wanted].flat().join(' or ')}, got ${said}`,
      undefined,
      answer.index,
    );
  }

  /** Sends a new trip and takes its offers. */
  async offers(as: Actor = {}, pnr = this.pnr()): Promise<Offered> {
    const answer = await this.post('offers', RECOMMEND, this.trip(pnr), { as });
    this.status('offers', answer, 200);
    const { correlationId, result } = answer.json as { correlationId: string; result: Offer[] };
    const [first] = result;
    if (!first) throw new CaseFailure('offers', 'The trip got no offers.', undefined, answer.index);
    return { pnr, correlationId, offers: result, currency: first.metadata.currency };
  }

  /** Body of `POST /order-api/confirmOrder` for some offers. */
  order({ correlationId, currency }: Offered, offers: readonly Offer[]) {
    return {
      sessionId: correlationId,
      selectedAncillaries: offers.map(({ id, price, metadata }) => ({
        vendor: metadata.provider,
        id,
        price: { amount: price, currency },
      })),
    };
  }

  /** Body of `POST /transactions/widget-order-create` for some offers, paid for with one reference. */
  widgetOrder({ pnr, currency }: Offered, offers: readonly Offer[], tenant: string, reference: string) {
    const cents = offers.reduce((sum, { price }) => sum + Math.round(price * 1000), 0);
    return {
      selectedAncillaries: offers.map(({ id }) => ({ id, quantity: 1 })),
      tenant,
      pnr,
      pointOfSale: 'AIRLINE_WEBSITE',
      requestedCurrency: currency,
      customer: { firstName: 'Eleni', lastName: 'Markou', email: 'eleni@example.com' },
      externalPSP: {
        provider: 'adyen',
        referenceId: reference,
        status: 'CONFIRMED',
        amount: cents / 1000,
        currency,
        paidAt: new Date(this.tokens.now()).toISOString(),
      },
    };
  }

  /** Body of `POST /checkout/verify` for all offers of a trip. */
  cart({ correlationId, offers, currency }: Offered) {
    const items = offers.map(({ id, category, price }) => ({
      id,
      categoryCode: category,
      unitPrice: price,
      quantity: 1,
      totalPrice: price,
      currency,
    }));
    return { correlationId, items };
  }

  /** A new trip with one offer ordered. */
  async placed(as: Actor = {}): Promise<Offered & { transactionId: string }> {
    const offered = await this.offers(as);
    const body = this.order(offered, offered.offers.slice(0, 1));
    const answer = await this.post('order', '/order-api/confirmOrder', body, { as });
    this.status('order', answer, 200);
    return { ...offered, ...(answer.json as { transactionId: string }) };
  }

  /** Headers of a tenant's edge, with a nonce of its own. */
  edgeHeaders(tenant: SystemTenant = this.tokens.tenant({})): Record<string, string> {
    return edgeHeaders(edgeOf(tenant), this.tokens.now(), this.context.ids.uuid());
  }

  /** Body of the first NDC step, for the sample trip. */
  airShopping() {
    const { segments } = this.trip();
    return {
      CoreQuery: {
        Segments: segments.map((one) => ({
          SegmentKey: one.segmentId,
          Departure: { AirportCode: one.departure, DateTime: one.departureTime },
          Arrival: { AirportCode: one.arrival, DateTime: one.arrivalTime },
          MarketingCarrier: one.operatingCarrier,
          OperatingCarrier: one.operatingCarrier,
        })),
      },
      DataLists: { PassengerList: [{ PassengerID: 'p1', PTC: 'ADT', Individual: { GivenName: 'Eleni' } }] },
      Metadata: { PointOfSale: 'API' },
    };
  }

  /** The first NDC step, taken. */
  async shopped(as: Actor = {}): Promise<Shopped> {
    const answer = await this.post('air-shopping', '/ndc-api/air-shopping', this.airShopping(), { as });
    this.status('air-shopping', answer, 200);
    return answer.json as Shopped;
  }

  /** Body of the second step, for the first offer. */
  offerPrice({ OtherOffers, Metadata }: Shopped) {
    const [first] = OtherOffers;
    const { ShoppingSessionID } = Metadata;
    const items = (first?.OfferItems ?? []).map(({ OfferItemID }) => ({ OfferItemID, Quantity: 1 }));
    const offer = { OfferID: first?.OtherOfferID, ShoppingSessionID, Owner: 'Arcube', OfferItems: items };
    return { Query: { SelectedOffers: [offer] } };
  }

  /** Body of the third step, after the first two. */
  async orderCreate(as: Actor = {}) {
    const body = this.offerPrice(await this.shopped(as));
    const answer = await this.post('offer-price', '/ndc-api/offer-price', body, { as });
    this.status('offer-price', answer, 200);
    const { PriceSummary: price, Metadata } = answer.json as Priced;
    return {
      PointOfSale: 'API',
      Customer: { PrimaryContact: { email: 'eleni@example.com' } },
      Query: {
        PricedOfferRef: Metadata.PricedSessionID,
        OfferItems: (body.Query.SelectedOffers[0]?.OfferItems ?? []).map(({ OfferItemID }) => ({
          OfferItemID,
        })),
      },
      Payments: [
        {
          Mode: 'AIRLINE_CAPTURED',
          Currency: price.currency,
          Amount: price.amount,
          decimal: price.decimal,
          airlineCaptureRef: `CAP-${this.context.ids.hex(8)}`,
        },
      ],
    };
  }

  /** Id of a webhook, registered anew. */
  async webhook(as: Actor = {}): Promise<string> {
    const body = { url: 'https://hooks.example.com/arcube', events: ['order.*'] };
    const answer = await this.post('register a webhook', '/webhooks', body, { as });
    this.status('register a webhook', answer, 201);
    return (answer.json as { id: string }).id;
  }

  /** True when the call may be made again: on an emulator by moving the clock, on a stage by waiting. */
  async #waitOut({ headers }: Reply): Promise<boolean> {
    const seconds = Number(headers['retry-after'] ?? 1);
    if (!Number.isFinite(seconds) || seconds > 120) return false;
    const { controls } = this.context.system;
    if (controls) await controls.moveClock({ advance: seconds * 1000 });
    else await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return !this.context.signal.aborted;
  }
}

/** Makes the cases of a suite: name → what it does. */
export function suite(
  name: string,
  needsEmulator: boolean,
  cases: Record<string, (api: SuiteApi) => Promise<void>>,
) {
  return Object.entries(cases).map(([title, run]) => ({
    id: `${name}: ${title}`,
    name: title,
    group: name,
    tags: [name],
    needsEmulator,
    measured: false,
    run: (context: CaseContext) => run(new SuiteApi(context)),
  }));
}
