import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { writeFileAtomically } from '../../core/atomic-file.js';
import { changeDevSecrets } from '../../core/config/dev-secrets.js';
import { checkTenant } from '../../core/config/tenant.js';
import { TenantConflicts } from '../../core/config/tenant-conflicts.js';
import { userError } from '../../core/errors.js';
import { Secret } from '../../core/secret.js';
import type { ScaffoldAnswers } from '../project/scaffold.js';
import { putSchemas } from '../project/schemas.js';
import { tenantYaml } from '../project/tenant-yaml.js';
import { readTenants } from './folder.js';

/** A tenant that was added, with secrets that nobody is shown again. */
export interface AddedTenant {
  file: string;
  clientId: string;
  clientSecret: Secret;
  edgeSecret: Secret;
  /** What signs the deliveries to its endpoint, where it has one. */
  webhookSecret?: Secret;
}

/**
 * Writes a tenant's file and makes its secrets, which the file refers to by name; `webhook` is the address of an
 * endpoint that it declares. Throws TENANT_EXISTS,
 * TENANT_IS_SAMPLE where the project has no tenants of its own, and TENANT_INVALID with every fault.
 */
export async function addTenant(
  projectDir: string,
  answers: ScaffoldAnswers,
  webhook?: string,
): Promise<AddedTenant> {
  const { folder, tenants, samples } = readTenants(projectDir);
  const known = tenants.find(({ tenant }) => tenant.id === answers.tenant);
  if (known) throw userError('TENANT_EXISTS', { tenant: answers.tenant, file: known.file });
  const into = samples ? join(projectDir, 'tenants') : folder;
  const file = join(into, `${answers.tenant}.yaml`);
  const refs = { client: `${answers.tenant}/client`, edge: `${answers.tenant}/edge` };
  const hook = webhook === undefined ? undefined : { url: webhook, secret: `${answers.tenant}/webhook` };
  const text = tenantYaml(answers, refs, hook);
  const { value, diagnostics } = checkTenant(file, text);
  if (!value) throw userError('TENANT_INVALID', { diagnostics });
  const conflicts = new TenantConflicts();
  if (!samples) for (const one of tenants) conflicts.add(one.file, one.tenant);
  const conflict = conflicts.add(file, value);
  if (conflict) throw userError('TENANT_INVALID', { diagnostics: [conflict] });
  const [clientSecret, edgeSecret, webhookSecret] = [newSecret(), newSecret(), newSecret()];
  await putSchemas(projectDir);
  // Secrets first: whoever sees the file finds what it refers to.
  await changeDevSecrets(
    projectDir,
    new Map([
      [refs.client, clientSecret],
      [refs.edge, edgeSecret],
      ...(hook ? [[hook.secret, webhookSecret] as const] : []),
    ]),
  );
  await writeFileAtomically(file, text, 0o644);
  const clientId = value.clients[0]?.id ?? '';
  return { file, clientId, clientSecret, edgeSecret, ...(hook && { webhookSecret }) };
}

function newSecret(): Secret {
  return new Secret(randomBytes(32).toString('base64url'));
}
