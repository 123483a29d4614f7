import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { packageRoot } from '../../core/package-root.js';

/** Quiet load before an operation and after it, ms: what it does is seen beside what was before. */
const MARGIN_MS = 3000;

/** An operation that ran under load. */
export interface OperationRecord {
  /** Words of the command, e.g. `rotate-keys signing --yes`. */
  command: string;
  /** ms from the start of the load. */
  startedAtMs: number;
  endedAtMs: number;
  exitCode: number;
  /** The end of what it said. */
  output: string;
}

/**
 * Runs another command of ours while load goes on: a moment after the start, and load goes on for a moment after it.
 * `signal` ends it. Environment variables are handed on.
 */
export async function runOperation(
  words: readonly string[],
  environment: Record<string, string>,
  signal: AbortSignal,
): Promise<OperationRecord> {
  const began = performance.now();
  await wait(MARGIN_MS, undefined, { signal });
  const startedAtMs = performance.now() - began;
  const { exitCode = 1, all } = await execa(
    process.execPath,
    [join(packageRoot(), 'bin', 'run.js'), ...words],
    { all: true, reject: false, stdin: 'ignore', cancelSignal: signal, env: environment },
  );
  const endedAtMs = performance.now() - began;
  await wait(MARGIN_MS, undefined, { signal }).catch(() => undefined);
  return { command: words.join(' '), startedAtMs, endedAtMs, exitCode, output: all.slice(-2000) };
}
