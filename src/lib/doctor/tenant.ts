import { Resolver } from 'node:dns/promises';
import { findTenant } from '../tenant/folder.js';
import type { Finding } from './check.js';
import { checkMailRecords } from './mail-records.js';

/** Milliseconds for one question to DNS, and how often it is asked. */
const PATIENCE = 3_000;
const TRIES = 2;

/** What is to be said of a tenant of the project (of a sample one, where the project has none). Throws NO_SUCH_TENANT. */
export async function tenantFindings(
  projectDir: string,
  id: string,
  selectors: readonly string[],
): Promise<Finding[]> {
  const { emailSender } = findTenant(projectDir, id).tenant;
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
