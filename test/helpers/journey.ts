import { randomUUID } from 'node:crypto';
import type { Ready } from './dev.js';

/** An answer of the API, its body read as JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, never>;
}

export interface Offer {
  id: string;
  category: string;
  price: number;
  price_partner: number;
  price_arcube: number;
  metadata: { provider: string };
}

/** A client of the API as an integrator writes one. */
export class ApiClient {
  readonly #api: string;
  #token = '';

  constructor(api: string) {
    this.#api = api;
  }

  /** Signs in as the tenant whose data is kept in a region. */
  static async of(ready: Ready, region: string): Promise<ApiClient> {
    const client = new ApiClient(ready.urls.api);
    const found = ready.credentials.find((one) => one.region === region);
    if (!found) throw new Error(`no tenant in ${region}`);
    const { clientId, clientSecret } = found;
    const answer = await client.post('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    client.#token = String(answer.body.access_token);
    return client;
  }

  get token(): string {
    return this.#token;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.#send(path, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, { headers });
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const authorization: Record<string, string> =
      this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` };
    const answer = await fetch(`${this.#api}${path}`, {
      ...init,
      headers: { ...authorization, ...init.headers },
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: parse(text) };
  }
}

function parse(text: string): Record<string, never> {
  try {
    return JSON.parse(text) as Record<string, never>;
  } catch {
    return {};
  }
}

/** Athens – Frankfurt – New York and back, from thirty days after `now` (epoch ms). */
export function trip(pnr: string, now = Date.now()) {
  const day = (offset: number, time: string) =>
    `${new Date(now + offset * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`;
  const leg = (
    segmentId: string,
    flightNumber: string,
    departure: string,
    arrival: string,
    departureTime: string,
    arrivalTime: string,
  ) => ({
    segmentId,
    flightNumber,
    departure,
    arrival,
    departureTime,
    arrivalTime,
    operatingCarrier: flightNumber.slice(0, 2),
    passengerIds: ['P1', 'P2'],
  });
  return {
    pnr,
    pointOfSale: 'AIRLINE_WEBSITE',
    passengers: [
      {
        id: 'P1',
        type: 'ADT',
        firstName: 'Maria',
        lastName: 'Papadaki',
        email: 'maria@example.com',
        isLead: true,
      },
      { id: 'P2', type: 'CHD', firstName: 'Nikos', lastName: "O'Brien" },
    ],
    segments: [
      leg('S1', 'LH1279', 'ATH', 'FRA', day(30, '06:00'), day(30, '09:05')),
      leg('S2', 'LH400', 'FRA', 'JFK', day(30, '11:00'), day(30, '19:40')),
      leg('S3', 'LH401', 'JFK', 'FRA', day(37, '21:00'), day(38, '04:30')),
      leg('S4', 'LH1284', 'FRA', 'ATH', day(38, '08:00'), day(38, '10:50')),
    ],
  };
}

/** Ingests a trip and takes its offers. */
export async function offersOf(
  client: ApiClient,
  pnr: string,
): Promise<{ offers: Offer[]; correlationId: string }> {
  const answer = await client.post('/aggregation-api/servePassengerRecommendations', trip(pnr));
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return {
    offers: answer.body.result as unknown as Offer[],
    correlationId: String(answer.body.correlationId),
  };
}

/** The body of a confirmOrder call for some offers. */
export function orderOf(correlationId: string, offers: Offer[], currency: string) {
  return {
    sessionId: correlationId,
    selectedAncillaries: offers.map(({ id, price, metadata }) => ({
      vendor: metadata.provider,
      id,
      price: { amount: price, currency },
    })),
  };
}

/** Takes offers of a new trip, and orders the first of them. */
export async function placeOrder(client: ApiClient, pnr: string, currency: string): Promise<Answer> {
  const { offers, correlationId } = await offersOf(client, pnr);
  return client.post('/order-api/confirmOrder', orderOf(correlationId, offers.slice(0, 1), currency), {
    'idempotency-key': randomUUID(),
  });
}
