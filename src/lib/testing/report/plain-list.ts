import pc from 'picocolors';
import type { CaseResult } from '../case.js';
import type { RunListener } from '../run/events.js';

/** One line per case, as it ends: for logs of a CI, and for terminals that cannot move the cursor. */
export function plainList(print: (line: string) => void): RunListener {
  return { caseEnded: (result) => print(caseLine(result)) };
}

/** `✓ scenarios/order.yaml: Order an eSIM (41 ms)` */
export function caseLine({ outcome, flaky, id, durationMs, attempts, reason }: CaseResult): string {
  const took = pc.dim(`(${Math.round(durationMs)} ms)`);
  if (outcome === 'skipped') return `${pc.yellow('-')} ${id} ${pc.dim(reason ?? '')}`;
  if (outcome === 'failed') return `${pc.red('✗')} ${id} ${took}`;
  return `${pc.green('✓')} ${id} ${took}${flaky ? pc.yellow(` at try ${attempts}`) : ''}`;
}
