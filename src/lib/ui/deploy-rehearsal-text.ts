import pc from 'picocolors';
import type { DeployRehearsalReport, RehearsedDeploy } from '../deploy/rehearsal/rehearse.js';
import { length } from './length.js';
import { columns } from './table.js';

/** How a rehearsal went. */
export function rehearsalText({ deploys, tookMs, emulatedMs }: DeployRehearsalReport): string {
  const took = `Took ${length(tookMs / 1000)}, ${length(emulatedMs / 1000)} of the emulator’s clock.`;
  return [...deploys.map(deployText), took].join('\n\n');
}

const OUTCOMES = { done: pc.green('done'), 'nothing to do': 'nothing to do', failed: pc.red('failed') };

function deployText({ name, outcome, problem, canaries, traffic }: RehearsedDeploy): string {
  const lines = [`${pc.bold(name)}: ${OUTCOMES[outcome]}`];
  if (problem)
    lines.push(`  ${pc.red(problem.code)} ${problem.what}`, ...(problem.why ? [`  ${problem.why}`] : []));
  const rows = canaries.map(({ function: fn, from, to, status }) => [fn, `version ${from} → ${to}`, status]);
  if (rows.length > 0) lines.push(columns(rows, 2, '  '));
  if (traffic)
    lines.push(
      `  ${traffic.requests} requests meanwhile: ${traffic.unavailable} failed, ${traffic.errors - traffic.unavailable} refused`,
    );
  return lines.join('\n');
}
