import { relative } from 'node:path';
import pc from 'picocolors';
import type { SourcePlace } from '../../../core/diagnostics.js';
import type { CaseResult } from '../case.js';

/** A place as editors and terminals open it: relative, with line and column. */
export function placeText({ file, line, column }: SourcePlace): string {
  return `${relative('', file)}:${line}:${column}`;
}

/** A failed case for people: where, what, and how to look closer. */
export function failureText({ id, failure }: CaseResult): string {
  if (!failure) return id;
  const { step, place, message, curl, story, snapshot } = failure;
  const lines = [`${pc.red('✗')} ${pc.bold(id)}`];
  lines.push(`  ${pc.dim('step')}   ${step}${place ? `  ${pc.cyan(placeText(place))}` : ''}`);
  for (const line of message.split('\n')) lines.push(`  ${pc.red(line)}`);
  if (curl) lines.push(`  ${pc.dim('again')}  ${curl}`);
  const reason = story?.steps?.at(-1);
  if (reason) lines.push(`  ${pc.dim('why')}    ${reason.handler}: ${reason.saw}`);
  for (const log of (story?.logs ?? []).filter(({ text }) => /error|exception/i.test(text)).slice(0, 3))
    lines.push(`  ${pc.dim('log')}    ${log.functionName}: ${log.text.trim().slice(0, 300)}`);
  if (snapshot) lines.push(`  ${pc.dim('data')}   arcube dev --from-snapshot ${relative('', snapshot)}`);
  return lines.join('\n');
}
