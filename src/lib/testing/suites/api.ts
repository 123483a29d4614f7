import { mismatch } from '../../../core/scenario/match.js';
import type { Actor } from '../../../core/scenario/model.js';
import { sampleTrip, type Trip } from '../../../core/scenario/sample-trip.js';
import type { SystemControls, SystemTenant } from '../../../core/scenario/system.js';
import { type CaseContext, CaseFailure } from '../case.js';
import type { Reply } from '../http/api-caller.js';
import { Tokens } from '../http/tokens.js';
import { needed } from '../scenario/code-context.js';
import { parse } from '../scenario/judge-answer.js';
import { newPnr } from '../scenario/variables.js';

/** An answer with its body read. */
export interface Answer extends Reply {
  // JSON of any shape: suites look at it with matchers, or read it as what the contract says it is
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

const RECOMMEND = '/aggregation-api/servePassengerRecommendations';

/** What the cases of the built-in suites do with the API. */
export class SuiteApi {
  readonly context: CaseContext;
  readonly tokens: Tokens;

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
    const said = answer.error ?? `${answer.status} ${answer.body.slice(0, 300)}`;
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
