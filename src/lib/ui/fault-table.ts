import pc from 'picocolors';
import { columns } from './table.js';

interface ShownFault {
  latencyMs?: number;
  errorRate?: number;
  errorCode?: string;
  throttleRate?: number;
  timeoutRate?: number;
}

/** Faults by target, as the control API lists them. */
export interface FaultList {
  faults: Record<string, ShownFault>;
}

/** The faults that are set, one target a line. */
export function faultTable(faults: FaultList['faults']): string {
  const names = Object.entries(faults);
  if (names.length === 0) return 'No faults are set.';
  return columns(
    names.map(([name, { latencyMs, errorRate, errorCode, throttleRate, timeoutRate }]) => [
      pc.bold(name),
      [
        latencyMs === undefined ? '' : `${latencyMs} ms latency`,
        percent(errorRate, errorCode === undefined ? 'errors' : `errors (${errorCode})`),
        percent(throttleRate, 'throttled'),
        percent(timeoutRate, 'timeouts'),
      ]
        .filter(Boolean)
        .join(', '),
    ]),
  );
}

function percent(share: number | undefined, what: string): string {
  return share === undefined ? '' : `${Math.round(share * 1000) / 10} % ${what}`;
}
