import type { ShowPhase } from '../rotation/drive.js';
import { jsonPart, listPart, type PrintEvent } from './progress.js';
import { PHASE_TITLES } from './rotation-text.js';

/** Phases as events: `phase`, `step`, `wait`, `phase-done`. */
export function jsonProgress(print: PrintEvent): ShowPhase {
  return (phase, work) => jsonPart(print, 'phase', { phase }, work);
}

/** Phases as a list of tasks, waits with the time left. */
export function listProgress(now: () => number): ShowPhase {
  return (phase, work) => listPart(PHASE_TITLES[phase], now, work);
}
