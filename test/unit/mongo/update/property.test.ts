import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Document,
  isInt32,
  type PlainDocument,
  Timestamp,
  type Value,
} from '../../../../emulator/mongo/bson/index.js';
import { identical } from '../../../../emulator/mongo/compare/index.js';
import { MongoError } from '../../../../emulator/mongo/error/index.js';
import { compileUpdate, describe as show } from '../../../../emulator/mongo/update/index.js';

type Plain = null | number | string | Plain[] | { [name: string]: Plain };
type PlainObject = { [name: string]: Plain };
type Operator = '$set' | '$unset' | '$inc' | '$push' | '$min' | '$max';

const names = ['a', 'b', '0', '1'];
const leaf = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom<Plain>(null, 'x'));
const { object, value } = fc.letrec<{ value: Plain; object: PlainObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 2 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), {
    maxKeys: 2,
    noNullPrototype: true,
  }) as fc.Arbitrary<PlainObject>,
}));
const path = fc
  .array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
  .filter(([first]) => first === 'a' || first === 'b');

class Refused extends Error {}

/** One operator at one path on a plain object, as the manual tells it; throws Refused where mongod fails. */
function applyReference(
  root: PlainObject,
  steps: readonly string[],
  operator: Operator,
  operand: Plain,
): void {
  let node: Plain = root;
  for (const [at, name] of steps.entries()) {
    if (Array.isArray(node) && !/^\d+$/.test(name)) {
      if (operator === '$unset') return;
      throw new Refused();
    }
    if (typeof node !== 'object' || node === null) {
      if (operator === '$unset') return;
      throw new Refused();
    }
    const holder = node as PlainObject;
    if (at === steps.length - 1) {
      change(holder, name, operator, operand);
      return;
    }
    if (holder[name] === undefined) {
      if (operator === '$unset') return;
      put(node, name, {});
    }
    node = holder[name] as Plain;
  }
}

function put(node: Plain, name: string, item: Plain): void {
  if (Array.isArray(node)) while (node.length < Number(name)) node.push(null);
  (node as PlainObject)[name] = item;
}

function change(node: PlainObject, name: string, operator: Operator, operand: Plain): void {
  const current = node[name];
  if (operator === '$unset') {
    if (Array.isArray(node)) {
      if (current !== undefined) node[name as unknown as number] = null;
    } else delete node[name];
    return;
  }
  if (operator === '$inc') {
    if (current !== undefined && typeof current !== 'number') throw new Refused();
    put(node, name, ((current as number | undefined) ?? 0) + (operand as number));
  } else if (operator === '$push') {
    if (current !== undefined && !Array.isArray(current)) throw new Refused();
    put(node, name, [...((current as Plain[] | undefined) ?? []), operand]);
  } else if (operator === '$set' || current === undefined) {
    put(node, name, operand);
  } else if (operator === '$min' ? lessThan(operand, current) : lessThan(current, operand)) {
    put(node, name, operand);
  }
}

/** Order across the few types these documents have. */
function lessThan(a: Plain, b: Plain): boolean {
  const rank = (item: Plain) =>
    item === null ? 0 : typeof item === 'number' ? 1 : typeof item === 'string' ? 2 : 3;
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  return typeof a === 'number' && a < (b as number);
}

const toDocument = (plain: PlainObject) => Document.of(plain as PlainDocument);
/** Plain objects put integer-like names first; what order names have is tested with examples. */
function sorted(value: Value): Value {
  if (Array.isArray(value)) return value.map(sorted);
  if (!(value instanceof Document)) return value;
  const entries = [...value].map(([name, item]): [string, Value] => [name, sorted(item)]);
  return Document.of(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const context = { now: () => 0, timestamp: () => new Timestamp(1, 1) };

describe('an update', () => {
  const operation = fc.oneof(
    fc.tuple(fc.constantFrom<Operator>('$set', '$push', '$unset'), value),
    fc.tuple(fc.constantFrom<Operator>('$inc', '$min', '$max'), fc.integer({ min: -9, max: 9 })),
  );

  test('agrees with a slow reference and leaves the original alone', () => {
    fc.assert(
      fc.property(object, path, operation, (plain, steps, [operator, operand]) => {
        const before = toDocument(plain);
        const untouched = show(before);
        const expected = structuredClone(plain);
        let refused = false;
        try {
          applyReference(expected, steps, operator, structuredClone(operand));
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          refused = true;
        }
        const run = () =>
          compileUpdate(toDocument({ [operator]: { [steps.join('.')]: operand } })).apply(before, context);
        if (refused) expect(run).toThrow(MongoError);
        else {
          const { document, modified } = run();
          expect(show(sorted(document))).toBe(show(sorted(toDocument(expected))));
          // Taking null out of an array leaves null, and counts as a change all the same.
          if (operator !== '$unset') expect(modified).toBe(!identical(document, before));
        }
        expect(show(before)).toBe(untouched);
      }),
      { numRuns: 3000 },
    );
  });

  test('adds int32 and int64 exactly and never lets an int64 overflow', () => {
    const integer = fc.oneof(
      fc.integer(),
      fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
      fc.constantFrom<Value>(2 ** 31 - 1, -(2 ** 31), 2n ** 63n - 1n, -(2n ** 63n)),
    );
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        const sum = BigInt(a as number | bigint) + BigInt(b as number | bigint);
        const run = () =>
          compileUpdate(Document.of({ $inc: { a: b } }))
            .apply(Document.of({ a }), context)
            .document.get('a');
        if (BigInt.asIntN(64, sum) !== sum) expect(run).toThrow(/Failed to apply \$inc/);
        else if (typeof a === 'number' && typeof b === 'number' && isInt32(Number(sum)))
          expect(run()).toBe(Number(sum));
        else expect(run()).toBe(sum);
      }),
      { numRuns: 1000 },
    );
  });
});
