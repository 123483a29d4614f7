import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeFileAtomically } from '../../../core/atomic-file.js';
import { userError } from '../../../core/errors.js';
import { readForeign } from '../foreign/read-foreign.js';
import type { LoadReport } from '../results/report.js';
import { reportPage } from './page.js';

/** Where the runs of a project are kept. */
export function reportsFolder(projectDir: string): string {
  return join(projectDir, '.arcube', 'reports', 'load');
}

/** Writes `report.json` and `report.html` of a run. Resolves to their folder. */
export async function saveReport(projectDir: string, report: LoadReport): Promise<string> {
  const folder = join(reportsFolder(projectDir), report.run);
  await writeFileAtomically(join(folder, 'report.json'), `${JSON.stringify(report)}\n`, 0o644);
  await writeFileAtomically(join(folder, 'report.html'), reportPage(report), 0o644);
  return folder;
}

/** Reads a run by its name, its folder, its file, or `latest`. Throws LOAD_REPORT_UNREADABLE. */
export function readReport(projectDir: string, name: string): LoadReport {
  const folder = reportsFolder(projectDir);
  const file = name.endsWith('.json')
    ? name
    : join(folder, name === 'latest' ? latest(folder) : name, 'report.json');
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const report = isOurs(data) ? data : readForeign(data, basename(file, '.json'));
    if (!report) throw new Error('It is no report of this version, nor of k6 or Artillery.');
    return report;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw userError('LOAD_REPORT_UNREADABLE', { file, why });
  }
}

function isOurs(data: unknown): data is LoadReport {
  const { version, overall } = (data ?? {}) as Partial<LoadReport>;
  return version === 1 && overall !== undefined;
}

function latest(folder: string): string {
  try {
    return readdirSync(folder).sort().at(-1) ?? '';
  } catch {
    return '';
  }
}
