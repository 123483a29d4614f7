import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Decimal128,
  Document,
  double,
  isNumber,
  type NumberValue,
  type Plain,
  type Value,
} from '../../../../emulator/mongo/bson/index.js';
import { toDouble } from '../../../../emulator/mongo/expression/numbers.js';
import { run } from './pipeline.js';

const decimal = (text: string) => Decimal128.parse(text) as Decimal128;

/** What a window function gives for each of the values, in their order. */
function over(values: readonly (Plain | undefined)[], output: Record<string, Plain>): (Value | undefined)[] {
  const documents = values.map((v, n) => Document.of({ n, ...(v === undefined ? {} : { v }) }));
  const stage = { $setWindowFields: { sortBy: { n: 1 }, output: { r: output } } };
  return run([stage], documents).map((document) => document.get('r'));
}

const documents = (low: Plain, high: Plain) => ({ documents: [low, high] });

/** One example a rule: the values, the function, its answers. */
const EXAMPLES: [string, Plain[], Record<string, Plain>, Plain[]][] = [
  [
    'a range takes in what lies within the distance',
    [1, 2, 3],
    { $sum: '$v', window: { range: [-1, 'current'] } },
    [1, 3, 5],
  ],
  [
    'a line is drawn through gaps between values',
    [1, null, null, 7, null],
    { $linearFill: '$v' },
    [1, double(3), double(5), 7, null],
  ],
  ['the last value is carried on', [null, 1, null, 2], { $locf: '$v' }, [null, 1, 1, 2]],
  [
    'a deviation that loses values is null while an infinity is inside',
    [10, Number.POSITIVE_INFINITY, 20, 30],
    { $stdDevPop: '$v', window: documents(-1, 0) },
    [0, null, null, double(5)],
  ],
  [
    'a deviation that only grows keeps the infinity as NaN',
    [double(10), Number.POSITIVE_INFINITY],
    { $stdDevPop: '$v', window: documents('unbounded', 0) },
    [double(0), Number.NaN],
  ],
  [
    'an array is one value, not a list of arguments',
    [1, 2],
    { $push: ['$v', 0], window: documents('unbounded', 'unbounded') },
    [
      [
        [1, 0],
        [2, 0],
      ],
      [
        [1, 0],
        [2, 0],
      ],
    ],
  ],
];

describe('$setWindowFields', () => {
  test.each(EXAMPLES)('%s', (_rule, values, output, answers) => {
    expect(over(values, output)).toEqual(Document.of({ answers }).get('answers'));
  });

  test('decimal covariances have the digits of mongod’s divisions', () => {
    const same = Array.from({ length: 3 }, () => [decimal('42.5'), decimal('99.9')]);
    const answers = over(same, { $covariancePop: '$v', window: documents('unbounded', 'unbounded') });
    expect(answers.map(String)).toEqual(['0E+12', '0E+12', '0E+12']);
  });

  test('sliding deviations and covariances are those of each window by itself', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    const bounds = fc.tuple(fc.integer({ min: -4, max: 0 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(fc.option(number), { maxLength: 12 }), bounds, (values, [low, high]) => {
        const window = documents(low, high);
        const deviations = over(values, { $stdDevSamp: '$v', window });
        const covariances = over(
          values.map((value) => [value, value]),
          { $covarianceSamp: '$v', window },
        );
        values.forEach((_, at) => {
          const inside = values.slice(Math.max(at + low, 0), at + high + 1).filter(isNumber);
          const variance = varianceOf(inside.map((value) => toDouble(value as NumberValue)));
          expectClose(deviations[at], variance === null ? null : Math.sqrt(variance));
          expectClose(covariances[at], variance);
        });
      }),
      { numRuns: 300 },
    );
  });
});

function varianceOf(numbers: readonly number[]): number | null {
  if (numbers.length < 2) return null;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (numbers.length - 1);
}

function expectClose(found: Value | undefined, wanted: number | null): void {
  if (wanted === null) expect(found).toBeNull();
  else expect(toDouble(found as NumberValue)).toBeCloseTo(wanted, 4);
}
