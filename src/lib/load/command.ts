import { resolve } from 'node:path';
import { createIds } from '../../core/ids.js';
import type { SloConfig } from '../../core/slo/read-slo.js';
import { serviceLevelsOrShipped } from '../project/service-levels.js';
import type { LoadModel } from './arrivals/load-model.js';
import { lengthOf, warmedUp } from './arrivals/load-model.js';
import { findLimit, type Probe } from './find-limit.js';
import { type LoadTest, loadTest } from './load-test.js';
import { Dashboard } from './report/dashboard.js';
import { readReport, saveReport } from './report/save-report.js';
import { differenceText, limitText, reportText } from './report/text.js';
import { compareReports, type Difference } from './results/compare.js';
import { judgeFigures } from './results/judge-figures.js';
import { forPrograms, type LoadReport } from './results/report.js';

/** A load test as the command line asks for it, its target found and guarded. */
export interface LoadCommand {
  projectDir: string;
  test: Omit<LoadTest, 'slo'>;
  /** Service levels; the project's, else the shipped ones, when left out. */
  slo?: string;
  /** Routes of the API, to check the service levels by; undefined where they are not known. */
  routes?: string[];
  /** An earlier run to compare with. */
  baseline?: string;
  /** Search for the highest rate instead, from the model's. */
  limit?: { from: number; most: number; modelAt(rate: number): LoadModel };
}

/** What the command says at its end. */
export interface LoadOutcome {
  data: unknown;
  text: string;
  exitCode: number;
  /** Where the report lies. */
  folder?: string;
}

/** Exit codes of `arcube load-test`, with and without `--json`. The README's table is made from them. */
export const LOAD_EXIT_CODES: Record<number, string> = {
  0: 'every service level was met',
  1: 'the run says nothing: the generator fell behind, it was stopped, or the operation under it failed',
  2: 'the command line, a scenario or the budget is wrong',
  3: 'the emulator could not start, or the target is not there or not ours',
  4: 'a service level was broken, or the run is worse than its baseline',
  5: 'slo.yaml is wrong',
};
const CODES = { met: 0, invalid: 1, broken: 4 } as const;

/** Runs the command. `out` shows progress; undefined shows none. */
export async function runLoadCommand(
  command: LoadCommand,
  out: NodeJS.WriteStream | undefined,
  signal: AbortSignal,
): Promise<LoadOutcome> {
  const test: LoadTest = { ...command.test, slo: sloOf(command) };
  const baseline =
    command.baseline === undefined ? undefined : readReport(command.projectDir, command.baseline);
  if (command.limit) return searchLimit(test, command.limit, out, signal);
  const report = await shown(test, out, signal);
  const folder = await saveReport(command.projectDir, report);
  const differences = baseline && compareReports(baseline, report, createIds('compare'));
  const text = differences
    ? `${reportText(report)}\n\nBeside ${baseline.run}:\n${differenceText(differences)}`
    : reportText(report);
  const data = {
    event: 'load-test',
    folder,
    report: forPrograms(report),
    ...(differences && { differences }),
  };
  return { data, text, folder, exitCode: verdictOf(report, differences) };
}

/** The service levels of a load test: the project's, else the shipped ones. Throws PROJECT_INVALID with every fault. */
export function sloOf({
  slo,
  projectDir,
  routes,
}: Pick<LoadCommand, 'slo' | 'projectDir' | 'routes'>): SloConfig {
  // a file that was named is looked for from here, not from the project's folder
  const named = slo === undefined ? undefined : resolve(slo);
  return serviceLevelsOrShipped({ projectDir, slo: named, routes, faultsAs: 'PROJECT_INVALID' }).slo;
}

/** Judges and keeps what another engine measured. */
export async function concludeForeign(
  report: LoadReport,
  slo: SloConfig,
  projectDir: string,
): Promise<LoadOutcome> {
  const judged = { ...report, slo: judgeFigures(slo, report) };
  const folder = await saveReport(projectDir, judged);
  const data = { event: 'load-test', folder, report: forPrograms(judged) };
  return { data, text: reportText(judged), folder, exitCode: verdictOf(judged, undefined) };
}

async function shown(
  test: LoadTest,
  out: NodeJS.WriteStream | undefined,
  signal: AbortSignal,
): Promise<LoadReport> {
  const dashboard = out && new Dashboard(lengthOf(warmedUp(test.load.model, test.load.warmUpMs)), out);
  try {
    return await loadTest(test, (progress) => dashboard?.show(progress), signal);
  } finally {
    dashboard?.clear();
  }
}

async function searchLimit(
  test: LoadTest,
  { from, most, modelAt }: NonNullable<LoadCommand['limit']>,
  out: NodeJS.WriteStream | undefined,
  signal: AbortSignal,
): Promise<LoadOutcome> {
  const { limit, probes } = await findLimit({ from, most, precision: 0.05 }, async (rate) => {
    signal.throwIfAborted();
    const report = await shown({ ...test, load: { ...test.load, model: modelAt(rate) } }, out, signal);
    const probe = probeOf(report);
    out?.write(`${limitText([{ rate, ...probe }])}\n`);
    return probe;
  });
  const text =
    limit === 0
      ? 'Not even the first rate meets the service levels.'
      : `The service levels hold up to ${limit}/s.`;
  const data = { event: 'load-limit', limit, probes };
  return { data, text, exitCode: limit === 0 ? CODES.broken : CODES.met };
}

function probeOf({ slo, validity }: LoadReport): Omit<Probe, 'rate'> {
  const broken = slo.find(({ outcome }) => outcome === 'broken');
  if (broken) return { ok: false, why: `${broken.measure} of ${broken.scope}` };
  // a generator that cannot keep up is a limit too, but of this machine: it must not pass for the target's
  if (!validity.valid) return { ok: false, why: validity.reasons.join(' ') };
  return { ok: true };
}

function verdictOf(
  { slo, validity, partial, operation }: LoadReport,
  differences: Difference[] | undefined,
): number {
  if (slo.some(({ outcome }) => outcome === 'broken')) return CODES.broken;
  if (differences?.some(({ verdict }) => verdict === 'worse')) return CODES.broken;
  return validity.valid && !partial && (operation?.exitCode ?? 0) === 0 ? CODES.met : CODES.invalid;
}
