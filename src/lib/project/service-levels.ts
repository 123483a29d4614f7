import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readProject } from '../../core/config/project.js';
import { type ErrorCode, userError } from '../../core/errors.js';
import { packageRoot } from '../../core/package-root.js';
import { readSlo, type SloConfig, unknownSloRoutes } from '../../core/slo/read-slo.js';

/** Which service levels are meant, and by what error a command tells of faults in them. */
export interface SloWish {
  projectDir: string;
  /** A file of its own; the project's when left out. */
  slo?: string | undefined;
  /** Routes of the API; where they are known, an objective of another route is a fault. */
  routes?: readonly string[] | undefined;
  faultsAs: Extract<ErrorCode, 'PROJECT_INVALID' | 'SLO_INVALID'>;
}

/** Service levels and where they were read. */
export interface ServiceLevels {
  file: string;
  slo: SloConfig;
}

/**
 * The one reader of service levels: a file that was named, else the one `slo` of arcube.yaml names. Undefined when the
 * project has none. Throws PROJECT_INVALID or SLO_INVALID with every fault.
 */
export function serviceLevels(wish: SloWish): ServiceLevels | undefined {
  const file = resolve(wish.projectDir, wish.slo ?? sloPath(wish.projectDir));
  return wish.slo === undefined && !existsSync(file) ? undefined : read(file, wish);
}

/** The same; those that ship with the platform when the project has none. */
export function serviceLevelsOrShipped(wish: SloWish): ServiceLevels {
  return serviceLevels(wish) ?? read(join(packageRoot(), 'templates', 'project', 'slo.yaml'), wish);
}

/** `slo` of arcube.yaml, as written there. A faulty project file is for others to complain of. */
export function sloPath(projectDir: string): string {
  const file = join(projectDir, 'arcube.yaml');
  return (existsSync(file) ? readProject(file).value?.slo : undefined) ?? 'slo.yaml';
}

function read(file: string, { routes, faultsAs }: SloWish): ServiceLevels {
  const { value, diagnostics } = readSlo(file);
  const faults = [...diagnostics, ...(value && routes ? unknownSloRoutes(value, routes) : [])];
  if (value && !faults.some(({ severity }) => severity === 'error')) return { file, slo: value };
  throw userError(faultsAs, { file, diagnostics: faults });
}
