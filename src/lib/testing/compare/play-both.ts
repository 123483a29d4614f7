import { join } from 'node:path';
import { writeFileAtomically } from '../../../core/atomic-file.js';
import type { Output } from '../session/play.js';
import type { Launch, SessionRequest } from '../session/request.js';
import { runSession } from '../session/run-session.js';
import { compareRuns } from './compare-runs.js';
import { differencesText } from './differences-text.js';

/** The two sides of a comparison. */
export interface Sides {
  names: [string, string];
  launches: Launch[];
}

/** Runs the same cases with the same data on both, one after the other, and shows where they differ. 1: they do. */
export async function playBoth(
  request: SessionRequest,
  { names, launches }: Sides,
  output: Output,
): Promise<number> {
  const salt = String(Date.now());
  const reports = [];
  for (const [index, launch] of launches.entries()) {
    if (!output.json) output.remark(`Running on ${names[index]} …`);
    const { report, error } = await runSession({ ...request, salt }, launch, []);
    if (error !== undefined) throw error;
    if (request.signal.aborted) return 130;
    reports.push(report);
  }
  const [a, b] = reports;
  if (!a || !b) return 3;
  const differences = compareRuns(a, b);
  await writeFileAtomically(
    join(request.output, 'comparison.json'),
    `${JSON.stringify({ version: 1, a: names[0], b: names[1], seed: request.seed, differences }, null, 1)}\n`,
    0o644,
  );
  const data = { event: 'compared', a: names[0], b: names[1], seed: request.seed, differences };
  output.print(output.json ? JSON.stringify(data) : differencesText(differences, ...names));
  return differences.length > 0 ? 1 : 0;
}
