import pc from 'picocolors';
import { shown } from '../../../core/scenario/match.js';
import type { Difference } from './compare-runs.js';

/** The differences for people, case by case. */
export function differencesText(differences: readonly Difference[], a: string, b: string): string {
  if (differences.length === 0) return pc.green(`${a} and ${b} behave alike.`);
  const lines: string[] = [];
  let last = '';
  for (const { caseId, at, what, a: one, b: other } of differences) {
    const head = `${caseId}${at ? `\n  ${pc.dim(at)}` : ''}`;
    if (head !== last) lines.push(head);
    last = head;
    lines.push(`    ${pc.bold(what)}  ${pc.red(`A ${shown(one)}`)}  ${pc.green(`B ${shown(other)}`)}`);
  }
  const count = differences.length === 1 ? '1 difference' : `${differences.length} differences`;
  return `${lines.join('\n')}\n\n${pc.red(count)} between A, ${a}, and B, ${b}.`;
}
