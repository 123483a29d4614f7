import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor } from '../../../emulator/aws/protocol/cbor.js';
import { AwsError } from '../../../emulator/aws/protocol/faults.js';
import { readForm } from '../../../emulator/aws/protocol/form.js';
import { readXml } from '../../../emulator/aws/protocol/xml-reader.js';
import { escapeXml } from '../../../emulator/aws/protocol/xml-writer.js';
import { evaluateExpression } from '../../../emulator/aws/services/cloudwatch/expression.js';
import { accountOf, makeId } from '../../../emulator/aws/services/iam/key-ids.js';
import { compileFilter } from '../../../emulator/aws/services/logs/filter-pattern.js';
import { checksumOf } from '../../../emulator/aws/services/s3/checksums.js';
import { createIds } from '../../../src/core/ids.js';

const RUNS = { numRuns: 500 };

/** Runs something that may refuse its input, but only in AWS's words. */
function onlyAwsErrors(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
}

describe('CBOR', () => {
  it('has the examples of RFC 8949', () => {
    const cases: [string, unknown][] = [
      ['00', 0],
      ['1903e8', 1000],
      ['1b000000e8d4a51000', 1_000_000_000_000],
      ['3863', -100],
      ['f93e00', 1.5],
      ['fb3ff199999999999a', 1.1],
      ['f4', false],
      ['f6', null],
      ['6449455446', 'IETF'],
      ['83010203', [1, 2, 3]],
      ['a26161016162820203', { a: 1, b: [2, 3] }],
      ['c11a514b67b0', 1363896240],
      ['7f657374726561646d696e67ff', 'streaming'],
      ['9f0102ff', [1, 2]],
      ['bf6346756ef563416d7421ff', { Fun: true, Amt: -2 }],
    ];
    for (const [hex, value] of cases) expect(decodeCbor(Buffer.from(hex, 'hex'))).toEqual(value);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(JSON.stringify(value) !== undefined && !JSON.stringify(value).includes('__proto__'));
        expect(decodeCbor(encodeCbor(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      RUNS,
    );
  });

  it('refuses other bytes, and only with a RangeError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeCbor(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('XML', () => {
  it('reads back any text it has escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const legal = escapeXml(text);
        const read = readXml(`<?xml version="1.0"?><a x="1"><b>${legal}</b><c/></a>`);
        expect(read?.children[0]?.text).toBe(
          text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD'),
        );
      }),
      RUNS,
    );
  });

  it('gives up on what is none', () => {
    for (const text of [
      '',
      'x',
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '<!DOCTYPE a><a/>',
      '<a>&</a',
      `${'<a>'.repeat(70)}`,
    ])
      expect(readXml(text)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => void readXml(`<a>${text}</a>`)),
      RUNS,
    );
  });
});

describe('forms', () => {
  it('are structures, lists and maps', () => {
    const form = new URLSearchParams(
      'Action=X&A.B=1&L.member.2=b&L.member.1=a&M.entry.1.key=k&M.entry.1.value=v&S.member.1.Key=q',
    );
    expect(readForm(form)).toEqual({
      Action: 'X',
      A: { B: '1' },
      L: ['a', 'b'],
      M: { k: 'v' },
      S: [{ Key: 'q' }],
    });
  });

  it('refuse nonsense in words', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[A-Za-z0-9_.]{0,20}$/), fc.string())), (pairs) =>
        onlyAwsErrors(() => readForm(new URLSearchParams(pairs))),
      ),
      RUNS,
    );
    const polluted = readForm(new URLSearchParams('__proto__.x=1'));
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.keys(polluted)).toEqual(['__proto__']);
  });
});

it('filter patterns and metric math refuse nonsense in words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      onlyAwsErrors(() => compileFilter(text)('{"a":1}'));
      onlyAwsErrors(() => compileFilter(`{ ${text} }`)('{"a":1}'));
      onlyAwsErrors(() => evaluateExpression(text, new Map([['m', new Map([[0, 1]])]])));
    }),
    RUNS,
  );
});

it('ids of keys tell their account', () => {
  const ids = createIds('ids');
  fc.assert(
    fc.property(fc.bigInt(0n, 999_999_999_999n), (number) => {
      const account = String(number).padStart(12, '0');
      const id = makeId('AKIA', account, ids);
      expect(id).toMatch(/^AKIA[A-Z2-7]{16}$/);
      expect(accountOf(id)).toBe(account);
    }),
  );
});

it('checksums are those of the published check value', () => {
  const bytes = Buffer.from('123456789');
  const hex = (name: string) => Buffer.from(checksumOf(name, bytes) ?? '', 'base64').toString('hex');
  expect([hex('crc32'), hex('crc32c'), hex('crc64nvme')]).toEqual([
    'cbf43926',
    'e3069283',
    'ae8b14860a799888',
  ]);
});
