import pc from 'picocolors';
import { verdictText } from '../deploy/apply/conclude.js';
import type { DeployState, RegionProgress } from '../deploy/apply/deploy-state.js';
import type { FailureFacts } from '../deploy/apply/entries.js';
import { resourceText } from '../deploy/apply/failure-facts.js';
import type { StackReport } from '../deploy/apply/report.js';
import { columns } from './table.js';

/** How far a deploy is. */
export function deployReportText(
  state: DeployState,
  runner: { pid: number; host: string } | undefined,
): string {
  const { begin, outcome } = state;
  const who = runner ? `process ${runner.pid} on ${runner.host} is at it` : 'nobody watches it';
  const title = `${pc.bold(begin.deploy)}: ${outcome ?? `not at its end, ${who}`}`;
  const facts = `  ${begin.stage} of ${begin.account}, begun ${new Date(begin.at).toISOString()} by ${begin.by}`;
  return [title, facts, ...state.regions.map(regionText)].join('\n');
}

function regionText({ part, done, settled, broken }: RegionProgress): string {
  const steps = [...done].map(([step, note]) => [pc.green('✔'), step, note]);
  const canaries = (settled?.canaries ?? []).map(
    ({ function: name, from, to, status }) => `    ${name}: version ${from} → ${to} ${status}`,
  );
  const verdicts = (broken ?? settled?.verdicts ?? []).map(
    (one) => `    ${verdictText(one)}: ${one.outcome}`,
  );
  const lines = [
    `  ${part.stack} in ${part.region}`,
    ...(steps.length > 0 ? [columns(steps, 2, '    ')] : []),
  ];
  return [...lines, ...canaries, ...verdicts, ...causeLines(settled?.failure, '    ')].join('\n');
}

/** Why something failed, what the hook before traffic said of it, and what helps. */
function causeLines(failure: FailureFacts | undefined, indent: string): string[] {
  if (!failure) return [];
  const { reason, fix, log = [] } = failure;
  return [
    `${indent}${pc.red('First cause')}: ${resourceText(failure)}: ${reason}`,
    ...log.map((line) => `${indent}  ${line}`),
    `${indent}${pc.cyan('→')} ${fix}`,
  ];
}

/** What a stack is going through. */
export function stackReportText({ stack, region, status, reason, events, failure }: StackReport): string {
  const title = `${pc.bold(stack)} in ${region}: ${status}${reason === undefined ? '' : ` (${reason})`}`;
  const rows = events.map(({ at, logicalId, status: now, reason: why = '' }) => [
    new Date(at).toISOString().slice(11, 19),
    logicalId,
    now,
    why,
  ]);
  const table = rows.length > 0 ? [columns(rows, 2, '  ')] : [];
  return [title, ...table, ...causeLines(failure, '  ')].join('\n');
}
