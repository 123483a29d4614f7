import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readManyTenants } from '../src/core/config/many-tenants.js';

/**
 * The regions that keep data: the home region first, then those of the tenants and `further` ones, in alphabetical order. Faulty tenant
 * files count for nothing here; the platform tells of them.
 */
export function dataRegions(home: string, tenantsDir: string, further: readonly string[]): string[] {
  const regions = new Set(further);
  for (const { value } of readManyTenants(tenantFiles(tenantsDir))) if (value) regions.add(value.dataRegion);
  regions.delete(home);
  return [home, ...[...regions].sort()];
}

/** Regions whose data is kept from an earlier run: it must be reachable, whatever the files say now. */
export function keptRegions(stateDir: string | undefined): string[] {
  if (stateDir === undefined) return [];
  try {
    return readdirSync(join(stateDir, 'mongo')).filter((name) => /^[a-z]{2}(-[a-z]+)+-\d+$/.test(name));
  } catch {
    return []; // nothing was kept yet
  }
}

function tenantFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => join(folder, name));
  } catch {
    return []; // a folder that is not there holds no tenants; the platform tells of it
  }
}
