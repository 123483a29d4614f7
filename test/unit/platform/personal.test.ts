import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Binary } from 'mongodb';
import { describe, expect, test } from 'vitest';
import {
  FieldCipher,
  isSealed,
  newKid,
} from '../../../templates/ancillary/functions/shared/personal/cipher.js';
import {
  DocumentCipher,
  type Fields,
  tenantIn,
} from '../../../templates/ancillary/functions/shared/personal/document.js';
import { PERSONAL } from '../../../templates/ancillary/functions/shared/personal/fields.js';

const cipher = () => new FieldCipher(newKid(), randomBytes(32));
const place = { tenant: 'sky', collection: 'trips', field: 'passengers[].lastName' };

describe('a sealed field', () => {
  test('opens to the very value, in its place alone', () => {
    const one = cipher();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const sealed = one.seal(value, place);
        expect(isSealed(sealed)).toBe(true);
        expect(JSON.stringify(one.open(sealed, place))).toBe(JSON.stringify(value));
        for (const other of [
          { tenant: 'sea' },
          { collection: 'orders' },
          { field: 'passengers[].firstName' },
        ])
          expect(() => one.open(sealed, { ...place, ...other })).toThrow();
        expect(() => cipher().open(sealed, place)).toThrow('another key');
      }),
    );
  });

  test('any changed byte is noticed', () => {
    const one = cipher();
    const sealed = one.seal('Papadaki', place);
    const bytes = Buffer.from(sealed.value());
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => one.open(new Binary(changed, 128), place)).toThrow();
    }
  });

  test('is another each time, while its hash is the same each time', () => {
    const one = cipher();
    expect(one.seal('x', place).value()).not.toEqual(one.seal('x', place).value());
    expect(one.blind('pnr', 'ABC123')).toBe(one.blind('pnr', 'ABC123'));
    expect(one.blind('pnr', 'ABC123')).not.toBe(one.blind('trip', 'ABC123'));
    expect(one.blind('pnr', 'ABC123')).not.toBe(cipher().blind('pnr', 'ABC123'));
  });
});

const marker = 'Zyxwvut-4711';
const trip: Fields = {
  _id: `sky/pnr:${marker}`,
  tenant: 'sky',
  pnr: marker,
  passengers: [
    { id: 'p1', type: 'ADT', firstName: marker, lastName: marker, email: marker, isLead: true },
    { id: 'p2', type: 'CHD' },
  ],
  segments: [{ segmentId: 's1', departure: 'ATH' }],
  version: 3,
};
const order: Fields = {
  _id: 'trx_1',
  tenant: 'sky',
  trip: `sky/pnr:${marker}`,
  pnr: marker,
  customer: { name: { first: marker }, phones: [marker] },
  payment: { provider: 'psp', referenceId: 'r', cardLastFour: marker, rawPayload: { holder: marker } },
  items: [{ itemId: 'itm_1', price: 100, metadata: { note: marker } }, { itemId: 'itm_2' }],
  status: 'SUCCESS',
};

describe('a document', () => {
  const of = (name: keyof typeof PERSONAL) =>
    new DocumentCipher(cipher(), PERSONAL[name], { tenant: 'sky', collection: name });

  test.each([
    ['trips', trip],
    ['orders', order],
  ] as const)('of %s keeps what is not personal, hides what is, and comes back whole', (name, document) => {
    const documents = of(name);
    const before = structuredClone(document);
    const sealed = documents.seal(document);
    expect(document).toEqual(before);
    expect(JSON.stringify(sealed)).not.toContain(marker);
    expect(Buffer.from(JSON.stringify(sealed)).includes(Buffer.from(marker).toString('base64'))).toBe(false);
    expect(sealed).toMatchObject({ tenant: 'sky' });
    expect(documents.open(sealed)).toEqual(document);
    expect(documents.open(document)).toEqual(document); // written plain by an earlier version
  });

  test('is looked up by the hash that was stored', () => {
    const documents = of('orders');
    const sealed = documents.seal(order);
    expect(sealed.pnr).toBe(documents.blind('pnr', marker));
    expect(sealed.trip).toBe(documents.blind('trip', `sky/pnr:${marker}`));
    expect(tenantIn({ _id: sealed.trip })).toBe('sky');
  });

  test('what an update sets is sealed, too, wherever it is nested', () => {
    const documents = of('orders');
    const set = documents.sealSet({
      status: 'SUCCESS',
      payment: order.payment,
      'items.0.metadata': { note: marker },
      'items.0.state': 'CONFIRMED',
    });
    expect(JSON.stringify(set)).not.toContain(marker);
    expect(set).toMatchObject({ status: 'SUCCESS', 'items.0.state': 'CONFIRMED' });
    expect(isSealed((set.payment as Fields).cardLastFour)).toBe(true);
    expect(isSealed(set['items.0.metadata'])).toBe(true);
    expect(() => documents.sealSet({ pnr: marker })).toThrow('pnr is not changed');
    expect(() => documents.sealSet({ 'customer.name': marker })).toThrow('sealed whole');
  });
});
