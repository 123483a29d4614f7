import pc from 'picocolors';
import type { Verdict } from '../../../core/slo/judge-slo.js';
import { columns } from '../../ui/table.js';
import type { Probe } from '../find-limit.js';
import type { Difference } from '../results/compare.js';
import type { LoadReport } from '../results/report.js';
import { ms, percent, verdictWord } from './words.js';

/** The report for the terminal. */
export function reportText(report: LoadReport): string {
  const { overall, tookMs, validity, partial, remarks, waited } = report;
  const parts = [
    `${pc.bold(report.target.url)}  ${overall.requests} requests in ${(tookMs / 1000).toFixed(1)} s (${((overall.requests / tookMs) * 1000).toFixed(1)}/s)`,
    routeRows(report),
  ];
  const kinds = Object.entries(overall.outcomes).filter(([name]) => name !== 'ok');
  if (kinds.length > 0) parts.push(kinds.map(([name, n]) => `${pc.yellow(name)} ${n}`).join('  '));
  if (report.slo.length > 0) parts.push(sloRows(report.slo));
  if (report.operation) parts.push(operationRows(report));
  if (waited > 0)
    parts.push(pc.dim(`${waited} requests waited for a free connection; --connections allows more.`));
  parts.push(...remarks.map((remark) => pc.dim(remark)));
  if (partial) parts.push(pc.yellow('Stopped before its end: the figures are partial.'));
  if (!validity.valid)
    parts.push(`${pc.red('Not valid:')} ${validity.reasons.join(' ')} It says nothing of the target.`);
  return parts.join('\n\n');
}

function routeRows({ overall, routes }: LoadReport): string {
  const header = ['route', 'requests', 'p50', 'p95', 'p99', 'p99.9', 'most', 'failed', 'throttled'].map(
    pc.dim,
  );
  const rows = Object.entries({ ...routes, ...(Object.keys(routes).length > 1 && { overall }) }).map(
    ([name, { requests, latency, errors, throttled }]) => [
      pc.cyan(name),
      String(requests),
      ms(latency.p50),
      ms(latency.p95),
      ms(latency.p99),
      ms(latency['p99.9']),
      ms(latency.max),
      paintShare(errors, requests),
      paintShare(throttled, requests),
    ],
  );
  return columns([header, ...rows]);
}

function paintShare(n: number, of: number): string {
  const text = percent(n, of);
  return n === 0 ? text : pc.yellow(text);
}

/** What an operation under load did to the callers, second by second where it did anything. */
function operationRows({ operation, timeline }: LoadReport): string {
  if (!operation) return '';
  const { command, startedAtMs, endedAtMs, exitCode } = operation;
  const took = `from second ${(startedAtMs / 1000).toFixed(1)} to ${(endedAtMs / 1000).toFixed(1)}`;
  const outcome = exitCode === 0 ? pc.green('ended well') : pc.red(`failed with ${exitCode}`);
  const refused = timeline.stretches.filter(({ errors, throttled }) => errors + throttled > 0);
  const rows = refused.map(({ atMs, requests, errors, throttled }) => [
    `  second ${atMs / 1000}`,
    pc.red(`${errors} refused or failed`),
    `${throttled} throttled`,
    pc.dim(`of ${requests}`),
  ]);
  const seen = rows.length === 0 ? pc.green('No request was refused.') : columns(rows);
  return `${pc.bold(command)} ${outcome} (${took})\n${seen}`;
}

/** Objectives, one a line. */
export function sloRows(verdicts: readonly Verdict[]): string {
  const paint = { met: pc.green, broken: pc.red, unmeasured: pc.dim };
  const rows = verdicts.map(({ scope, measure, limit, measured, unit, outcome }) => {
    const show = (value: number): string => (unit === 'ms' ? ms(value) : percent(value, 1));
    const sign = measure === 'availability' ? '≥' : '≤';
    const seen = measured === undefined ? '–' : show(measured);
    return [paint[outcome](verdictWord(outcome)), pc.cyan(scope), measure, `${sign} ${show(limit)}`, seen];
  });
  return columns(rows);
}

/** Differences between two runs, those that are real first. */
export function differenceText(differences: readonly Difference[]): string {
  const paint = { better: pc.green, worse: pc.red, same: pc.dim };
  const rows = differences.map(({ scope, measure, before, after, low, high, verdict }) => {
    const latency = measure.startsWith('p');
    const show = (value: number): string => (latency ? ms(value) : percent(value, 1));
    const signed = (value: number): string => `${value < 0 ? '−' : '+'}${show(Math.abs(value))}`;
    return [
      paint[verdict](verdict),
      pc.cyan(scope),
      measure,
      `${show(before)} → ${show(after)}`,
      pc.dim(`${signed(low)} … ${signed(high)}`),
    ];
  });
  return columns([['', 'scope', 'measure', 'before → after', '95 % interval'].map(pc.dim), ...rows]);
}

/** Rates that were tried, one a line. */
export function limitText(probes: readonly Probe[]): string {
  const rows = probes.map(({ rate, ok, why = '' }) => [
    ok ? pc.green('holds') : pc.red('breaks'),
    `${rate}/s`,
    pc.dim(why),
  ]);
  return columns(rows);
}
