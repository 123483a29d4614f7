import { parseDuration } from '../../../../core/duration.js';
import type { Measure, Objectives, SloConfig } from '../../../../core/slo/read-slo.js';
import type { Traffic } from '../../../aws/traffic-metrics.js';

/** What CloudWatch has counted since a canary began. */
export interface CanaryFigures {
  /** The API's stage: old and new version together. */
  stage?: Traffic | undefined;
  /** The same for a while before the new versions had any. */
  before?: Pick<Traffic, 'requests' | 'errors'> | undefined;
  /** New versions, each with the routes that it serves; none for a function that serves no route of the API. */
  versions: { name: string; routes: readonly string[]; traffic: Traffic }[];
}

/** One objective held against what was seen. Limits and figures are ms, or shares from 0 to 1. */
export interface CanaryVerdict {
  /** `the API`, or `function:version`. */
  scope: string;
  measure: Measure;
  limit: number;
  unit: 'ms' | 'share';
  requests: number;
  /** Left out where there were no requests. */
  measured?: number;
  /** `too-few`: what was seen of so few requests may be chance. */
  outcome: 'met' | 'broken' | 'too-few';
}

/** Percentages that a percentile leaves above it, by the measures that CloudWatch can tell of. */
const ABOVE: Partial<Record<Measure, number>> = { p50: 0.5, p95: 0.05, p99: 0.01, 'p99.9': 0.001 };
/** Fewest requests above a percentile that make it more than a few bad moments. */
const LEAST_ABOVE = 3;
/** Fewest requests that say anything, as the test runner has it. */
const LEAST = 20;
/** A share of errors is broken when chance alone would bring as many less often than this. */
const CHANCE = 0.01;

/**
 * Judges a canary: the stage by the objectives for all requests, each new version by those of the routes it serves (the
 * most generous of them: which route a slow call was for is not known).
 */
export function judgeCanary(slo: SloConfig, { stage, before, versions }: CanaryFigures): CanaryVerdict[] {
  const verdicts = stage ? judgeScope('the API', slo.overall ?? {}, stage) : [];
  const fresh = versions.reduce((sum, { traffic }) => sum + traffic.requests, 0);
  if (stage && before) verdicts.push(...judgeExcess(slo.overall ?? {}, stage, before, fresh));
  for (const { name, routes, traffic } of versions)
    verdicts.push(...judgeScope(name, objectivesOf(slo, routes), traffic));
  return verdicts;
}

/** True when an objective is broken that time will not mend: latencies of a cold start are given another look. */
export function isBroken(verdicts: readonly CanaryVerdict[], before: readonly CanaryVerdict[]): boolean {
  const wasBroken = new Set(before.filter(({ outcome }) => outcome === 'broken').map(nameOf));
  return verdicts.some(
    (one) => one.outcome === 'broken' && (one.unit === 'share' || wasBroken.has(nameOf(one))),
  );
}

function nameOf({ scope, measure }: CanaryVerdict): string {
  return `${measure} of ${scope}`;
}

/** The objectives that a version's own calls can be held against. */
function objectivesOf(slo: SloConfig, routes: readonly string[]): Objectives {
  if (routes.length === 0) return pick(slo.overall ?? {}, ['errorRate', 'availability']);
  const each = routes.map((route) => ({ ...slo.overall, ...slo.defaults, ...slo.routes?.[route] }));
  const [first = {}, ...others] = each;
  return others.reduce(generous, first);
}

function pick(objectives: Objectives, names: Measure[]): Objectives {
  return Object.fromEntries(Object.entries(objectives).filter(([name]) => names.includes(name as Measure)));
}

/** What both promise, each in its weaker form. */
function generous(one: Objectives, other: Objectives): Objectives {
  const weaker: Objectives = {};
  for (const [name, text] of Object.entries(one)) {
    const measure = name as Measure;
    const second = other[measure];
    if (second === undefined) continue;
    const first = limitOf(measure, text);
    const keepFirst =
      measure === 'availability' ? first <= limitOf(measure, second) : first >= limitOf(measure, second);
    weaker[measure] = keepFirst ? text : second;
  }
  return weaker;
}

function limitOf(measure: Measure, text: string): number {
  return ABOVE[measure] === undefined ? Number(text.replace('%', 'e-2')) : parseDuration(text);
}

function judgeScope(scope: string, objectives: Objectives, traffic: Traffic): CanaryVerdict[] {
  const { requests } = traffic;
  const verdicts: CanaryVerdict[] = [];
  for (const [name, text] of Object.entries(objectives)) {
    const measure = name as Measure;
    const limit = limitOf(measure, text);
    if (ABOVE[measure] !== undefined)
      verdicts.push({
        scope,
        measure,
        limit,
        unit: 'ms',
        requests,
        ...latencyVerdict(measure, limit, traffic),
      });
    else if (measure === 'errorRate' || measure === 'availability')
      verdicts.push({
        scope,
        measure,
        limit,
        unit: 'share',
        requests,
        ...shareVerdict(measure, limit, traffic),
      });
    // throttling and cold starts are nothing that CloudWatch tells by version
  }
  return verdicts;
}

/**
 * Answers of 5xx that a function gives of its own accord are no errors to Lambda: only the API counts them, for old and
 * new versions together. What the old ones would have brought, as often as before, is taken off; the rest is laid at the
 * new ones' door. Of few requests before, as many errors are taken to be usual as the objective allows.
 */
function judgeExcess(
  { errorRate }: Objectives,
  stage: Traffic,
  before: Pick<Traffic, 'requests' | 'errors'>,
  fresh: number,
): CanaryVerdict[] {
  const requests = Math.min(fresh, stage.requests);
  if (errorRate === undefined || requests === 0) return [];
  const limit = limitOf('errorRate', errorRate);
  const usual = Math.min(limit, (before.errors + 1) / (before.requests + 1));
  const expected = usual * (stage.requests - requests);
  const measured = Math.min(1, Math.max(0, stage.errors - expected) / requests);
  const most = expected + limit * requests;
  const clear = requests >= LEAST && byChance(stage.errors, stage.requests, most / stage.requests) < CHANCE;
  const outcome = stage.errors > most && clear ? 'broken' : requests < LEAST ? 'too-few' : 'met';
  return [{ scope: 'new versions', measure: 'errorRate', limit, unit: 'share', requests, measured, outcome }];
}

type Judged = Pick<CanaryVerdict, 'measured' | 'outcome'>;

function latencyVerdict(measure: Measure, limit: number, { requests, latency }: Traffic): Judged {
  const measured = latency[measure];
  const needed = Math.max(LEAST, LEAST_ABOVE / (ABOVE[measure] ?? 1));
  if (measured === undefined) return { outcome: 'too-few' };
  if (measured <= limit) return { measured, outcome: requests < LEAST ? 'too-few' : 'met' };
  return { measured, outcome: requests < needed ? 'too-few' : 'broken' };
}

function shareVerdict(measure: Measure, limit: number, { requests, errors }: Traffic): Judged {
  if (requests === 0) return { outcome: 'too-few' };
  const share = errors / requests;
  const allowed = measure === 'availability' ? 1 - limit : limit;
  const measured = measure === 'availability' ? 1 - share : share;
  const few = requests < LEAST;
  // in whole requests, so that 99.5 % and 0.5 % are the same promise whatever floating point makes of them
  if (errors <= allowed * requests + 1e-9) return { measured, outcome: few ? 'too-few' : 'met' };
  return { measured, outcome: few || byChance(errors, requests, allowed) >= CHANCE ? 'too-few' : 'broken' };
}

/** How likely `errors` or more of `requests` are when each fails with probability `share`: the binomial's upper tail. */
export function byChance(errors: number, requests: number, share: number): number {
  if (errors <= 0) return 1;
  if (share <= 0 || errors > requests) return 0;
  if (share >= 1) return 1;
  // from the end that has fewer terms, in logarithms: factorials of many requests have no number
  let term = requests * Math.log1p(-share);
  let below = Math.exp(term);
  for (let k = 1; k < errors; k++) {
    term += Math.log((requests - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    below += Math.exp(term);
    if (below >= 1) return 0;
  }
  return Math.max(0, 1 - below);
}
