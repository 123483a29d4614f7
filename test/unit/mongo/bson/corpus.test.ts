import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Decimal128, decode, encode, toExtendedJson } from '../../../../emulator/mongo/bson/index.js';
import { specsFolder } from '../../../conformance/mongo/runner/suite.js';

interface Corpus {
  description: string;
  test_key?: string;
  valid?: {
    description: string;
    canonical_bson: string;
    degenerate_bson?: string;
    canonical_extjson: string;
    relaxed_extjson?: string;
    lossy?: boolean;
  }[];
  decodeErrors?: { description: string; bson: string }[];
  parseErrors?: { description: string; string: string }[];
}

const folder = join(specsFolder() ?? '', 'bson-corpus');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

if (files.length === 0) {
  test('the BSON corpus is left out: set ARCUBE_MONGODB_SPECS to its folder', () => {
    console.warn(
      'SKIPPED: the BSON corpus is not here; set ARCUBE_MONGODB_SPECS to the folder of the specifications.',
    );
  });
}

describe.each(files)('BSON corpus, %s', (file) => {
  const corpus = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Corpus;

  test('valid documents come back byte for byte', () => {
    for (const { description, canonical_bson, degenerate_bson } of corpus.valid ?? []) {
      const canonical = canonical_bson.toLowerCase();
      expect(encode(decode(Buffer.from(canonical, 'hex'))).toString('hex'), description).toBe(canonical);
      if (degenerate_bson === undefined) continue;
      expect(encode(decode(Buffer.from(degenerate_bson, 'hex'))).toString('hex'), description).toBe(
        canonical,
      );
    }
  });

  test('extended JSON, canonical and relaxed, is what the corpus says', () => {
    for (const { description, canonical_bson, canonical_extjson, relaxed_extjson, lossy } of corpus.valid ??
      []) {
      if (lossy === true) continue;
      const document = decode(Buffer.from(canonical_bson, 'hex'));
      const same = (text: string, expected: string) =>
        expect(JSON.parse(text), description).toEqual(JSON.parse(expected));
      same(toExtendedJson(document, { canonical: true }), canonical_extjson);
      if (relaxed_extjson !== undefined) same(toExtendedJson(document), relaxed_extjson);
    }
  });

  test('malformed documents are InvalidBSON', () => {
    for (const { description, bson } of corpus.decodeErrors ?? []) {
      expect(() => decode(Buffer.from(bson, 'hex')), description).toThrow(
        expect.objectContaining({ code: 22 }),
      );
    }
  });

  test('decimals are read and written as their specification says', () => {
    if (!file.startsWith('decimal128')) return;
    for (const { description, canonical_bson, canonical_extjson } of corpus.valid ?? []) {
      const value = decode(Buffer.from(canonical_bson, 'hex')).get('d') as Decimal128;
      const text = (JSON.parse(canonical_extjson) as { d: { $numberDecimal: string } }).d.$numberDecimal;
      expect(value.toString(), description).toBe(text);
      const parsed = Decimal128.parse(text)!;
      expect(parsed.toString(), description).toBe(text);
    }
    for (const { description, string } of corpus.parseErrors ?? []) {
      // Those that would lose digits are rounded here, as MongoDB's conversion of strings does.
      if (/inexact|rounding|overflow|clamp/i.test(description)) continue;
      expect(Decimal128.parse(string), description).toBeUndefined();
    }
  });
});
