import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readManyTenants } from '../../../src/core/config/many-tenants.js';
import { readTenant } from '../../../src/core/config/tenant.js';

const SAMPLE = readFileSync('templates/tenant/bluestem-airways.yaml', 'utf8');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arcube-many-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Sixty files: enough for the faster way. */
function files(textOf: (index: number) => string): string[] {
  return Array.from({ length: 60 }, (_, index) => {
    const file = join(folder, `t${index}.yaml`);
    writeFileSync(file, textOf(index));
    return file;
  });
}
const own = (index: number) =>
  SAMPLE.replace('id: bluestem-airways', `id: t-${index}`).replace('bluestem-booking', `client-${index}`);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null));

test('many files are read as each by itself', () => {
  const all = files(own);
  for (const { file, value, diagnostics } of readManyTenants(all)) {
    expect(diagnostics).toEqual([]);
    expect(plain(value)).toEqual(plain(readTenant(file).value));
  }
});

test('webhooks are named, and found twice, in either way', () => {
  const hooks = (...ids: string[]) =>
    `webhooks:\n${ids.map((id) => `  - { ${id}url: 'https://hooks.example.com/a', events: [order.*] }\n`).join('')}`;
  const all = files((index) => own(index) + (index % 2 ? hooks('', 'id: books, ') : hooks('', '')));
  for (const [index, { file, value, diagnostics }] of readManyTenants(all).entries()) {
    expect(plain(value)).toEqual(plain(readTenant(file).value));
    expect(diagnostics.map(({ code }) => code)).toEqual(index % 2 ? [] : ['DUPLICATE_WEBHOOK']);
  }
});

test('whatever a value looks like, both ways take it for the same or find the same fault', () => {
  const looks = fc.oneof(
    fc.constantFrom(
      ...[
        'yes',
        'No',
        'on',
        'null',
        '~',
        '1_0',
        '0x1F',
        '0o17',
        '017',
        '12:30',
        '1e2',
        '.5',
        '+1',
        '-0',
        '2026-01-01',
      ],
      ...[
        '!!str 5',
        '&a 5',
        '*a',
        '<<',
        "'20'",
        '"20"',
        '20 # twenty',
        '|\n  20',
        '>\n  20',
        '{a: 1}',
        '[1, 2]',
        '',
        '@x',
        '`x`',
        '%x',
      ],
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.string({ maxLength: 12 }).filter((text) => !/[\r\n\u2028\u2029\u0085]/.test(text)),
  );
  fc.assert(
    fc.property(
      fc.array(looks, { minLength: 60, maxLength: 60 }),
      fc.constantFrom('name: Bluestem Airways', 'defaultMarkup: 20'),
      (values, line) => {
        const all = files((index) => own(index).replace(line, `${line.split(':')[0]}: ${values[index]}`));
        for (const { file, value, diagnostics } of readManyTenants(all)) {
          const alone = readTenant(file);
          expect([readFileSync(file, 'utf8'), plain(value)]).toEqual([
            readFileSync(file, 'utf8'),
            plain(alone.value),
          ]);
          expect(diagnostics).toEqual(alone.diagnostics);
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('an edit is seen, a fault has its place, and a file that is not there says so', () => {
  const all = files(own);
  readManyTenants(all);
  const [first = '', second = '', third = ''] = all;
  writeFileSync(first, own(0).replace('defaultMarkup: 20', 'defaultMarkup: 33'));
  writeFileSync(second, own(1).replace('currency: USD', 'currency: dollar'));
  rmSync(third);
  const [edited, faulty, gone] = readManyTenants(all);
  expect(edited?.value).toMatchObject({ defaultMarkup: 33 });
  expect(faulty?.diagnostics).toMatchObject([{ code: 'NOT_ALLOWED', place: { file: second, line: 7 } }]);
  expect(gone?.diagnostics).toMatchObject([{ code: 'FILE_MISSING' }]);
});
