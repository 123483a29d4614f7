import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partsAsModule } from './config/partwise-schema.js';
import schema from './config/schemas/tenant.schema.json' with { type: 'json' };
import { readTenant } from './config/tenant.js';
import { useReadingCache } from './document/reading-cache.js';
import { loadStack } from './stack/load.js';

/**
 * Reads the files that ship with the package into `folder`, so that a start finds them read, and compiles the checks of
 * very many tenants. Called when the package is built. Throws for a fault in them.
 */
export function prebuildReadings(template: string, tenantsDir: string, folder: string): void {
  useReadingCache(folder, folder);
  const { diagnostics } = loadStack({
    file: template,
    region: 'eu-central-1',
    accountId: '000000000000',
    stackName: 'arcube',
    parameters: {},
  });
  for (const name of readdirSync(tenantsDir))
    diagnostics.push(...readTenant(join(tenantsDir, name)).diagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`the shipped files have faults: ${JSON.stringify(errors, null, 2)}`);
  const { name, text } = partsAsModule(schema);
  writeFileSync(join(folder, name), text);
}
