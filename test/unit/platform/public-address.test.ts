import { expect, test } from 'vitest';
import {
  isPublic,
  publicLookup,
} from '../../../templates/ancillary/functions/webhook-delivery/public-address.js';

test('private, local and metadata addresses are refused, however they are written', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    'not an address',
  ])
    expect(isPublic(address), address).toBe(false);
  for (const address of ['1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])
    expect(isPublic(address), address).toBe(true);
});

test('a name that leads to a private address is not connected to', async () => {
  const error = await new Promise((resolve) => publicLookup('localhost', { all: true }, resolve));
  expect(error).toMatchObject({ message: 'the address is private' });
});
