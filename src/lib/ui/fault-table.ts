import pc from 'picocolors';
import { columns } from './table.js';

/** Faults by function name, as the control API lists them. */
export interface FaultList {
  faults: Record<
    string,
    { latencyMs?: number; errorRate?: number; throttleRate?: number; timeoutRate?: number }
  >;
}

/** The faults that are set, one function a line. */
export function faultTable(faults: FaultList['faults']): string {
  const names = Object.entries(faults);
  if (names.length === 0) return 'No faults are set.';
  return columns(
    names.map(([name, { latencyMs, errorRate, throttleRate, timeoutRate }]) => [
      pc.bold(name),
      [
        latencyMs === undefined ? '' : `${latencyMs} ms latency`,
        percent(errorRate, 'errors'),
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
