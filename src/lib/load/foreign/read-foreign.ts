import type { Figures, LoadReport, Stretch } from '../results/report.js';
import { fromArtillery, isArtillery } from './from-artillery.js';
import { fromK6, isK6 } from './from-k6.js';

/** What another engine measured. */
export interface ForeignResult {
  engine: string;
  /** ISO 8601; undefined where the engine does not say. */
  startedAt?: string;
  tookMs: number;
  overall: Figures;
  routes: Record<string, Figures>;
  timeline?: { widthMs: number; stretches: Stretch[] };
}

/** Reads results of k6 or Artillery as a report of ours; undefined for anything else. @param name of the run */
export function readForeign(data: unknown, name: string): LoadReport | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const result = isK6(data) ? fromK6(data) : isArtillery(data) ? fromArtillery(data) : undefined;
  if (!result) return undefined;
  const { engine, startedAt = '', tookMs, overall, routes, timeline } = result;
  return {
    version: 1,
    run: name,
    startedAt,
    tookMs,
    target: { url: '' },
    engine,
    partial: false,
    validity: { valid: true, reasons: [], lagP99: 0, lagMax: 0 },
    waited: 0,
    overall,
    routes,
    timeline: timeline ?? { widthMs: tookMs, stretches: [] },
    routeTimelines: {},
    slo: [],
    slowest: [],
    remarks: [
      `Measured by ${engine}: latency counts from the sending of each request, as that engine has it.`,
    ],
  };
}
