import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPUTATION } from '../../../templates/ancillary/functions/shared/decisions.js';
import {
  beforeOrders,
  reputationOf,
} from '../../../templates/ancillary/functions/shared/offers/reputation.js';
import { chooseSupplier } from '../../../templates/ancillary/functions/shared/offers/supplier.js';

const NOW = Date.parse('2027-01-01T00:00:00Z');
const DAY = 86_400_000;
const counts = (kept: number, broken: number, daysAgo = 0) => ({
  kept,
  broken,
  at: new Date(NOW - daysAgo * DAY),
});
const of = (outcomes?: ReturnType<typeof counts>) => reputationOf('airalo', outcomes, NOW);

describe('a vendor’s reputation', () => {
  test('is what was known before until something is ordered, and moves with what becomes of it', () => {
    expect(of()).toBe(beforeOrders('airalo'));
    expect(of(counts(10, 0))).toBeGreaterThan(of() as number);
    expect(of(counts(0, 10))).toBeCloseTo((0.97 * 50) / 60, 10);
  });

  test('fades back: half of it counts after a week of the clock', () => {
    const week = of(counts(0, 20, 7));
    expect(week).toBeCloseTo(of(counts(0, 10)), 10);
    expect(of(counts(0, 1000, 365))).toBeCloseTo(of(), 6);
  });

  test('stays between its bounds, and grows with kept and falls with broken orders', () => {
    const many = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(many, many, fc.integer({ min: 0, max: 100 }), (kept, broken, days) => {
        const here = of(counts(kept, broken, days));
        expect(here).toBeGreaterThanOrEqual(REPUTATION.lowest);
        expect(here).toBeLessThanOrEqual(REPUTATION.highest);
        expect(of(counts(kept + 1, broken, days))).toBeGreaterThanOrEqual(here);
        expect(of(counts(kept, broken + 1, days))).toBeLessThanOrEqual(here);
      }),
    );
  });

  test('decides between vendors, and is told', () => {
    const quotes = [
      { vendor: 'airalo' as const, cost: 700 },
      { vendor: 'tellisim' as const, cost: 690 },
    ];
    expect(chooseSupplier('us', quotes, {}).quote?.vendor).toBe('airalo');
    const failing = reputationOf('airalo', counts(0, 20), NOW);
    const choice = chooseSupplier('us', quotes, {}, undefined, (vendor) =>
      vendor === 'airalo' ? failing : beforeOrders(vendor),
    );
    expect(choice.quote?.vendor).toBe('tellisim');
    expect(choice.considered).toMatchObject([
      { vendor: 'tellisim', verdict: 'CHOSEN', reputation: 0.93 },
      { vendor: 'airalo', verdict: 'DEARER', reputation: failing },
    ]);
  });
});
