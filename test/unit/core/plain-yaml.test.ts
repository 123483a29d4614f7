import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainYaml } from '../../../src/core/document/plain-yaml.js';
import { readYaml } from '../../../src/core/document/read-yaml.js';
import { SourceFile } from '../../../src/core/document/source.js';

const SAMPLES = readdirSync('templates/tenant').map((name) =>
  readFileSync(join('templates/tenant', name), 'utf8'),
);

/** What the thorough reader makes of a text; undefined where it finds any fault. */
function thorough(text: string): unknown {
  const { value, diagnostics } = readYaml(new SourceFile('/t.yaml', text), { keep: false });
  return diagnostics.length === 0 ? value : undefined;
}

/** Fails where the quick reader gives anything that the thorough one does not. True where it gave something. */
function agrees(text: string): boolean {
  const quick = readPlainYaml(text);
  if (quick !== undefined) expect([text, quick]).toEqual([text, thorough(text)]);
  return quick !== undefined;
}

test('what people write is read quickly', () => {
  const texts = [
    ...SAMPLES,
    "a: 'it''s'\nb: \"two\" # why\nc: 0.25\nd: true\ne: Zürich – Αθήνα\n",
    'a:\n- 1\n- b: x\n  c:\n    - y\n\n  # of it\nd: https://x.example/?a=b#c\n',
    'a: [b, { c: 9W, d: [] }, {}, order.*]\ne: [\n  f, # one\n  g,\n  ]\n',
  ];
  for (const text of texts) {
    expect(readPlainYaml(text)).toEqual(thorough(text));
    expect(thorough(text)).toBeDefined();
  }
});

test('what it does not know, and what is wrong, it leaves to the thorough reader', () => {
  const texts = [
    '',
    'a',
    'a: &b 1',
    'a: *b',
    'a: !!str 1',
    'a: |\n  b',
    'a: "\\t"',
    'a: b\n c',
    'a: 0x1',
    'a: 1\na: 2',
  ];
  texts.push(
    'a:\n',
    'a: [b',
    'a: b: c',
    'a: [b\n]',
    'a: Null',
    'a: 2026-01-01',
    '--- {a: b}',
    'a: b\n---\n',
    'a:\tb',
  );
  texts.push('a: [b]#c', `a: ${'['.repeat(20_000)}`, '\ufeffa: b', 'a: b\u2028c: d', 'a: \u00a0b', 'a: - b');
  expect(texts.filter((text) => readPlainYaml(text) !== undefined)).toEqual([]);
});

/** Pieces of YAML, whole ones and broken ones, as a text may hold them anywhere. */
const PIECES = [
  'a',
  'b-c',
  ': ',
  ':',
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n    ',
  '- ',
  '\n- ',
  '\n  - ',
  '[',
  ']',
  '{',
  '}',
];
PIECES.push(
  ', ',
  ',',
  ' # x',
  '#',
  "'",
  "''",
  '"',
  '1',
  '1.50',
  '007',
  '1e3',
  '9W',
  'true',
  'No',
  'null',
  '~',
  '*',
  '&',
);
PIECES.push(
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '?',
  '-',
  '.',
  '/',
  '_',
  '\\',
  '\t',
  '\r\n',
  'é',
  'مرحبا',
  '✈',
  '…',
  '\u0085',
  '\u00a0',
);

test('whatever pieces a text is made of, it never reads another value than the thorough reader', () => {
  const text = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 14 })
    .map((pieces) => `k: ${pieces.join('')}`);
  let quick = 0;
  fc.assert(
    fc.property(text, (made) => {
      if (agrees(made)) quick++;
    }),
    { numRuns: 4_000 },
  );
  expect(quick).toBeGreaterThan(100);
});

test('whatever is put into a real file, taken out or moved, the same holds', () => {
  const edit = fc.record({ at: fc.nat(2_000), gone: fc.nat(6), put: fc.constantFrom('', ...PIECES) });
  fc.assert(
    fc.property(fc.constantFrom(...SAMPLES), fc.array(edit, { maxLength: 3 }), (sample, edits) => {
      let text = sample;
      for (const { at, gone, put } of edits)
        text = text.slice(0, at % text.length) + put + text.slice((at % text.length) + gone);
      agrees(text);
    }),
    { numRuns: 500 },
  );
});

test('a value written in any of the ways it can be is read as it was meant', () => {
  const word = fc
    .stringMatching(/^[a-z][a-z0-9 ]{0,8}[a-z]$/)
    .filter((text) => !/^(true|false|null)$/.test(text));
  const scalar = fc.oneof(word, fc.nat(1_000_000), fc.boolean());
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,6}$/), tie('tree'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.infiniteStream(fc.boolean()), (value, coins) => {
      const text = `k:${written(value, 0, () => coins.next().value)}\n`;
      expect([text, readPlainYaml(text)?.k]).toEqual([text, value]);
      expect([text, thorough(text)]).toEqual([text, { k: value }]);
    }),
    { numRuns: 300 },
  );
});

/** A value as YAML behind `key:`, in one of the ways people write it. */
function written(value: unknown, column: number, flip: () => boolean): string {
  if (typeof value !== 'object' || value === null)
    return ` ${scalarText(value, flip)}${flip() ? '  # so' : ''}`;
  const children = Object.entries(value);
  if (children.length === 0 || flip()) return ` ${flow(value, flip)}`;
  const inner = column + (flip() ? 2 : 4);
  const line = `\n${' '.repeat(inner)}`;
  if (!Array.isArray(value))
    return children.map(([key, one]) => `${line}${key}:${written(one, inner, flip)}`).join('');
  return children.map(([, one]) => `${line}- ${flow(one, flip)}`).join('');
}

function flow(value: unknown, flip: () => boolean): string {
  if (typeof value !== 'object' || value === null) return scalarText(value, flip);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const items = Object.entries(value).map(
    ([key, one]) => (Array.isArray(value) ? '' : `${key}: `) + flow(one, flip),
  );
  return `${open}${flip() ? ' ' : ''}${items.join(flip() ? ', ' : ' , ')}${flip() ? ' ' : ''}${close}`;
}

function scalarText(value: unknown, flip: () => boolean): string {
  if (typeof value !== 'string' || flip()) return String(value);
  return flip() ? `'${value}'` : `"${value}"`;
}
