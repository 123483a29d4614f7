import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { typeAccount } from '../../../src/lib/ui/type-account.js';

/** What a person types, as a terminal passes it on: keys, not signals. */
let keys: PassThrough & { isTTY?: boolean };
beforeEach(() => {
  keys = Object.assign(new PassThrough(), { isTTY: true });
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(keys as unknown as typeof process.stdin);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

it.each([
  ['the account', '123456789012\r', true],
  ['the account with a space, as it is copied', ' 123456789012 \r', true],
  ['another one', '123456789013\r', false],
  ['nothing', '\r', false],
  ['y', 'y\r', false],
  ['Ctrl-D', '\x04', false],
  ['half of it and Ctrl-C', '1234\x03', false],
])('typing %s', async (_what, typed, isConfirmed) => {
  const asked = typeAccount('123456789012', false, false);
  keys.write(typed);
  expect(await asked).toBe(isConfirmed);
});

it('ends with its terminal, and when it is asked to stop', async () => {
  const asked = typeAccount('123456789012', false, false);
  keys.end();
  expect(await asked).toBe(false);
  const stop = new AbortController();
  const stopped = typeAccount('123456789012', false, false, stop.signal);
  stop.abort();
  expect(await stopped).toBe(false);
});

it('nobody is asked without a terminal, under --json, or after --yes', async () => {
  expect(await typeAccount('123456789012', false, true)).toBe(false);
  expect(await typeAccount('123456789012', true, false)).toBe(true);
  keys.isTTY = false;
  expect(await typeAccount('123456789012', false, false)).toBe(false);
});
