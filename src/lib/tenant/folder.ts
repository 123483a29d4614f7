import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepReadings, readManyTenants } from '../../core/config/many-tenants.js';
import { readProject } from '../../core/config/project.js';
import type { TenantConfig } from '../../core/config/tenant.js';
import { TenantConflicts } from '../../core/config/tenant-conflicts.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { userError } from '../../core/errors.js';
import { packageRoot } from '../../core/package-root.js';

/** A tenant with the file that declares it. */
export interface TenantFile {
  file: string;
  tenant: TenantConfig;
}

/** The tenants of a project. */
export interface TenantFolder {
  folder: string;
  /** True where the project has none of its own, so that the samples of the package are in force. */
  samples: boolean;
  tenants: TenantFile[];
  diagnostics: Diagnostic[];
  /** Every file, faulty ones too. */
  files: string[];
}

/** What a command needs to know of `arcube.yaml`; the defaults when there is none, or a faulty one. */
export function projectOf(projectDir: string): { tenants: string; stackName: string; region: string } {
  const file = join(projectDir, 'arcube.yaml');
  const { value, diagnostics } = existsSync(file) ? readProject(file) : { value: {}, diagnostics: [] };
  if (!value) throw userError('PROJECT_INVALID', { file, diagnostics });
  return { tenants: 'tenants', stackName: 'arcube', region: 'eu-central-1', ...value };
}

/** Reads and checks every tenant of a project. */
export function readTenants(projectDir: string): TenantFolder {
  const own = resolve(projectDir, projectOf(projectDir).tenants);
  const samples = !existsSync(own);
  const folder = samples ? join(packageRoot(), 'templates', 'tenant') : own;
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  const files = names.sort().map((name) => join(folder, name));
  return { folder, samples, files, ...checkFiles(files) };
}

/** Checks files, each by itself and all together. */
export function checkFiles(files: readonly string[]): Pick<TenantFolder, 'tenants' | 'diagnostics'> {
  const tenants: TenantFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const conflicts = new TenantConflicts();
  for (const { file, value, diagnostics: found } of readManyTenants(files)) {
    diagnostics.push(...found);
    const conflict = value && conflicts.add(file, value);
    if (conflict) diagnostics.push(conflict);
    else if (value) tenants.push({ file, tenant: value });
  }
  keepReadings();
  return { tenants, diagnostics };
}

/** One tenant by its id. Throws NO_SUCH_TENANT. */
export function findTenant(projectDir: string, id: string): TenantFile {
  const { tenants, diagnostics, folder } = readTenants(projectDir);
  const found = tenants.find(({ tenant }) => tenant.id === id);
  if (found) return found;
  const faulty = diagnostics.filter(({ place }) => place?.file.includes(`/${id}.y`));
  throw userError('NO_SUCH_TENANT', {
    tenant: id,
    folder,
    known: tenants.map(({ tenant }) => tenant.id),
    diagnostics: faulty,
  });
}

/** As `findTenant`, for a file that is to be changed. Throws TENANT_IS_SAMPLE for one of the package's. */
export function findOwnTenant(projectDir: string, id: string): TenantFile {
  const found = findTenant(projectDir, id);
  if (readTenants(projectDir).samples) throw userError('TENANT_IS_SAMPLE', { tenant: id });
  return found;
}
