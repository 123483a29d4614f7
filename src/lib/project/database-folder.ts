import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { userError } from '../../core/errors.js';

/** Folders that hold a cluster, not what a restore left beside it. */
const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;

/**
 * Where the embedded MongoDB keeps a region's data. Without a region there must be one alone.
 * Errors: MONGO_NO_DATA, BAD_COMMAND_LINE.
 */
export function databaseFolder(projectDir: string, region?: string): { folder: string; region: string } {
  const root = join(projectDir, '.arcube', 'state', 'mongo');
  if (region !== undefined) return { folder: join(root, region), region };
  const regions = regionsIn(root);
  const [only] = regions;
  if (only === undefined) throw userError('MONGO_NO_DATA', { folder: root });
  if (regions.length > 1) {
    throw userError('BAD_COMMAND_LINE', { what: `Choose a region with --region: ${regions.join(', ')}.` });
  }
  return { folder: join(root, only), region: only };
}

function regionsIn(root: string): string[] {
  try {
    return readdirSync(root).filter((name) => REGION.test(name));
  } catch {
    return [];
  }
}
