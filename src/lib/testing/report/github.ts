import { relative } from 'node:path';
import type { SourcePlace } from '../../../core/diagnostics.js';
import type { RunReport } from './report.js';

/** Workflow commands that put each failure beside its line in a pull request. */
export function githubCommands({ cases, faults, slo = [] }: RunReport): string[] {
  const failures = cases.flatMap(({ id, failure }) =>
    failure ? [command('error', failure.place, id, `${failure.step}: ${failure.message}`)] : [],
  );
  const broken = slo
    .filter(({ outcome }) => outcome === 'broken')
    .map(({ scope, measure }) => command('error', undefined, 'SLO', `${scope}: ${measure} is broken`));
  const remarks = faults.map(({ severity, place, code, message, remedy }) =>
    command(severity, place, code, `${message} ${remedy}`),
  );
  return [...remarks, ...failures, ...broken];
}

/** The run as Markdown, for the summary of a workflow. */
export function githubSummary({ cases, counts, durationMs, seed, target, verdict }: RunReport): string {
  const rows = cases
    .filter(({ outcome }) => outcome === 'failed')
    .map(
      ({ id, failure }) => `| ${cell(id)} | ${cell(failure?.step ?? '')} | ${cell(failure?.message ?? '')} |`,
    );
  const table = rows.length > 0 ? ['', '| case | step | why |', '|---|---|---|', ...rows] : [];
  const line = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${(durationMs / 1000).toFixed(1)} s against ${cell(target)}; seed \`${cell(seed)}\``;
  return [`### arcube test: ${verdict}`, '', line, ...table, ''].join('\n');
}

function command(kind: string, place: SourcePlace | undefined, title: string, message: string): string {
  const where = place
    ? `file=${property(relative('', place.file))},line=${place.line},col=${place.column},`
    : '';
  return `::${kind} ${where}title=${property(title)}::${data(message)}`;
}

/** Escapes as GitHub's runner undoes them. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function cell(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('|', '\\|')
    .replaceAll('\n', '<br>')
    .slice(0, 1000);
}
