import type { Ids } from '../../../core/ids.js';
import { Latencies } from './latencies.js';
import type { Figures, LoadReport, Stretch } from './report.js';

/** One figure of two runs beside each other. */
export interface Difference {
  /** `overall` or the route. */
  scope: string;
  measure: 'p50' | 'p95' | 'p99' | 'errorRate' | 'throttleRate';
  /** ms, or a share from 0 to 1. */
  before: number;
  after: number;
  /** 95 % confidence interval of after − before. */
  low: number;
  high: number;
  verdict: 'better' | 'worse' | 'same';
}

const QUANTILES = { p50: 50, p95: 95, p99: 99 } as const;
const ROUNDS = 400;
/** Blocks of the bootstrap: more cost time and say no more. */
const MOST_BLOCKS = 60;
/** A difference below this share of the figure is of no interest, however sure it is. */
const SMALLEST = 0.02;

/**
 * Compares two runs, route by route. Latencies: the difference of each percentile with a 95 % interval from a
 * bootstrap over stretches of time, since requests close to each other are alike and must not count as independent
 * (block bootstrap). Rates: the two-proportion interval. Only a difference whose interval leaves out zero is called one.
 */
export function compareReports(before: LoadReport, after: LoadReport, ids: Ids): Difference[] {
  const scopes = Object.keys(after.routes).filter((route) => before.routes[route]);
  const differences = compareScope('overall', whole(before), whole(after), ids);
  for (const route of scopes)
    differences.push(...compareScope(route, part(before, route), part(after, route), ids));
  return differences;
}

interface Side {
  figures: Figures;
  stretches: Stretch[];
}

function whole({ overall, timeline }: LoadReport): Side {
  return { figures: overall, stretches: timeline.stretches };
}

function part({ routes, routeTimelines }: LoadReport, route: string): Side {
  return { figures: routes[route] as Figures, stretches: routeTimelines[route]?.stretches ?? [] };
}

function compareScope(scope: string, before: Side, after: Side, ids: Ids): Difference[] {
  const draws = bootstrap(before.stretches, after.stretches, ids);
  const latencies = Object.keys(QUANTILES).map((name) => {
    const measure = name as keyof typeof QUANTILES;
    const [a, b] = [before.figures.latency[measure], after.figures.latency[measure]];
    const [low, high] = interval(draws.map((draw) => draw[measure]));
    return { scope, measure, before: a, after: b, low, high, verdict: judge(low, high, a) };
  });
  return [...latencies, rate(scope, 'errorRate', before, after), rate(scope, 'throttleRate', before, after)];
}

type Draw = Record<keyof typeof QUANTILES, number>;

/** Differences of the percentiles of runs put together from stretches drawn with replacement. */
function bootstrap(before: readonly Stretch[], after: readonly Stretch[], ids: Ids): Draw[] {
  const [a, b] = [decode(before), decode(after)];
  if (a.length === 0 || b.length === 0) return [];
  return Array.from({ length: ROUNDS }, () => {
    const [x, y] = [drawn(a, ids), drawn(b, ids)];
    const entries = Object.entries(QUANTILES).map(([name, percent]) => [
      name,
      y.percentile(percent) - x.percentile(percent),
    ]);
    return Object.fromEntries(entries) as Draw;
  });
}

/** The stretches' histograms, neighbours merged until there are at most `MOST_BLOCKS`. */
function decode(stretches: readonly Stretch[]): Latencies[] {
  const filled = stretches.filter(({ requests, histogram }) => requests > 0 && histogram !== undefined);
  const each = Math.ceil(filled.length / MOST_BLOCKS);
  const blocks: Latencies[] = [];
  for (const [index, { histogram }] of filled.entries()) {
    if (index % each === 0) blocks.push(new Latencies(2));
    blocks.at(-1)?.merge(Latencies.decode(histogram as string));
  }
  return blocks;
}

function drawn(blocks: readonly Latencies[], ids: Ids): Latencies {
  const sum = new Latencies(2);
  for (let n = 0; n < blocks.length; n++)
    sum.merge(blocks[Math.floor(ids.random() * blocks.length)] as Latencies);
  return sum;
}

function interval(values: number[]): [number, number] {
  if (values.length === 0) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] as number;
  return [at(0.025), at(0.975)];
}

/** Two proportions with Agresti and Caffo's correction: it holds for rates near 0, as error rates are. */
function rate(scope: string, measure: 'errorRate' | 'throttleRate', before: Side, after: Side): Difference {
  const of = ({ figures }: Side): number => (measure === 'errorRate' ? figures.errors : figures.throttled);
  const [n1, n2] = [before.figures.requests, after.figures.requests];
  const [p1, p2] = [(of(before) + 1) / (n1 + 2), (of(after) + 1) / (n2 + 2)];
  const spread = 1.96 * Math.sqrt((p1 * (1 - p1)) / (n1 + 2) + (p2 * (1 - p2)) / (n2 + 2));
  const [low, high] = [p2 - p1 - spread, p2 - p1 + spread];
  const [a, b] = [share(of(before), n1), share(of(after), n2)];
  return { scope, measure, before: a, after: b, low, high, verdict: judge(low, high, 0) };
}

function share(n: number, of: number): number {
  return of === 0 ? 0 : n / of;
}

function judge(low: number, high: number, before: number): Difference['verdict'] {
  const least = before * SMALLEST;
  if (low > 0 && high > least) return 'worse';
  if (high < 0 && low < -least) return 'better';
  return 'same';
}
