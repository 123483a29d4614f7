import { describe, expect, it } from 'vitest';
import { isAdopted } from '../../../src/lib/rotation/adoption.js';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const QUIET = 8 * MINUTE;

describe('a key is taken for adopted', () => {
  it.each([
    ['not while the metrics cannot be read', { known: false, newLastAt: NOW }, false],
    ['not before the new one has been used', { known: true, oldLastAt: NOW - 9 * MINUTE }, false],
    ['not while the old one is in use', { known: true, oldLastAt: NOW - 7 * MINUTE, newLastAt: NOW }, false],
    ['not when neither is used', { known: true }, false],
    [
      'once the old one has been quiet long enough',
      { known: true, oldLastAt: NOW - 9 * MINUTE, newLastAt: NOW },
      true,
    ],
    ['when the old one was never seen', { known: true, newLastAt: NOW - MINUTE }, true],
  ])('%s', (_case, facts, adopted) => {
    expect(isAdopted({ note: '', ...facts }, NOW, QUIET)).toBe(adopted);
  });
});
