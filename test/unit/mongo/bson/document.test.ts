import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessor, Document, decode, encode, type Value } from '../../../../emulator/mongo/bson/index.js';

describe('Document', () => {
  test('keeps the order of any names', () => {
    const names = ['b', '10', '9', '', '__proto__', 'constructor', 'toString'];
    const document = Document.of(names.map((name, i) => [name, i]));
    expect(document.keys()).toEqual(names);
    expect(decode(encode(document)).keys()).toEqual(names);
    expect(document.get('__proto__')).toBe(4);
    expect(document.get('valueOf')).toBeUndefined();
  });

  test('behaves as an ordered map, whatever is done to it', () => {
    const key = fc.oneof(fc.constantFrom('a', 'b', '1', '0', ''), fc.string({ maxLength: 3 }));
    const step = fc.oneof(
      fc.record({ op: fc.constant('set' as const), key, value: fc.integer() }),
      fc.record({ op: fc.constant('delete' as const), key }),
      fc.record({ op: fc.constant('first' as const), key, value: fc.integer() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const document = new Document();
        let model = new Map<string, Value>();
        for (const each of steps) {
          if (each.op === 'set') {
            document.set(each.key, each.value);
            model.set(each.key, each.value);
          } else if (each.op === 'delete') {
            expect(document.delete(each.key)).toBe(model.delete(each.key));
          } else {
            document.insertFirst(each.key, each.value);
            model.delete(each.key);
            model = new Map([[each.key, each.value], ...model]);
          }
        }
        expect([...document]).toEqual([...model]);
        for (const [name, value] of model) expect(document.get(name)).toBe(value);
      }),
    );
  });

  test('a copy has a life of its own, with shared and with own shapes', () => {
    for (const size of [3, 400]) {
      const first = Document.of(Array.from({ length: size }, (_, i) => [`k${i}`, i]));
      const copy = first.clone();
      copy.set('new', 1).set('k0', 'changed');
      copy.delete('k1');
      expect(first.size).toBe(size);
      expect([first.get('k0'), first.get('k1'), first.has('new')]).toEqual([0, 1, false]);
      expect([copy.get('k0'), copy.has('k1'), copy.get('new')]).toEqual(['changed', false, 1]);
    }
  });

  test('names that never repeat do not pile up as shapes', () => {
    for (let i = 0; i < 3_000; i++) {
      const document = Document.of([
        ['fixed', 1],
        [`computed-${i}`, i],
      ]);
      expect(document.get(`computed-${i}`)).toBe(i);
      if (i > 2_000) expect(document.shape.shared).toBe(false);
    }
  });

  test('the last of two values under one name counts', () => {
    const bytes = encode(Document.of({ a: 1, b: 2, c: 3 }));
    bytes[bytes.indexOf('c'.charCodeAt(0))] = 'a'.charCodeAt(0);
    expect([...decode(bytes)]).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });
});

describe('accessor', () => {
  test('agrees with get on documents of any shape', () => {
    const read = accessor('x');
    const documents = [{ x: 1 }, { a: 1, x: 2 }, { a: 1 }, { x: 3, a: 1 }, { x: 4 }].map(Document.of);
    for (const document of [...documents, ...documents]) expect(read(document)).toBe(document.get('x'));
  });

  test('is not fooled by a shape that belongs to one document', () => {
    const read = accessor('x');
    const long = Document.of(Array.from({ length: 300 }, (_, i) => [`k${i}`, i]));
    expect(read(long)).toBeUndefined();
    long.set('x', 7);
    expect(read(long)).toBe(7);
    long.delete('k0');
    expect(read(long)).toBe(7);
  });
});
