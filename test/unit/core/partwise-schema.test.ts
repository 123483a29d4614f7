import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PartwiseSchema, partsAsModule } from '../../../src/core/config/partwise-schema.js';
import schema from '../../../src/core/config/schemas/tenant.schema.json' with { type: 'json' };
import { readTenant } from '../../../src/core/config/tenant.js';
import { useReadingCache } from '../../../src/core/document/reading-cache.js';

type Fields = Record<string, unknown>;

const whole = new Ajv2020({ useDefaults: true, strict: false }).compile(schema);
const SAMPLES = readdirSync('templates/tenant').map(
  (name) => readTenant(join('templates/tenant', name)).value,
);
/** What may stand under any name: each value of each sample, and some that stand nowhere. */
const VALUES = [
  ...SAMPLES.flatMap((sample) => Object.values(sample ?? {})),
  null,
  '',
  5,
  -1,
  true,
  [],
  {},
  [{}],
  { ESIMS: {} },
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arcube-parts-'));
  const { name, text } = partsAsModule(schema);
  writeFileSync(join(folder, name), text);
});
afterAll(() => {
  useReadingCache(undefined, join(folder, 'none'));
  rmSync(folder, { recursive: true, force: true });
});

/** A sample with each of its fields left out, and with each value under each name; as fresh copies. */
function* tenants(): Generator<Fields> {
  for (const sample of SAMPLES) {
    for (const name of Object.keys(sample ?? {})) {
      const { [name]: _gone, ...rest } = structuredClone(sample) as unknown as Fields;
      yield rest;
    }
  }
  for (const name of [...Object.keys(schema.properties), 'constructor', 'toString', 'unknown'])
    for (const value of VALUES) yield structuredClone({ ...SAMPLES[0], [name]: value });
}

/** The tenant with its defaults where it fits, checked in parts. */
function inParts(parts: PartwiseSchema, tenant: Fields): Fields | undefined {
  const fits =
    Object.entries(tenant).every(([name, value]) => parts.property(name, value)) && parts.whole(tenant);
  return fits ? tenant : undefined;
}

test.each([
  ['compiled at need', 'none'],
  ['compiled with the package', '.'],
])('parts, %s, say of any tenant what the whole schema says', (_how, where) => {
  useReadingCache(undefined, join(folder, where));
  const parts = new PartwiseSchema(schema);
  let good = 0;
  for (const tenant of tenants()) {
    const expected = structuredClone(tenant);
    const fits = whole(expected);
    expect(inParts(parts, tenant)).toEqual(fits ? expected : undefined);
    if (fits) good++;
  }
  expect(good).toBeGreaterThan(50);
});
