import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { userError } from '../../../core/errors.js';
import { readForeign } from '../foreign/read-foreign.js';
import type { LoadReport } from '../results/report.js';

/** Where Artillery's generators run. */
export interface DistributedWish {
  on: 'lambda' | 'fargate';
  /** Script that was emitted. */
  script: string;
  region: string;
  /** Generators; each sends the whole load. */
  count: number;
  /** Name of the run. */
  run: string;
  credentials: { id: string; secret: string };
}

/**
 * Runs an emitted Artillery test on many machines (https://www.artillery.io/docs/reference/cli/run-lambda and
 * run-fargate) and reads what it measured. Artillery's own words go to stderr. Throws LOAD_ENGINE.
 */
export async function runDistributed(wish: DistributedWish, signal: AbortSignal): Promise<LoadReport> {
  const { on, script, region, count, run, credentials } = wish;
  const output = join(dirname(script), 'artillery-report.json');
  const words = [`run-${on}`, script, '--region', region, '--count', String(count), '--output', output];
  const { exitCode, failed, shortMessage } = await execa('artillery', words, {
    preferLocal: true,
    reject: false,
    cancelSignal: signal,
    stdout: process.stderr,
    stderr: 'inherit',
    env: { ARCUBE_CLIENT_ID: credentials.id, ARCUBE_CLIENT_SECRET: credentials.secret },
  });
  if (exitCode === undefined)
    throw userError('LOAD_ENGINE', { engine: 'artillery', why: shortMessage ?? 'It could not be started.' });
  const report = readForeign(JSON.parse(readResult(output, failed, exitCode)), run);
  if (report) return report;
  throw userError('LOAD_ENGINE', { engine: 'artillery', why: `${output} is no report of Artillery.` });
}

function readResult(output: string, failed: boolean, exitCode: number): string {
  try {
    return readFileSync(output, 'utf8');
  } catch (error) {
    const why = failed ? `It ended with ${exitCode} and left no report.` : 'It left no report.';
    throw userError('LOAD_ENGINE', { engine: 'artillery', why }, { cause: error });
  }
}
