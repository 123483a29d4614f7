import pc from 'picocolors';
import type { Comparison, Difference } from '../replay/compare.js';

/** What a replay shows. */
export interface ShownReplay extends Comparison {
  method: string;
  path: string;
  target: string;
  status: { before: number; after: number };
  durationMs: number;
}

/** Differences that are listed; the rest is counted. */
const SHOWN = 40;
const LONGEST = 160;

/** A replay as text: the request, each difference with the old value and the new, the verdict. */
export function replayText(replay: ShownReplay): string {
  const { method, path, target, status, durationMs, differences, generated, same } = replay;
  const codes = status.before === status.after ? `${status.after}` : `${status.before} → ${status.after}`;
  const lines = [
    `${pc.bold(method)} ${path.replace(/\?.*$/s, '?…')} ${pc.dim('at')} ${target} ${codes} ${Math.round(durationMs)} ms`,
  ];
  for (const one of differences.slice(0, SHOWN)) lines.push(differenceText(one));
  if (differences.length > SHOWN) lines.push(pc.dim(`… and ${differences.length - SHOWN} more`));
  if (generated.length > 0)
    lines.push(
      pc.dim(`${generated.length} ids, times and tokens differ, as they must; --strict counts them.`),
    );
  lines.push(same ? pc.green('The answers are the same.') : pc.red(verdict(differences)));
  return lines.join('\n');
}

function differenceText(one: Difference): string {
  const place = [one.where, one.path].filter(Boolean).join(' ');
  const lines = [pc.bold(place)];
  if ('before' in one) lines.push(pc.red(`  - ${valueText(one.before)}`));
  if ('after' in one) lines.push(pc.green(`  + ${valueText(one.after)}`));
  return lines.join('\n');
}

function valueText(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? 'undefined');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}

function verdict(differences: Difference[]): string {
  const count = differences.length;
  return `The answers differ in ${count} ${count === 1 ? 'place' : 'places'}.`;
}
