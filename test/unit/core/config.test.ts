import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import codes from 'currency-codes';
import { afterAll, describe, expect, it } from 'vitest';
import { readProject } from '../../../src/core/config/project.js';
import tenantSchema from '../../../src/core/config/schemas/tenant.schema.json' with { type: 'json' };
import { checkTenant, readTenant, secretReferencesOf } from '../../../src/core/config/tenant.js';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = `id: sky-hellas
name: Sky Hellas
iataCode: A3
domains: [book.sky-hellas.example, 'localhost:3000']
dataRegion: eu-central-1
currency: EUR
locales: [en-GB, el]
clients:
  - { id: sky-backend, role: api_client }
categories:
  ESIMS: { markup: 12.5 }
  LOUNGE_ACCESS: {}
`;

/** `code line:column` of each diagnostic. */
function summary(text: string): string[] {
  return checkTenant('/t.yaml', text).diagnostics.map(({ code, place, path }) =>
    `${code} ${place?.line}:${place?.column} ${path ?? ''}`.trim(),
  );
}

describe('tenant files', () => {
  it('reads a good one and fills in defaults', () => {
    const { value, diagnostics } = checkTenant('/t.yaml', GOOD);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      enabled: true,
      platformShare: 10,
      defaultMarkup: 20,
      clients: [{ id: 'sky-backend', enabled: true }],
      categories: { ESIMS: { enabled: true, markup: 12.5 } },
    });
  });

  it('reports every fault at once, each at its key or value', () => {
    const bad = GOOD.replace('sky-hellas\n', 'Sky_Hellas\n')
      .replace('eu-central-1', 'eu-cental-1')
      .replace('EUR', 'EURO')
      .replace('ESIMS: { markup: 12.5 }', 'ESIM: { markup: 12.5 }')
      .replace(
        '{ id: sky-backend, role: api_client }',
        '{ id: sky-backend, rol: api_client, secret: hunter2 }',
      )
      .replace('LOUNGE_ACCESS: {}', 'LOUNGE_ACCESS: { markup: -1, enabled: "no" }')
      .replace('name: Sky Hellas\n', '');
    expect(summary(bad).sort()).toEqual(
      [
        'MISSING_KEY 1:1',
        'WRONG_FORM 1:5 id',
        'NOT_ALLOWED 4:13 dataRegion',
        'NOT_ALLOWED 5:11 currency',
        'MISSING_KEY 8:5 clients[0]',
        'UNKNOWN_KEY 8:24 clients[0].rol',
        'SECRET_IN_FILE 8:41 clients[0].secret',
        'UNKNOWN_KEY 10:3 categories.ESIM',
        'OUT_OF_RANGE 11:28 categories.LOUNGE_ACCESS.markup',
        'WRONG_TYPE 11:41 categories.LOUNGE_ACCESS.enabled',
      ].sort(),
    );
  });

  it('takes webhooks, each with an id of its own, with or without one in the file', () => {
    const hooks = `webhooks:
  - { url: 'https://hooks.example.com/a', events: [order.*], secretRef: sky/hook }
  - { id: books, url: 'https://hooks.example.com/a', events: [refund.processed], enabled: false }
`;
    const { value, diagnostics } = checkTenant('/t.yaml', GOOD + hooks);
    expect(diagnostics).toEqual([]);
    expect(value?.webhooks).toMatchObject([
      { id: expect.stringMatching(/^[0-9a-f]{12}$/), enabled: true, secretRef: 'sky/hook' },
      { id: 'books', enabled: false },
    ]);
    expect(value && secretReferencesOf(value)).toEqual(['sky/hook']);
    expect(checkTenant('/t.yaml', GOOD + hooks).value?.webhooks).toEqual(value?.webhooks);
  });

  it('refuses webhooks that cannot be: twice, nowhere, with a password or a secret, of no such event', () => {
    const faults = (...hooks: string[]) =>
      checkTenant(
        '/t.yaml',
        `${GOOD}webhooks:\n${hooks.map((hook) => `  - ${hook}\n`).join('')}`,
      ).diagnostics.map(({ code, path, severity }) => `${severity} ${code} ${path}`);
    const url = 'https://hooks.example.com/a';
    const one = `{ url: '${url}', events: [order.*] }`;
    expect(faults(one, one)).toEqual(['error DUPLICATE_WEBHOOK webhooks[1].id']);
    expect(faults(`{ url: 'https://[::/', events: [order.*] }`)).toEqual([
      'error NO_ADDRESS webhooks[0].url',
    ]);
    expect(faults(`{ url: 'https://me:pw@hooks.example.com/', events: [order.*] }`)).toEqual([
      'error WRONG_FORM webhooks[0].url',
    ]);
    expect(faults(`{ url: '${url}', events: [order.created] }`)).toEqual([
      'error NOT_ALLOWED webhooks[0].events[0]',
    ]);
    expect(faults(`{ url: '${url}', events: [order.*], secret: hush }`)).toEqual([
      'error SECRET_IN_FILE webhooks[0].secret',
    ]);
  });

  it('suggests the nearest name and never repeats a secret', () => {
    const { diagnostics } = checkTenant(
      '/t.yaml',
      GOOD.replace('eu-central-1', 'eu-cental-1').replace(
        'role: api_client',
        'role: api_client, secret: hunter2',
      ),
    );
    expect(diagnostics.map(({ remedy }) => remedy).join()).toContain('Did you mean `eu-central-1`?');
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
  });

  it('refuses two clients of one id', () => {
    const twice = GOOD.replace('categories:', '  - { id: sky-backend, role: widget_user }\ncategories:');
    expect(summary(twice)).toEqual(['DUPLICATE_CLIENT 10:11 clients[1].id']);
  });

  it('places syntax errors, duplicate keys and aliases that explode', () => {
    expect(summary('a: [1, 2\nb: 3')[0]).toMatch(/^YAML_SYNTAX 2:/);
    expect(summary(`${GOOD}name: Again\n`)).toEqual(['DUPLICATE_KEY 13:1']);
    expect(summary('a: &a [*a]')).toContain('BAD_ALIAS 1:8');
    expect(summary('\tid: x')[0]).toMatch(/^YAML_SYNTAX 1:/);
  });

  it('says when the file is missing, empty or not a map', () => {
    expect(readTenant(join(folder, 'none.yaml')).diagnostics[0]?.code).toBe('FILE_MISSING');
    expect(readTenant(folder).diagnostics[0]?.code).toBe('FILE_UNREADABLE');
    expect(summary('')[0]).toMatch(/^MISSING_KEY 1:1/);
    expect(summary('[]')).toEqual(['WRONG_TYPE 1:1']);
  });

  it('knows exactly the ISO 4217 currencies', () => {
    const money = codes.codes().filter((code) => !/^X(?!AF|CD|OF|PF|CG)/.test(code));
    expect([...tenantSchema.properties.currency.enum].sort()).toEqual(money.sort());
  });
});

describe('project files', () => {
  it('needs nothing and suggests nearest keys', () => {
    const file = join(folder, 'arcube.yaml');
    writeFileSync(file, '');
    expect(readProject(file).value).toMatchObject({
      stackName: 'arcube',
      region: 'eu-central-1',
      watch: true,
    });
    writeFileSync(file, 'tempalte: x.yaml\naccountId: 123456789012\nports: { api: 70000 }\n');
    const { diagnostics } = readProject(file);
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(['OUT_OF_RANGE', 'UNKNOWN_KEY', 'WRONG_TYPE']);
    expect(diagnostics.find(({ code }) => code === 'UNKNOWN_KEY')?.remedy).toBe('Did you mean `template`?');
  });
});
