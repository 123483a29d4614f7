import { expect, test } from 'vitest';
import {
  Binary,
  Code,
  Decimal128,
  Document,
  double,
  type Plain,
} from '../../../../emulator/mongo/bson/index.js';
import { codeOf, evaluate } from './evaluate.js';

const decimal = (text: string) => Decimal128.parse(text) as Decimal128;
const bytes = (hex: string, subtype = 0) => new Binary(Buffer.from(hex, 'hex'), subtype);
const LIMIT = 16 * 1024 * 1024;

/** What is converted or asked, and the answer of MongoDB 8. */
const ANSWERS: [string, Plain, Plain][] = [
  ['a hexadecimal double', { $toDouble: '-0x1.8p1' }, double(-3)],
  ['a whole hexadecimal double', { $toDouble: '0xFF' }, double(255)],
  ['doubles print plain below 1e16', { $toString: 123456789012345.5 }, '123456789012345.5'],
  ['doubles print with an exponent from 1e16', { $toString: double(1e16) }, '1e+16'],
  ['doubles print with an exponent below 1e-4', { $toString: 0.00009 }, '9e-05'],
  ['older operators print six digits', { $toLower: 1.23456789 }, '1.23457'],
  ['older operators print an exponent from a million', { $toUpper: double(1e6) }, '1E+06'],
  [
    'bytes as hexadecimal are upper case',
    { $convert: { input: bytes('00ff'), to: 'string', format: 'hex' } },
    '00FF',
  ],
  ['a UUID of another length is base64', { $toString: bytes('0011', 4) }, 'ABE='],
  ['bytes of any subtype are a number', { $toInt: bytes('7f', 128) }, 127],
  [
    'null skips the checks of a subtype',
    { $convert: { input: null, to: { type: 'binData', subtype: 999 } } },
    null,
  ],
  ['$indexOfCP finds what begins in the range', { $indexOfCP: ['abcdef', 'cde', 0, 3] }, 2],
  ['$indexOfBytes what lies in it', { $indexOfBytes: ['abcdef', 'cde', 0, 3] }, -1],
  ['a decimal position is rounded to even', { $substrBytes: ['hello', decimal('1.5'), 9] }, 'llo'],
];

test.each(ANSWERS)('%s', (_rule, expression, answer) => {
  expect(evaluate(expression)).toEqual(Document.of({ answer }).get('answer'));
});

/** What MongoDB 8 refuses, and its code. */
const REFUSALS: [string, Plain, number][] = [
  ['a double that vanishes', { $toDouble: '1e-400' }, 241],
  ['a decimal that overflows', { $toDecimal: '1E+6145' }, 241],
  ['a decimal that vanishes', { $toDecimal: '1E-6177' }, 241],
  ['a date behind a Unicode space', { $toDate: '\u20002024-06-15' }, 241],
  ['text as bytes by "auto"', { $convert: { input: 'aGk=', to: 'binData', format: 'auto' } }, 241],
  ['a target without type', { $convert: { input: 1, to: { subtype: 5 } } }, 9],
  ['the type 0', { $convert: { input: 1, to: 0 } }, 241],
  ['code with a scope as text', { $strcasecmp: [null, new Code('x', Document.of({}))] }, 16007],
  ['a string of 16 MB', { $strLenBytes: 'x'.repeat(LIMIT) }, 16493],
  ['a text of 16 MB made of bytes', { $toString: new Binary(new Uint8Array((LIMIT / 4) * 3)) }, 241],
  [
    'an error in an onError that is not needed',
    { $convert: { input: 1, to: 'int', onError: { $divide: [1, 0] } } },
    2,
  ],
  ['a NaN position', { $substrBytes: ['hello', Number.NaN, 1] }, 31109],
];

test.each(REFUSALS)('refused: %s', (_what, expression, code) => {
  expect(codeOf(expression)).toBe(code);
});

test('a literal pattern is found in a long text', () => {
  const input = `${'a'.repeat(1_000_000)}XYZ`;
  const found = evaluate({ $regexFind: { input, regex: 'XYZ' } });
  expect(found).toEqual(Document.of({ match: 'XYZ', idx: 1_000_000, captures: [] }));
});
