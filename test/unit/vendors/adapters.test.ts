import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
