import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkKeys } from '../../../templates/ancillary/functions/bundle-key-rotation/check-keys.js';
import {
  type BundleKeys,
  rotated,
} from '../../../templates/ancillary/functions/bundle-key-rotation/rotated.js';

const DAY = 86_400;
const START = 1_800_000_000;
const first: BundleKeys = {
  keys: [
    { kty: 'oct', kid: 'first', alg: 'HS256', use: 'sig', k: Buffer.alloc(32, 7).toString('base64url') },
  ],
};

it('a set passes its own test after each of any rotations, and no key is used before it was known', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 60, max: 90 * DAY }), { maxLength: 20 }), (waits) => {
      let keys = first;
      let now = START;
      for (const wait of waits) {
        now += wait;
        const next = rotated(keys, now);
        checkKeys(next, keys, now);
        expect(keys.keys.map(({ kid }) => kid)).toContain(next.keys[0]?.kid);
        expect(next.keys.filter(({ state }) => state === 'published')).toHaveLength(1);
        keys = next;
      }
    }),
  );
});

it('a key ends two days after it sealed last', () => {
  let keys = rotated(rotated(first, START), START + DAY);
  expect(keys.keys.map(({ kid }) => kid)).toContain('first');
  keys = rotated(keys, START + 2 * DAY);
  expect(keys.keys.map(({ kid }) => kid)).toContain('first');
  keys = rotated(keys, START + 4 * DAY);
  expect(keys.keys.map(({ kid }) => kid)).not.toContain('first');
});

describe('a version does not come into force', () => {
  const current = rotated(first, START);
  const [sealing, published] = current.keys as [(typeof current.keys)[0], (typeof current.keys)[0]];

  it.each([
    ['with a broken key', [sealing, { ...published, k: 'short' }], /has not 32 bytes/],
    ['with two keys of one id', [sealing, sealing], /the same id/],
    [
      'with a key that nobody knows in front',
      [{ ...sealing, kid: 'new' }, sealing, published],
      /before anybody knows/,
    ],
    ['without a key that sealed', [{ ...published, state: undefined }], /first is missing/],
    ['without any', [], /No key/],
  ])('%s', (_, keys, words) => {
    expect(() => checkKeys({ keys: keys as BundleKeys['keys'] }, current, START)).toThrow(words);
  });
});
