import { readFileSync } from 'node:fs';
import { builtFile } from '../../../core/package-root.js';
import type { Measure, Objectives, SloConfig } from '../../../core/slo/read-slo.js';
import type { LoadModel } from '../arrivals/load-model.js';
import type { Phase } from '../arrivals/profile.js';
import type { LoadPlan } from './plan.js';

/** Virtual users that are made ready for each request a second: how long a journey may take before more are made. */
const SECONDS_READY = 2;

/**
 * A k6 script of a plan: one file, which needs `ARCUBE_CLIENT_ID` and `ARCUBE_CLIENT_SECRET` in its environment
 * (`ARCUBE_TARGET` and `ARCUBE_SUMMARY` may be there) and leaves a summary for `arcube load-test report`.
 */
export function k6Script(plan: LoadPlan, model: LoadModel, slo: SloConfig): string {
  const routes = [...new Set(plan.journeys.flatMap(({ steps }) => steps.map(({ route }) => route)))];
  const options = {
    scenarios: { arcube: executor(model) },
    thresholds: thresholds(slo, routes),
    summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'p(99)', 'p(99.9)', 'count'],
  };
  const head = `// Written by \`arcube load-test --emit k6\`. Run it with
//   k6 run -e ARCUBE_CLIENT_ID=… -e ARCUBE_CLIENT_SECRET=… SCRIPT
// and read what it leaves with \`arcube load-test report summary.json\`.
const ARCUBE_PLAN = ${JSON.stringify({ ...plan, options }, null, 2)};
`;
  return head + readFileSync(builtFile('src/lib/load/emit/k6.runtime.js'), 'utf8');
}

/** https://grafana.com/docs/k6/latest/using-k6/scenarios/executors/ramping-arrival-rate/ */
function executor(model: LoadModel): Record<string, unknown> {
  if (model.kind === 'closed')
    return { executor: 'constant-vus', vus: model.users, duration: `${model.durationMs}ms` };
  const phases = model.profile.kind === 'rates' ? model.profile.phases : [];
  // rates are whole numbers there: a minute's worth keeps the fractions of a second's
  const perMinute = (rate: number): number => Math.round(rate * 60);
  const peak = Math.max(...phases.flatMap(({ from, to }) => [from, to]), 1);
  return {
    executor: 'ramping-arrival-rate',
    startRate: perMinute(phases[0]?.from ?? 0),
    timeUnit: '1m',
    preAllocatedVUs: Math.ceil(peak * SECONDS_READY),
    maxVUs: Math.ceil(peak * SECONDS_READY * 10),
    stages: phases.flatMap((phase, index) => stages(phase, phases[index - 1], perMinute)),
  };
}

/** A step of the rate is a stage of no length. */
function stages(
  { durationMs, from, to }: Phase,
  before: Phase | undefined,
  perMinute: (rate: number) => number,
): { target: number; duration: string }[] {
  const jump = before && before.to !== from ? [{ target: perMinute(from), duration: '0s' }] : [];
  return [...jump, { target: perMinute(to), duration: `${durationMs}ms` }];
}

const TRENDS: Partial<Record<Measure, string>> = {
  p50: 'med',
  p95: 'p(95)',
  p99: 'p(99)',
  'p99.9': 'p(99.9)',
};

/** Service levels as thresholds; routes without one get an empty list, for k6 keeps only what a threshold names. */
function thresholds(slo: SloConfig, routes: readonly string[]): Record<string, string[]> {
  const all: Record<string, string[]> = { ...rules(slo.overall ?? {}, '') };
  for (const route of routes) {
    const tag = `{route:${route}}`;
    const kept = Object.fromEntries(
      ['http_req_duration', 'http_reqs', 'http_req_failed', 'arcube_throttled', 'arcube_unavailable'].map(
        (metric) => [metric + tag, [] as string[]],
      ),
    );
    Object.assign(all, kept, rules({ ...slo.defaults, ...slo.routes?.[route] }, tag));
  }
  return all;
}

function rules(objectives: Objectives, tag: string): Record<string, string[]> {
  const made: Record<string, string[]> = {};
  const add = (metric: string, rule: string): void => {
    made[metric + tag] = [...(made[metric + tag] ?? []), rule];
  };
  for (const [measure, text] of Object.entries(objectives)) {
    const trend = TRENDS[measure as Measure];
    const number = Number.parseFloat(text);
    if (trend) add('http_req_duration', `${trend}<=${text.endsWith('ms') ? number : number * 1000}`);
    if (measure === 'errorRate') add('http_req_failed', `rate<=${Number(text.replace('%', 'e-2'))}`);
  }
  return made;
}
