import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FieldCipher, newKid } from '../../../templates/ancillary/functions/shared/personal/cipher.js';
import { CipherCache } from '../../../templates/ancillary/functions/shared/personal/cipher-cache.js';

const LIFE = 30_000;
const cipher = (): FieldCipher => new FieldCipher(newKid(), randomBytes(32), 'booking');
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

test('a cipher is found for its life, and neither after it nor when the clock was set back before it', () => {
  const cache = new CipherCache(LIFE, 10);
  const kept = cipher();
  cache.keep('a', kept);
  vi.setSystemTime(1_000_000 + LIFE - 1);
  expect(cache.get('a')?.cipher).toBe(kept);
  vi.setSystemTime(1_000_000 + LIFE);
  expect(cache.get('a')).toBeUndefined();
  vi.setSystemTime(999_999);
  expect(cache.get('a')).toBeUndefined();
});

test('it holds no more than the bookings of its life, however many come', () => {
  const cache = new CipherCache(LIFE, 1_000);
  const one = cipher();
  for (let second = 0; second < 600; second++) {
    vi.setSystemTime(1_000_000 + second * 1_000);
    for (let index = 0; index < 4; index++) cache.keep(`${second}/${index}`, one);
  }
  expect(cache.size).toBe(4 * 30);
});

test('beyond the most it holds, the oldest goes first', () => {
  const cache = new CipherCache(LIFE, 3);
  const one = cipher();
  for (const name of ['a', 'b', 'c', 'a', 'd']) cache.keep(name, one);
  expect(['a', 'b', 'c', 'd'].filter((name) => cache.get(name))).toEqual(['a', 'c', 'd']);
  cache.delete('c');
  expect(cache.size).toBe(2);
});

test('what a cipher keeps does not hold on to the memory around it', () => {
  const kid = Buffer.from('0011223344556677', 'hex');
  expect(kid.buffer.byteLength).toBeGreaterThan(kid.length);
  const kept = new FieldCipher(kid, randomBytes(32), 'booking');
  expect(kept.kid).toEqual(kid);
  expect(kept.kid.buffer.byteLength).toBe(kid.length);
});
