import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EventBus } from '../../../emulator/kernel/events.js';
import { createVendors, type Vendors } from '../../../emulator/vendors/index.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';
import type { Vendor } from '../../../templates/ancillary/functions/shared/offers/types.js';
import { DialectAdapter } from '../../../templates/ancillary/functions/shared/vendors/adapter.js';
import { DIALECTS } from '../../../templates/ancillary/functions/shared/vendors/directory.js';

const PRODUCTS: Record<Vendor, string> = {
  airalo: 'us-3gb-15d',
  tellisim: 'us-3gb-15d',
  brb: 'baggage-gold-4f',
  mozio: 'transfer-jfk-van',
  'collinson-lounge': 'lounge-jfk',
  dragonpass: 'lounge-jfk',
  carbonclick: 'carbon-1200kg',
  discovercars: 'car-jfk-suv-4d',
};
const NAMES = Object.keys(PRODUCTS) as Vendor[];

let vendors: Vendors;
const clock = new MovableClock();
let keys = 0;

beforeAll(async () => {
  clock.freeze(Date.parse('2027-01-01T15:00:00Z')); // far from the hours at which prices move
  const ids = createIds('adapters');
  vendors = createVendors({ host: '127.0.0.1', port: 0, clock, ids, events: new EventBus() });
  await vendors.start(new AbortController().signal);
});
afterAll(() => vendors.stop());

function adapterOf(vendor: Vendor, wrongSecret = false): DialectAdapter {
  const { url, id, secret } = vendors.accounts()[vendor]!;
  return new DialectAdapter(vendor, DIALECTS[vendor], {
    url,
    id,
    secret: wrongSecret ? 'wrong' : secret.reveal(),
  });
}

const order = (vendor: Vendor, cost: number) => ({
  key: `order:${++keys}`,
  product: PRODUCTS[vendor],
  quantity: 2,
  cost,
  serviceAt: '2027-02-01T12:00:00.000Z',
  correlationId: 'c',
});

async function priceOf(vendor: Vendor): Promise<number> {
  const quotes = await adapterOf(vendor).quote([PRODUCTS[vendor]]);
  return quotes.find(({ product }) => product === PRODUCTS[vendor])!.cost;
}

describe.each(NAMES)('%s', (vendor) => {
  test('tells a price, books at it once, finds the booking, and cancels it', async () => {
    const adapter = adapterOf(vendor);
    const booking = order(vendor, await priceOf(vendor));
    expect(await adapter.find(booking.key)).toBeUndefined();
    const first = await adapter.book(booking);
    expect(first).toEqual({ ok: true, reference: expect.any(String) });
    expect(await adapter.book(booking)).toEqual(first);
    const { reference } = first as { reference: string };
    expect(await adapter.find(booking.key)).toBe(reference);
    const kept = vendors.bookings().filter(({ key }) => key === booking.key);
    expect(kept).toMatchObject([{ vendor, quantity: 2, cents: booking.cost, state: 'BOOKED' }]);
    const given = await adapter.cancel(reference, 'k');
    expect(given).toEqual(vendor === 'carbonclick' ? { ok: false, reason: 'VENDOR_REFUSED' } : { ok: true });
  });

  test('refuses a price below its own, an unknown product, a wrong secret', async () => {
    const cost = await priceOf(vendor);
    expect(await adapterOf(vendor).book(order(vendor, cost - 20))).toEqual({
      ok: false,
      reason: 'PRICE_CHANGED',
    });
    const unknown = { ...order(vendor, cost), product: 'nothing' };
    expect(await adapterOf(vendor).book(unknown)).toEqual({ ok: false, reason: 'NOT_AVAILABLE' });
    expect(await adapterOf(vendor).quote(['nothing'])).toEqual([]);
    const count = vendors.bookings().length;
    const foreign = await adapterOf(vendor, true).book(order(vendor, cost));
    expect(foreign.ok).toBe(false);
    expect(vendors.bookings().length).toBe(count);
  });
});

test.each(['airalo', 'tellisim'] as const)('%s tells whether its eSIM is in use', async (vendor) => {
  const adapter = adapterOf(vendor);
  const booking = order(vendor, await priceOf(vendor));
  expect(await adapter.isUsed(booking.key)).toBe(false);
  const { reference } = (await adapter.book(booking)) as { reference: string };
  expect(await adapter.isUsed(booking.key)).toBe(false);
  await fetch(`${vendors.url}/_sandbox/use`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ vendor, reference }),
  });
  expect(await adapter.isUsed(booking.key)).toBe(true);
});

test('what is sold out says so beforehand, where the vendor counts', async () => {
  const stock = (vendor: string, product: string, left: number) =>
    fetch(`${vendors.url}/_sandbox/stock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ vendor, product, left }),
    });
  for (const vendor of ['collinson-lounge', 'dragonpass', 'mozio', 'discovercars'] as const) {
    expect((await stock(vendor, PRODUCTS[vendor], 0)).status).toBe(200);
    const [quote] = await adapterOf(vendor).quote([PRODUCTS[vendor]]);
    expect(quote, vendor).toMatchObject({ available: false });
    const sold = await adapterOf(vendor).book(order(vendor, quote!.cost));
    expect(sold).toEqual({ ok: false, reason: 'NOT_AVAILABLE' });
  }
});

describe('a vendor that answers by a script', () => {
  const script: [status: number, text: string][] = [];
  const server = createServer((request, response) => {
    request.resume();
    const [status, text] = script.shift() ?? [500, ''];
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const scripted = (vendor: Vendor, ...answers: [number, string][]) => {
    script.splice(0, script.length, ...answers);
    return new DialectAdapter(vendor, DIALECTS[vendor], { url, id: 'id', secret: 'secret' });
  };
  // those that need no token
  const plain = ['tellisim', 'brb', 'mozio', 'dragonpass', 'carbonclick', 'discovercars'] as const;

  test.each(plain)(
    '%s: a refusal after a try that was not heard leaves a doubt; one at once does not',
    async (vendor) => {
      const no: [number, string] = [409, '{}'];
      expect(await scripted(vendor, no).book(order(vendor, 100))).toEqual({
        ok: false,
        reason: 'NOT_AVAILABLE',
      });
      const booked = await scripted(vendor, [502, 'gone'], no).book(order(vendor, 100));
      expect(booked).toEqual({ ok: false, reason: 'NOT_AVAILABLE', inDoubt: true });
    },
  );

  test.each(plain)('%s: an answer of 200 that says neither yes nor no leaves a doubt', async (vendor) => {
    for (const text of ['{}', '{"data":null}', '{"id":7,"orderId":{},"Status":"?"}'])
      expect(await scripted(vendor, [200, text]).book(order(vendor, 100))).toMatchObject({ inDoubt: true });
  });

  test.each(plain)('%s: only an answer that says so means that a key has booked nothing', async (vendor) => {
    for (const answer of [
      [200, '{}'],
      [401, '{}'],
      [400, '{"message":"what?"}'],
    ] as [number, string][])
      await expect(scripted(vendor, answer).find('k'), answer.join(' ')).rejects.toThrow(/answered/);
    expect(await scripted(vendor, [429, '{}'], [404, '{}']).find('k')).toBeUndefined();
  });

  test.each(plain)('%s: a refusal is no price list, nor is an answer without one', async (vendor) => {
    for (const answer of [
      [403, '{}'],
      [200, '{}'],
      [200, '{"message":"maintenance"}'],
    ] as [number, string][])
      await expect(scripted(vendor, answer).quote([PRODUCTS[vendor]])).rejects.toThrow(/answered/);
  });

  test('is left alone after three troubles in a row, asked once after five seconds, and again as usual once it answers', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    try {
      const good: [number, string] = [
        200,
        '{"estimates":[{"project":"carbon-1200kg","price":{"amount":"9.50"}}]}',
      ];
      const quote = (...answers: [number, string][]) =>
        scripted('carbonclick', ...answers).quote([PRODUCTS.carbonclick]);
      for (const _ of [1, 2, 3]) await expect(quote([500, '{}'])).rejects.toThrow('answered 500');
      await expect(quote(good)).rejects.toThrow(/circuit breaker is open/i);
      expect(script.length).toBe(1); // it was not even asked
      expect(await scripted('carbonclick', [200, '{"offsets":[]}']).find('k')).toBeUndefined(); // bookings go on
      vi.setSystemTime(Date.now() + 5_001);
      await expect(quote([500, '{}'], good)).rejects.toThrow('answered 500');
      await expect(quote(good)).rejects.toThrow(/circuit breaker is open/i);
      vi.setSystemTime(Date.now() + 5_001);
      for (const _ of [1, 2]) expect(await quote(good)).toMatchObject([{ cost: 950, available: true }]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('an answer of any length is read to a limit', async () => {
    const long = `{"orders":[],"more":"${'x'.repeat(3 << 20)}"}`;
    const adapter = scripted('tellisim', [200, long], [200, long], [200, long]);
    await expect(adapter.find('k')).rejects.toThrow('answered more than 2097152 bytes');
  });
});
