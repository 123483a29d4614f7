import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readManyTenants } from '../../src/core/config/many-tenants.js';
import { placeInTenant, type TenantConfig } from '../../src/core/config/tenant.js';
import { TenantConflicts } from '../../src/core/config/tenant-conflicts.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';

/** What a look at the tenants' folder found. */
export interface FolderReading {
  /** Good tenants by id, in the order of their files. */
  tenants: Map<string, TenantConfig>;
  diagnostics: Diagnostic[];
  /** Files with a fault. What they declared before stays in force. */
  broken: Set<string>;
}

/** The tenants' files, and the last good state of each. */
export class TenantFolder {
  readonly #folder: string;
  /** Last good tenant by file. */
  readonly #good = new Map<string, TenantConfig>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reads the folder, anew or as it was found a moment ago. A folder that does not exist has no tenants. */
  async read(regions: readonly string[], how: { asFound?: boolean } = {}): Promise<FolderReading> {
    const files = await this.#files();
    const present = new Set(files);
    for (const known of [...this.#good.keys()]) if (!present.has(known)) this.#good.delete(known);
    const diagnostics: Diagnostic[] = [];
    const broken = new Set<string>();
    const conflicts = new TenantConflicts();
    for (const { file, value, diagnostics: found } of readManyTenants(files, how)) {
      diagnostics.push(...found);
      const last = this.#good.get(file);
      if (!value && last) conflicts.add(file, last); // still in force
      const fault = value && (regionFault(file, value, regions) ?? conflicts.add(file, value));
      if (fault) diagnostics.push(fault);
      if (value && !fault) this.#good.set(file, value);
      else broken.add(file);
    }
    return { tenants: this.#tenants(files), diagnostics, broken };
  }

  #tenants(files: string[]): Map<string, TenantConfig> {
    const tenants = new Map<string, TenantConfig>();
    for (const file of files) {
      const tenant = this.#good.get(file);
      if (tenant) tenants.set(tenant.id, tenant);
    }
    return tenants;
  }

  async #files(): Promise<string[]> {
    try {
      const names = await readdir(this.#folder);
      return names
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => join(this.#folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

function regionFault(file: string, tenant: TenantConfig, regions: readonly string[]): Diagnostic | undefined {
  if (regions.includes(tenant.dataRegion)) return undefined;
  return {
    severity: 'error',
    code: 'NO_CLUSTER_IN_REGION',
    message: `There is no database cluster in ${tenant.dataRegion}, the data region of \`${tenant.id}\`.`,
    remedy: `Restart, so that one is started there, or choose a region with a cluster: ${regions.join(', ')}.`,
    place: placeInTenant(file, ['dataRegion']),
    path: 'dataRegion',
  };
}
