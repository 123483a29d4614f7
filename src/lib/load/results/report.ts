import type { Verdict } from '../../../core/slo/judge-slo.js';
import type { LoadModel } from '../arrivals/load-model.js';
import type { LoadRun } from '../engine/run-load.js';
import type { OperationRecord } from '../operation.js';
import type { Tally } from './tally.js';
import type { Timeline } from './timeline.js';
import type { Validity } from './validity.js';

/** Version of the report's form; it grows when a field changes its meaning or goes. */
const REPORT_VERSION = 1;

/** Figures of a route or of all requests. Latencies are ms, from the intended moment of sending. */
export interface Figures {
  requests: number;
  errors: number;
  throttled: number;
  unavailable: number;
  coldStarts?: number;
  outcomes: Record<string, number>;
  statuses: Record<string, number>;
  latency: Record<'mean' | 'p50' | 'p90' | 'p95' | 'p99' | 'p99.9' | 'max', number>;
  /** HDR histogram of µs, V2 compressed, base64; other engines leave none. */
  histogram?: string;
}

/** A stretch of the run. */
export interface Stretch {
  /** Begin, ms from the start. */
  atMs: number;
  requests: number;
  errors: number;
  throttled: number;
  p50: number;
  p95: number;
  p99: number;
  histogram?: string;
}

/** A timed part of what the target did, as far as it tells. */
export interface ServerSpan {
  name: string;
  kind: string;
  /** ms from the request's begin. */
  atMs: number;
  durationMs: number;
}

/** A slow request and what the target says of it. */
export interface SlowRequest {
  requestId: string;
  route: string;
  durationMs: number;
  spans: ServerSpan[];
}

/** The result of a run, as `report.json` holds it. */
export interface LoadReport {
  version: typeof REPORT_VERSION;
  /** Name of the run: its moment, e.g. `2026-11-22T18-50-03Z`. */
  run: string;
  /** ISO 8601. */
  startedAt: string;
  tookMs: number;
  target: { url: string; account?: string; region?: string; stage?: string };
  /** What made the load: `arcube`, or an engine whose results were read. */
  engine: string;
  model?: LoadModel;
  seed?: string;
  /** Stopped before its end. */
  partial: boolean;
  validity: Validity;
  /** Requests that waited because all connections were busy. */
  waited: number;
  overall: Figures;
  routes: Record<string, Figures>;
  timeline: { widthMs: number; stretches: Stretch[] };
  routeTimelines: Record<string, { widthMs: number; stretches: Stretch[] }>;
  slo: Verdict[];
  slowest: SlowRequest[];
  /** What was done to the target meanwhile. */
  operation?: OperationRecord;
  /** Remarks on the run, for people. */
  remarks: string[];
}

/** What is known of a run beside what was seen. */
export type RunFrame = Pick<
  LoadReport,
  'run' | 'startedAt' | 'target' | 'model' | 'seed' | 'validity' | 'slo' | 'slowest' | 'operation' | 'remarks'
>;

/** Puts the report of a run together. */
export function makeReport({ observation, tookMs, stopped, waited }: LoadRun, frame: RunFrame): LoadReport {
  return {
    version: REPORT_VERSION,
    engine: 'arcube',
    tookMs,
    partial: stopped,
    waited,
    ...frame,
    overall: figures(observation.overall),
    routes: Object.fromEntries([...observation.routes].map(([name, tally]) => [name, figures(tally)])),
    timeline: stretches(observation.timeline),
    routeTimelines: Object.fromEntries(
      [...observation.routeTimelines].map(([name, timeline]) => [name, stretches(timeline)]),
    ),
  };
}

/** The figures of a tally. */
export function figures(tally: Tally): Figures {
  const { requests, errors, throttled, unavailable, coldStarts, latencies } = tally;
  const at = (percent: number): number => latencies.percentile(percent);
  return {
    requests,
    errors,
    throttled,
    unavailable,
    ...(coldStarts !== undefined && { coldStarts }),
    outcomes: Object.fromEntries(tally.outcomes),
    statuses: Object.fromEntries(tally.statuses),
    latency: {
      mean: latencies.mean,
      p50: at(50),
      p90: at(90),
      p95: at(95),
      p99: at(99),
      'p99.9': at(99.9),
      max: latencies.max,
    },
    histogram: latencies.encode(),
  };
}

function stretches(timeline: Timeline): { widthMs: number; stretches: Stretch[] } {
  const list = timeline.slots().map(({ atMs, tally }) => ({
    atMs,
    requests: tally.requests,
    errors: tally.errors,
    throttled: tally.throttled,
    p50: tally.percentile(50),
    p95: tally.percentile(95),
    p99: tally.percentile(99),
    histogram: tally.latencies.encode(),
  }));
  return { widthMs: timeline.widthMs, stretches: list };
}

/** The report for a program that reads stdout; the histograms stay in the file. */
export function forPrograms(report: LoadReport): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) => (key === 'histogram' ? undefined : value)),
  ) as unknown;
}
