import type { Verdict } from '../../core/slo/judge-slo.js';
import { judgeSlo } from '../../core/slo/judge-slo.js';
import type { SloConfig } from '../../core/slo/read-slo.js';
import { warmedUp } from './arrivals/load-model.js';
import { arrivalsOf } from './arrivals/profile.js';
import { routingOf } from './engine/journey-source.js';
import { type LoadOptions, type LoadRun, runLoad } from './engine/run-load.js';
import { runOperation } from './operation.js';
import { brokenForGood, type Planned } from './results/broken-for-good.js';
import type { Observation } from './results/observation.js';
import { type LoadReport, makeReport } from './results/report.js';
import { SlowRequests } from './results/slow-requests.js';
import { judgeValidity } from './results/validity.js';
import type { EmulatorView } from './target/emulator-view.js';

/** A load test: the load, what it is judged by, and what may be asked of the target beside the API. */
export interface LoadTest {
  load: LoadOptions;
  target: LoadReport['target'];
  slo: SloConfig;
  /** End as soon as an objective cannot be met any more. */
  abortEarly: boolean;
  /** The run ends when it has made this many. */
  maxRequests?: number;
  /** Lateness of the generator, ms, above which a run is not valid. */
  maxLagMs: number;
  emulator?: EmulatorView;
  /** Words of a command of ours to run under the load, which ends after it. */
  operation?: readonly string[];
  /** Remarks to keep with the run. */
  remarks: string[];
}

/** What goes on, about once a second. */
export interface LoadProgress {
  observation: Observation;
  elapsedMs: number;
}

/** Runs a load test. An abort ends it early; the report says so. Throws what the generators failed with. */
export async function loadTest(
  test: LoadTest,
  progress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadReport> {
  const { load, slo, emulator } = test;
  const startedAt = new Date();
  const coldBefore = await emulator?.coldStarts();
  const slow = new SlowRequests(emulator);
  const stop = new AbortController();
  const remarks = [...test.remarks];
  const planned = plannedRequests(load);
  const watch = (observation: Observation, elapsedMs: number): void => {
    slow.look(observation);
    progress({ observation, elapsedMs });
    const why = endEarly(test, observation, planned);
    if (why === undefined || stop.signal.aborted) return;
    remarks.push(why);
    stop.abort();
  };
  const underLoad = test.operation && runOperation(test.operation, { ARCUBE_URL: load.origin }, signal);
  underLoad?.then(
    () => stop.abort(),
    () => stop.abort(),
  );
  const run = await runLoad(load, watch, AbortSignal.any([signal, stop.signal]));
  const validity = validityOf(test, run);
  await countColdStarts(run, emulator, coldBefore);
  const operation = await underLoad?.catch(() => undefined);
  if (operation && !signal.aborted) run.stopped = false; // ended as it was meant to
  return makeReport(run, {
    ...(operation && { operation }),
    run: startedAt.toISOString().slice(0, 19).replaceAll(':', '-').concat('Z'),
    startedAt: startedAt.toISOString(),
    target: test.target,
    model: load.model,
    seed: load.seed,
    validity,
    slo: verdicts(slo, run),
    slowest: await slow.found(),
    remarks,
  });
}

function verdicts(slo: SloConfig, { observation }: LoadRun): Verdict[] {
  return judgeSlo(slo, observation.overall, observation.routes).filter(
    // a file speaks of all routes; a run is judged by those that it calls
    ({ scope, outcome }) => scope === 'overall' || outcome !== 'unmeasured' || observation.routes.has(scope),
  );
}

function validityOf({ load, maxLagMs }: LoadTest, run: LoadRun) {
  const { observation, begun, sentForMs, stopped } = run;
  const model = warmedUp(load.model, load.warmUpMs);
  return judgeValidity({ model, lag: observation.lag, begun, sentForMs, stopped, maxLagMs });
}

async function countColdStarts(
  { observation }: LoadRun,
  emulator: EmulatorView | undefined,
  before: number | undefined,
): Promise<void> {
  const after = await emulator?.coldStarts();
  if (before !== undefined && after !== undefined) observation.overall.coldStarts = after - before;
}

/** Most requests of an open run without retries; undefined where nobody can know. */
function plannedRequests({ model, source, retries }: LoadOptions): Planned | undefined {
  if (model.kind !== 'open' || retries || model.spacing !== 'even') return undefined;
  const journeys = arrivalsOf(model.profile);
  const { perJourney } = routingOf(source);
  const routes = [...perJourney].map(([route, n]): [string, number] => [route, Math.ceil(n * journeys)]);
  return { overall: routes.reduce((sum, [, n]) => sum + n, 0), routes: new Map(routes) };
}

function endEarly(test: LoadTest, seen: Observation, planned: Planned | undefined): string | undefined {
  const { requests } = seen.overall;
  if (test.maxRequests !== undefined && requests >= test.maxRequests)
    return `Ended after ${requests} requests: the budget is ${test.maxRequests}.`;
  const [broken] = test.abortEarly && planned ? brokenForGood(test.slo, seen, planned) : [];
  return broken && `Ended early: ${broken.measure} of ${broken.scope} could not be met any more.`;
}
