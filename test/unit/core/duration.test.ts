import { describe, expect, it } from 'vitest';
import { parseDuration, parseMoment } from '../../../src/core/duration.js';

describe('parseDuration', () => {
  it.each([
    ['90s', 90_000],
    ['+1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['-15m', -900_000],
    ['1.5d', 129_600_000],
    ['250ms', 250],
    ['2w', 1_209_600_000],
  ])('%s', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each(['', '10', 'h', '1 h', '1h-2m', '++1h', '1y'])('refuses %j', (text) => {
    expect(() => parseDuration(text)).toThrow(expect.objectContaining({ code: 'NOT_A_DURATION' }));
  });
});

describe('parseMoment', () => {
  it('reads ISO 8601', () => {
    expect(parseMoment('2026-07-01T08:00:00Z')).toBe(Date.UTC(2026, 6, 1, 8));
    expect(parseMoment('2026-07-01')).toBe(Date.UTC(2026, 6, 1));
    expect(parseMoment('2026-07-01T08:00:00+02:00')).toBe(Date.UTC(2026, 6, 1, 6));
    expect(parseMoment('2024-02-29')).toBe(Date.UTC(2024, 1, 29));
  });
  it('takes UTC where no zone is named, wherever the machine stands', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      expect(parseMoment('2026-07-01T00:00')).toBe(Date.UTC(2026, 6, 1));
      expect(parseMoment('2026-07-01T08:00:00.5')).toBe(Date.UTC(2026, 6, 1, 8, 0, 0, 500));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
  it.each([
    '1',
    'May 5',
    '2026-13-01',
    '2026-02-30',
    '2025-02-29',
    '2026-07-01T',
    '2026-07-01Tx',
    'tomorrow',
  ])('refuses %j', (text) => {
    expect(() => parseMoment(text)).toThrow(expect.objectContaining({ code: 'NOT_A_MOMENT' }));
  });
});
