import { UserError } from '../../../core/errors.js';
import type { SystemUnderTest } from '../../../core/scenario/system.js';
import type { SloConfig } from '../../../core/slo/read-slo.js';
import { serviceLevels } from '../../project/service-levels.js';
import type { TestCase } from '../case.js';
import { AnswerChecker } from '../contract/answer-checker.js';
import { CoverageCounter } from '../contract/coverage.js';
import { countResults, type RunReport } from '../report/report.js';
import type { RunListener } from '../run/events.js';
import { type RunOutcome, runAll } from '../run/run-all.js';
import { SloMeter } from '../run/slo.js';
import { gatherCases } from './gather-cases.js';
import type { Launch, LaunchedSystem, SessionRequest } from './request.js';

/** What a session has come to: a report always, and the error that kept it from being whole. */
export interface SessionResult {
  report: RunReport;
  error?: unknown;
}

/**
 * One whole run: systems started, cases run on them, everything stopped again, a report made of what there is. Never
 * rejects; starts nothing more once `signal` is aborted.
 */
export async function runSession(
  request: SessionRequest,
  launch: Launch,
  listeners: readonly RunListener[],
): Promise<SessionResult> {
  const startedAt = new Date().toISOString();
  const begun = performance.now();
  const launched: LaunchedSystem[] = [];
  const blank = { seed: request.seed, startedAt, target: '', cases: [], faults: [] };
  try {
    // the first system starts while the scenarios are read
    launched.push(launch(0, request.seed));
    launched[0]?.ready.catch(() => undefined);
    const cases = await gatherCases(request);
    const slo = serviceLevels({ ...request, faultsAs: 'SLO_INVALID' })?.slo;
    for (let worker = 1; worker < Math.min(request.workers, cases.length); worker++)
      launched.push(launch(worker, request.seed));
    const systems = await readySystems(launched, request.signal);
    if (systems.length === 0) return { report: judged(blank, { stopped: true, begun }) };
    return { report: await runOn(systems, cases, slo, { request, listeners, blank, begun }) };
  } catch (error) {
    return { report: notRun(blank, error, begun), error };
  } finally {
    await Promise.allSettled(launched.map((one) => one.stop()));
  }
}

/** The systems once all are up; none when a signal came first. Rejects when one cannot start. */
async function readySystems(
  launched: readonly LaunchedSystem[],
  signal: AbortSignal,
): Promise<SystemUnderTest[]> {
  const all = Promise.all(launched.map(({ ready }) => ready));
  all.catch(() => undefined);
  if (signal.aborted) return [];
  const stopped = new Promise<SystemUnderTest[]>((resolve) =>
    signal.addEventListener('abort', () => resolve([]), { once: true }),
  );
  return Promise.race([all, stopped]);
}

type Blank = Pick<RunReport, 'seed' | 'startedAt' | 'target' | 'cases' | 'faults'>;

async function runOn(
  systems: readonly SystemUnderTest[],
  cases: readonly TestCase[],
  slo: SloConfig | undefined,
  {
    request,
    listeners,
    blank,
    begun,
  }: { request: SessionRequest; listeners: readonly RunListener[]; blank: Blank; begun: number },
): Promise<RunReport> {
  const document = systems[0]?.contract();
  const routes = document && new AnswerChecker(document).routes;
  const meter = new SloMeter(routes);
  const coverage = routes && new CoverageCounter(routes);
  const { bail, retry, seed, salt, signal, output } = request;
  const outcome = await runAll(cases, {
    systems,
    ...(salt !== undefined && { salt }),
    bail,
    retry,
    seed,
    signal,
    artifacts: output,
    listeners,
    listen: ({ measured }) => [
      (call, reply) => {
        coverage?.count(call, reply);
        if (measured) meter.count(call, reply);
      },
    ],
  });
  return judged(
    { ...blank, target: systems[0]?.label ?? '', cases: outcome.results },
    { ...outcome, begun, signal },
    {
      ...(coverage && { coverage: coverage.report() }),
      ...(slo && { slo: meter.judge(slo) }),
    },
  );
}

function judged(
  facts: Blank,
  { stopped, begun, signal }: Pick<RunOutcome, 'stopped'> & { begun: number; signal?: AbortSignal },
  extra: Pick<RunReport, 'coverage' | 'slo'> = {},
): RunReport {
  const counts = countResults(facts.cases);
  const interrupted = stopped && (signal?.aborted ?? true);
  const isBroken = extra.slo?.some(({ outcome }) => outcome === 'broken') ?? false;
  const verdict = interrupted ? 'stopped' : counts.failed > 0 ? 'failed' : isBroken ? 'slo-broken' : 'passed';
  const exitCode = { stopped: 130, failed: 1, 'slo-broken': 4, passed: 0 }[verdict];
  return { version: 1, verdict, exitCode, ...facts, durationMs: performance.now() - begun, counts, ...extra };
}

/** Errors of the user's files are a wrong use (2); whatever else keeps a run from starting is the environment (3). */
function notRun(facts: Blank, error: unknown, begun: number): RunReport {
  const isUsage = error instanceof UserError && error.problem.exitCode === 2;
  return {
    version: 1,
    verdict: 'not-run',
    exitCode: isUsage ? 2 : 3,
    ...facts,
    faults: [faultOf(error)],
    durationMs: performance.now() - begun,
    counts: countResults([]),
  };
}

function faultOf(error: unknown): RunReport['faults'][number] {
  if (!(error instanceof UserError))
    return {
      severity: 'error',
      code: 'INTERNAL',
      message: error instanceof Error ? error.message : String(error),
      remedy: 'Run it again with DEBUG=arcube to see where.',
    };
  const { what, why, todo } = error.problem;
  return { severity: 'error', code: error.code, message: why ? `${what} ${why}` : what, remedy: todo };
}
