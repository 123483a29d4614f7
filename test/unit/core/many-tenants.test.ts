import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readManyTenants } from '../../../src/core/config/many-tenants.js';
import { PlainTenants } from '../../../src/core/config/plain-tenant.js';
import { checkTenant, readTenant, type TenantConfig } from '../../../src/core/config/tenant.js';
import { tenantDigest } from '../../../src/core/config/tenant-digest.js';
import { loadShelf, saveShelf } from '../../../src/core/config/tenant-shelf.js';

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

test('what was read a moment ago may be taken as it was found; what was not is read', () => {
  const all = files(own);
  const currencies = (how?: { asFound: boolean }) =>
    readManyTenants(all, how).map(({ value }) => value?.currency);
  const before = currencies({ asFound: true });
  expect(before).toEqual(readManyTenants(all).map(({ file }) => readTenant(file).value?.currency));
  writeFileSync(all[7]!, own(7).replace(/^currency: .*$/m, 'currency: CAD'));
  expect(currencies({ asFound: true })).toEqual(before);
  expect(currencies()).toEqual(before.with(7, 'CAD'));
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

test('whatever is done to a text, both ways read the same of it or find the same fault', () => {
  const lines = SAMPLE.split('\n');
  const edit = fc.record({
    at: fc.nat(lines.length - 1),
    what: fc.constantFrom(
      'double',
      'drop',
      'swap',
      'indent',
      'outdent',
      'quote',
      'open',
      'close',
      'cr',
      'comment',
      'key',
    ),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 60, maxLength: 60 }),
      (edits) => {
        const all = files((index) => edited(own(index), edits[index] ?? []));
        for (const { file, value, diagnostics } of readManyTenants(all)) {
          const alone = readTenant(file);
          const text = readFileSync(file, 'utf8');
          expect([text, plain(value)]).toEqual([text, plain(alone.value)]);
          expect(diagnostics).toEqual(alone.diagnostics);
        }
      },
    ),
    { numRuns: 6 },
  );
});

/** A text with some of its lines changed in the ways people change them. */
function edited(text: string, edits: readonly { at: number; what: string }[]): string {
  const lines = text.split('\n');
  for (const { at, what } of edits) {
    const line = lines[at] ?? '';
    const other = lines[at + 1] ?? '';
    const changed: Record<string, string[]> = {
      double: [line, line],
      drop: [],
      swap: [other, line],
      indent: [`  ${line}`],
      outdent: [line.replace(/^ {1,2}/, '')],
      quote: [line.replace(': ', ': "')],
      open: [line.replace(': ', ': [')],
      close: [`${line}]`],
      cr: [`${line}\r`],
      comment: [`${line} # why`, '# and more: [of it'],
      key: [line, 'name: Another'],
    };
    lines.splice(at, what === 'swap' ? 2 : 1, ...(changed[what] ?? []));
  }
  return lines.join('\n');
}

test('tenants share what their files have in common, and an edit of one leaves the others as they are', () => {
  const all = files(own);
  const before = readManyTenants(all);
  const third = plain(before[2]?.value);
  expect(before[1]?.value?.categories).toBe(before[0]?.value?.categories);
  writeFileSync(all[0] ?? '', own(0).replace('ESIMS: { markup: 15 }', 'ESIMS: { markup: much }'));
  writeFileSync(all[1] ?? '', own(1).replace('ESIMS: { markup: 15 }', 'ESIMS: { markup: 99 }'));
  const [faulty, second, untouched] = readManyTenants(all);
  expect(faulty?.value).toBeUndefined();
  expect(second?.value?.categories.ESIMS).toMatchObject({ markup: 99 });
  expect(plain(untouched?.value)).toEqual(third);
});

test('readings kept on disk are the tenants as they were read; a damaged shelf is as good as none', () => {
  const [shelf, damaged] = [join(folder, 'shelf.json'), join(folder, 'damaged.json')];
  const mark = { mtimeMs: 1, ctimeMs: 2, size: 3, ino: 4, readAt: 5 };
  const readings = new Map(
    readManyTenants(files(own)).map(({ file, value }) => [file, { ...mark, tenant: value as TenantConfig }]),
  );
  saveShelf(shelf, readings);
  const kept = loadShelf(shelf);
  expect(plain([...kept])).toEqual(plain([...readings]));
  const [first, second] = [...kept.values()].map(({ tenant }) => tenant);
  expect(first?.categories).toBe(second?.categories);
  expect(tenantDigest(first as TenantConfig)).toBe(tenantDigest(plain(first)));
  writeFileSync(damaged, readFileSync(shelf, 'utf8').slice(0, -9));
  expect(loadShelf(damaged).size + loadShelf(join(folder, 'none.json')).size).toBe(0);
});

test('what hardly ever recurs is given up, and is read, kept and taken up the same', () => {
  const shelf = join(folder, 'shelf.json');
  const mark = { mtimeMs: 1, ctimeMs: 2.5, size: 3, ino: 4, readAt: 5 };
  const quick = new PlainTenants();
  const readings = new Map(
    Array.from({ length: 1_200 }, (_, index) => [
      `${index}`,
      { ...mark, tenant: quick.read(own(index)) as TenantConfig },
    ]),
  );
  for (const index of [0, 499, 500, 1_199])
    expect(plain(readings.get(`${index}`)?.tenant)).toEqual(plain(checkTenant('/t.yaml', own(index)).value));
  saveShelf(shelf, readings);
  const kept = loadShelf(shelf);
  expect(plain([...kept])).toEqual(plain([...readings]));
  for (const tenants of [readings, kept])
    expect(tenants.get('1199')?.tenant.categories).toBe(tenants.get('0')?.tenant.categories);
});

test('two tenants have one digest when they say the same, and another when any setting differs', () => {
  const tenant = readManyTenants(files(own))[0]?.value as TenantConfig;
  expect(tenantDigest({ ...tenant, id: 'other' })).toBe(tenantDigest(tenant));
  expect(tenantDigest({ ...tenant, dataRegion: 'eu-central-1' })).not.toBe(tenantDigest(tenant));
});
