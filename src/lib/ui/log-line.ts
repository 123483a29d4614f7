import pc from 'picocolors';

/** The parts of a log line that are shown. Time is epoch ms on the emulator's clock. */
export interface ShownLog {
  time: number;
  functionName: string;
  requestId?: string;
  text: string;
}

/** A line of a function's log: time, function, text. */
export function logLine({ time, functionName, text }: ShownLog): string {
  const clock = new Date(time).toISOString().slice(11, 23);
  return `${pc.dim(clock)} ${pc.cyan(functionName)} ${text.replace(/\n$/, '').replaceAll('\n', '\n  ')}`;
}
