import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { userError } from '../../../core/errors.js';

const YAML = /\.ya?ml$/;
const CODE = /\.scenario\.(ts|mts|js|mjs)$/;

/** Scenario files: those named, and those below the folders named, in order of their names. Errors: SCENARIO_MISSING. */
export function findScenarioFiles(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => filesAt(resolve(path))))];
}

function filesAt(path: string): string[] {
  if (!existsSync(path)) throw userError('SCENARIO_MISSING', { path });
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return filesAt(inner);
      return YAML.test(entry.name) || CODE.test(entry.name) ? [inner] : [];
    });
}

/** True for a scenario written in TypeScript or JavaScript. */
export function isCode(file: string): boolean {
  return CODE.test(file) || /\.[cm]?[jt]s$/.test(file);
}
