import { countries } from 'countries-list';
import { describe, expect, test } from 'vitest';
import { Bookings } from '../../../emulator/vendors/bookings.js';
import { Desk } from '../../../emulator/vendors/desk.js';
import { Market } from '../../../emulator/vendors/market.js';
import { TARIFFS } from '../../../emulator/vendors/tariffs.js';
import { airportCodes, airportOf } from '../../../emulator/vendors/world.js';
import { MovableClock } from '../../../src/core/clock.js';
import { airport } from '../../../templates/ancillary/functions/shared/airports.js';

const HOUR = 3_600_000;
const START = Date.parse('2027-01-01T00:00:00Z');

function lab(vendor = 'dragonpass', seed = 'one') {
  const clock = new MovableClock();
  clock.freeze(START);
  const bookings = new Bookings(clock);
  const market = new Market(clock, seed, bookings);
  return { clock, bookings, market, desk: new Desk(vendor, { market, bookings, clock }) };
}

describe('coverage', () => {
  test('every country of ISO 3166-1 has an eSIM, from both vendors, and no other', () => {
    for (const country of Object.keys(countries))
      for (const vendor of ['airalo', 'tellisim'])
        expect(TARIFFS[vendor]?.(`${country.toLowerCase()}-3gb-15d`)?.cents, country).toBeGreaterThan(300);
    expect(TARIFFS.airalo?.('zz-3gb-15d')).toBeUndefined();
    expect(TARIFFS.airalo?.('us-4gb-15d')).toBeUndefined();
  });

  test('every airport of the data set has the services that are plausible there', () => {
    const codes = airportCodes();
    expect(codes.length).toBeGreaterThan(10_000);
    for (const code of codes) {
      const { size, scheduled } = airportOf(code)!;
      const own = airport(code)!; // the platform's own list of the same data
      expect([own.size, own.scheduledService], code).toEqual([size, scheduled]);
      const sold = (vendor: string, product: string): boolean => TARIFFS[vendor]?.(product) !== undefined;
      const place = code.toLowerCase();
      expect(sold('collinson-lounge', `lounge-${place}`), code).toBe(size !== 'small');
      expect(sold('dragonpass', `fasttrack-${place}`), code).toBe(size === 'large');
      expect(sold('mozio', `transfer-${place}-van`), code).toBe(scheduled || size !== 'small');
      expect(sold('discovercars', `car-${place}-suv-7d`), code).toBe(scheduled || size !== 'small');
    }
    expect(TARIFFS.dragonpass?.('lounge-zzz')).toBeUndefined();
  });
});

describe('prices', () => {
  test('move with the clock within six percent, equally in every run, differently by seed', () => {
    const [one, same, other] = [lab(), lab(), lab('dragonpass', 'two')];
    const seen = new Set<number>();
    const list = TARIFFS.dragonpass?.('lounge-jfk')?.cents as number;
    for (let step = 0; step < 40; step++) {
      const [price, again] = [one, same].map(({ market }) => market.quote('dragonpass', 'lounge-jfk')?.cents);
      expect(price).toBe(again);
      expect(Math.abs((price as number) / list - 1)).toBeLessThan(0.061);
      seen.add(price as number);
      for (const { clock } of [one, same, other]) clock.advance(6 * HOUR);
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(other.market.quote('dragonpass', 'lounge-jfk')).not.toEqual(
      one.market.quote('dragonpass', 'lounge-jfk'),
    );
  });

  test('do not move within a step, nor ever for an insurer', () => {
    const { clock, market } = lab();
    const before = market.quote('airalo', 'us-3gb-15d');
    clock.advance(5.9 * HOUR);
    expect(market.quote('airalo', 'us-3gb-15d')).toEqual(before);
    const cover = market.quote('brb', 'baggage-gold-4f');
    clock.advance(1000 * HOUR);
    expect(market.quote('brb', 'baggage-gold-4f')).toEqual(cover);
  });

  test('that were told are held for a while; later the vendor wants its new one', () => {
    const { clock, desk } = lab();
    const product = 'lounge-jfk';
    const priceNow = (): number => desk.quotes([product])[0]!.cents;
    while (true) {
      clock.advance(5.75 * HOUR); // a quarter of an hour before the next step
      const told = priceNow();
      clock.advance(HOUR / 2);
      const isRise = priceNow() > told;
      const key = `held ${clock.now()}`;
      if (isRise) expect(desk.sell({ key, product, quantity: 1, cents: told })).toHaveProperty('booking');
      clock.advance(HOUR);
      if (isRise) {
        const late = desk.sell({ key: 'late', product, quantity: 1, cents: told });
        expect(late).toEqual({ refused: 'price' });
        return;
      }
      clock.advance(4.75 * HOUR);
    }
  });
});

describe('stock', () => {
  test('runs out, comes back with a cancellation and with the next day', () => {
    const { clock, market, desk } = lab();
    market.setStock('dragonpass', 'lounge-jfk', 3);
    const sell = (key: string, quantity: number) => desk.sell({ key, product: 'lounge-jfk', quantity });
    const first = sell('a', 2);
    expect(sell('b', 2)).toEqual({ refused: 'sold-out' });
    expect(sell('c', 1)).toHaveProperty('booking');
    expect(desk.quotes(['lounge-jfk'])[0]?.left).toBe(0);
    expect(sell('a', 2)).toEqual(first); // the same key again is the same booking, however little is left
    desk.cancel((first as { booking: { reference: string } }).booking.reference);
    expect(desk.quotes(['lounge-jfk'])[0]?.left).toBe(2);
    clock.advance(24 * HOUR);
    expect(desk.quotes(['lounge-jfk'])[0]?.left).toBe(400);
  });
});

describe('cancellation', () => {
  const cases: [vendor: string, product: string, hours: number][] = [
    ['collinson-lounge', 'lounge-jfk', 4],
    ['dragonpass', 'lounge-jfk', 4],
    ['mozio', 'transfer-jfk-van', 12],
    ['discovercars', 'car-jfk-suv-3d', 48],
  ];
  test.each(cases)('%s takes %s back until %d hours before', (vendor, product, hours) => {
    for (const [margin, outcome] of [
      [0.1, 'booking'],
      [-0.1, 'refused'],
    ] as const) {
      const { desk } = lab(vendor);
      const serviceAt = START + (hours + margin) * HOUR;
      const sale = desk.sell({ key: 'k', product, quantity: 1, serviceAt });
      expect(desk.cancel((sale as { booking: { reference: string } }).booking.reference)).toHaveProperty(
        outcome,
      );
    }
  });

  test('what is used or final stays sold; again changes nothing', () => {
    const { desk, bookings } = lab('airalo');
    const { booking } = desk.sell({ key: 'k', product: 'us-3gb-15d', quantity: 1 }) as {
      booking: Parameters<Bookings['change']>[0];
    };
    bookings.change(booking, { used: true });
    expect(desk.cancel(booking.reference)).toEqual({ refused: 'used' });
    const offsets = lab('carbonclick').desk;
    const sale = offsets.sell({ key: 'k', product: 'carbon-100kg', quantity: 1 });
    expect(offsets.cancel((sale as { booking: { reference: string } }).booking.reference)).toEqual({
      refused: 'final',
    });
    const lounge = lab().desk;
    const seat = lounge.sell({ key: 'k', product: 'lounge-jfk', quantity: 1 }) as typeof sale & {
      booking: { reference: string };
    };
    expect(lounge.cancel(seat.booking.reference)).toEqual(lounge.cancel(seat.booking.reference));
    expect(lounge.cancel('nothing')).toEqual({ refused: 'unknown' });
  });
});
