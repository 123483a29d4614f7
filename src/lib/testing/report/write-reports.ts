import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../core/atomic-file.js';
import { userError } from '../../../core/errors.js';
import type { RunReport } from './report.js';

/** Kinds of reports. */
export const REPORTERS = ['junit', 'json', 'html', 'github'] as const;
export type Reporter = (typeof REPORTERS)[number];

const FILES: Record<
  Exclude<Reporter, 'github'>,
  { name: string; make(report: RunReport): Promise<string> }
> = {
  junit: { name: 'junit.xml', make: async (report) => (await import('./junit.js')).junitXml(report) },
  json: { name: 'report.json', make: async (report) => `${JSON.stringify(report, null, 1)}\n` },
  html: { name: 'report.html', make: async (report) => (await import('./html.js')).htmlReport(report) },
};

/**
 * Writes every report that was asked for; one that cannot be written keeps no other from it. Returns the files.
 * Errors, after all have been tried: REPORT_UNWRITABLE.
 */
export async function writeReports(
  report: RunReport,
  reporters: readonly Reporter[],
  folder: string,
  print: (line: string) => void,
): Promise<string[]> {
  const written: string[] = [];
  let failed: unknown;
  for (const reporter of reporters)
    try {
      if (reporter === 'github') await tellGithub(report, print);
      else {
        const { name, make } = FILES[reporter];
        const file = join(folder, name);
        await writeFileAtomically(file, await make(report), 0o644);
        written.push(file);
      }
    } catch (error) {
      failed ??= error;
    }
  if (failed !== undefined) {
    const cause = failed instanceof Error ? failed.message : String(failed);
    throw userError('REPORT_UNWRITABLE', { folder, cause }, { cause: failed });
  }
  return written;
}

/** Annotations on the output, and a summary where the runner says. */
async function tellGithub(report: RunReport, print: (line: string) => void): Promise<void> {
  const { githubCommands, githubSummary } = await import('./github.js');
  for (const line of githubCommands(report)) print(line);
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file) await appendFile(file, githubSummary(report));
}
