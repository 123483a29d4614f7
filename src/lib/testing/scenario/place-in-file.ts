import type { SourcePlace } from '../../../core/diagnostics.js';

/** The topmost stack frame of an error that lies in `file`: where the author of a scenario wants to look. */
export function placeInFile(error: unknown, file: string): SourcePlace | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const frame = error.stack.split('\n').find((line) => line.includes(`${file}:`));
  return frame === undefined ? undefined : placeOfFrame(frame, file);
}

/** Reads `… (/path/file.ts:12:5)` or `at file:///path/file.ts:12:5`. */
export function placeOfFrame(frame: string, file: string): SourcePlace | undefined {
  const [, line, column] = /:(\d+):(\d+)\)?$/.exec(frame.trim()) ?? [];
  return line === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}
