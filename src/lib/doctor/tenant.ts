import { Resolver } from 'node:dns/promises';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTenant, type TenantConfig } from '../../core/config/tenant.js';
import { userError } from '../../core/errors.js';
import { packageRoot } from '../../core/package-root.js';
import type { Finding } from './check.js';
import { checkMailRecords } from './mail-records.js';

/** Milliseconds for one question to DNS, and how often it is asked. */
const PATIENCE = 3_000;
const TRIES = 2;

/** What is to be said of a tenant of the project (of a sample one, where the project has none). */
export async function tenantFindings(
  projectDir: string,
  id: string,
  selectors: readonly string[],
): Promise<Finding[]> {
  const { emailSender } = find(projectDir, id);
  if (!emailSender)
    return [
      {
        name: 'E-mail',
        status: 'warning',
        text: `${id} has no emailSender: no e-mails are sent`,
        remedy: 'Add `emailSender: { address: … }` to its file.',
      },
    ];
  const resolver = new Resolver({ timeout: PATIENCE, tries: TRIES });
  const sender: Finding = { name: 'E-mail', status: 'ok', text: `sent from ${emailSender.address}` };
  return [sender, ...(await checkMailRecords(emailSender.address, resolver, selectors))];
}

function find(projectDir: string, id: string): TenantConfig {
  const own = join(projectDir, 'tenants');
  const folder = existsSync(own) ? own : join(packageRoot(), 'templates/tenant');
  const tenants = readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) => readTenant(join(folder, name)).value ?? []);
  const found = tenants.find((tenant) => tenant.id === id);
  if (found) return found;
  throw userError('UNKNOWN_TENANT', { tenant: id, known: tenants.map((tenant) => tenant.id) });
}
