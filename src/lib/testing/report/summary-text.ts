import pc from 'picocolors';
import { diagnosticText } from '../../ui/diagnostic-text.js';
import { columns } from '../../ui/table.js';
import type { Coverage } from '../contract/coverage.js';
import { failureText } from './failure-text.js';
import type { RunReport } from './report.js';

/** What is printed at the end of a run: failures, coverage, objectives, counts. */
export function summaryText(report: RunReport): string {
  const parts = [
    ...report.faults.map(diagnosticText),
    ...report.cases.filter(({ outcome }) => outcome === 'failed').map(failureText),
  ];
  if (report.coverage && report.coverage.called > 0) parts.push(coverageLine(report.coverage));
  const slo = sloText(report);
  if (slo) parts.push(slo);
  parts.push(countsText(report));
  return parts.join('\n\n');
}

function coverageLine({ called, total, statusesSeen, statusesDeclared, operations }: Coverage): string {
  const missed = operations.filter(({ calls }) => calls === 0).map(({ route }) => route);
  const rest = missed.length > 0 && missed.length <= 6 ? pc.dim(`; not called: ${missed.join(', ')}`) : '';
  return `${pc.bold('Contract')}  ${called} of ${total} operations called, ${statusesSeen} of ${statusesDeclared} declared statuses seen${rest}`;
}

/** Objectives that were broken, or that all were met. */
function sloText({ slo }: RunReport): string | undefined {
  const judged = slo?.filter(({ outcome }) => outcome !== 'unmeasured') ?? [];
  if (judged.length === 0) return undefined;
  const broken = judged.filter(({ outcome }) => outcome === 'broken');
  if (broken.length === 0) return `${pc.bold('SLO')}       ${judged.length} objectives met`;
  const shown = (value: number, unit: string) =>
    unit === 'ms' ? `${Math.round(value)} ms` : `${Math.round(value * 10_000) / 100} %`;
  const rows = broken.map(({ scope, measure, limit, measured = 0, unit }) => [
    pc.red('broken'),
    scope,
    measure,
    `${shown(measured, unit)}, promised ${shown(limit, unit)}`,
  ]);
  return `${pc.bold('SLO')}\n${columns(rows, 2, '  ')}`;
}

function countsText({ counts, durationMs, seed, verdict }: RunReport): string {
  const parts = [
    counts.failed > 0 ? pc.red(`${counts.failed} failed`) : '',
    pc.green(`${counts.passed} passed`),
    counts.skipped > 0 ? pc.yellow(`${counts.skipped} skipped`) : '',
    counts.flaky > 0 ? pc.yellow(`${counts.flaky} flaky`) : '',
  ].filter(Boolean);
  const stopped = verdict === 'stopped' ? pc.yellow('stopped, ') : '';
  return `${stopped}${parts.join(', ')} in ${(durationMs / 1000).toFixed(1)} s  ${pc.dim(`seed ${seed}`)}`;
}
