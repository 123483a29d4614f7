import pc from 'picocolors';
import type { Adoption } from '../rotation/kind.js';
import type { LastUse } from '../rotation/last-uses.js';
import type { Phase } from '../rotation/phases.js';
import type { Plan } from '../rotation/plan.js';
import type { RehearsalReport } from '../rotation/rehearsal/rehearse.js';
import type { RunState } from '../rotation/run-state.js';
import { length } from './length.js';
import { columns } from './table.js';

/** What each phase does, for people. */
export const PHASE_TITLES: Record<Phase, string> = {
  create: 'Make the new keys',
  publish: 'Let verifiers accept them',
  probe: 'Try them on the live API',
  promote: 'Use them',
  adopt: 'See that the old ones are out of use',
  revoke: 'Revoke the old ones',
  prove: 'Prove that the old ones are refused',
  clean: 'Put away what is left of them',
  demote: 'Use the old keys again',
  unpublish: 'Take the new ones back',
};

/** The plan: where, whose keys, and what will happen when. */
export function planText(plan: Plan): string {
  const where = columns(
    [
      ['Account', pc.bold(plan.account)],
      ['As', plan.caller],
      ['Stack', `${plan.stack}, stage ${pc.bold(plan.stage)}`],
      ['Regions', plan.regions.join(', ')],
    ],
    2,
    '  ',
  );
  const holders = plan.subjects.map((subject) => [
    subject.id,
    subject.tenant ?? '-',
    subject.regions.join(', '),
    subject.holder,
    subject.since === undefined ? '-' : new Date(subject.since).toISOString().slice(0, 10),
    `${subject.oldKey} → ${subject.newKey}`,
  ]);
  const head = ['Key', 'Tenant', 'Regions', 'Held by', 'Since', 'Old → new'].map((title) => pc.bold(title));
  let at = 0;
  const phases = plan.phases.map(({ phase, steps, wait, why }) => {
    const starts = `+${length(at)}`;
    at += wait;
    const waits = why.map((part) => `${part.why} ${length(part.seconds)}`).join(', ');
    return [
      starts,
      PHASE_TITLES[phase],
      `${steps} ${steps === 1 ? 'step' : 'steps'}`,
      wait > 0 ? `then wait ${length(wait)}: ${waits}` : '',
    ];
  });
  return [
    where,
    columns([head, ...holders], 2, '  '),
    columns(phases, 2, '  '),
    `  At least ${pc.bold(length(plan.atLeast))}, and as long as holders take to use the new keys.`,
  ].join('\n\n');
}

/** How far a rotation is, subject by subject. */
export function statusText(
  state: RunState,
  adoption: ReadonlyMap<string, Adoption>,
  uses: readonly LastUse[],
): string {
  const { begin, last, held } = state;
  const rows = begin.subjects.map((subject) => {
    const { fresh = 'not made yet', old } = state.states(subject);
    return [subject.id, `${subject.newKey} ${pc.green(fresh)}`, `${subject.oldKey} ${pc.yellow(old)}`];
  });
  const notes = begin.subjects.map(({ id }) => held.get(id) ?? adoption.get(id)?.note);
  const lines = columns(rows, 2, '  ').split('\n');
  const table = lines.map((line, at) => (notes[at] ? `${line}\n    ${pc.dim(notes[at])}` : line)).join('\n');
  const way = state.outcome ?? (state.back === undefined ? 'under way' : 'going back');
  const title = `${pc.bold(begin.rotation)}  ${way}  account ${begin.account}, ${begin.stack}/${begin.stage}, ${begin.regions.join(', ')}`;
  const failed = last.type === 'failed' ? `\n  last: ${pc.red(last.what)}` : '';
  const last24 = uses.map(({ kind, holder, keyId, lastAt }) => [
    holder,
    `${kind} ${keyId}`,
    new Date(lastAt).toISOString(),
  ]);
  const used = last24.length === 0 ? '' : `\n  ${pc.bold('Used last by')}\n${columns(last24, 2, '  ')}`;
  return `${title}\n${table}${failed}${used}`;
}

/** How a rehearsal went. */
export function rehearsalText(report: RehearsalReport): string {
  const { sent, refusedGood, acceptedRevoked, failed, heldBack, tookMs } = report;
  const good = refusedGood + acceptedRevoked + failed === 0;
  const verdict = good
    ? pc.green('Nobody was refused, and nothing revoked was accepted.')
    : pc.red('It would not go well:');
  const perSecond = Math.round(sent / (tookMs / 1000));
  const rows = [
    ['Rotations', String(report.rotations)],
    ['Requests', `${sent}, ${perSecond} a second, tokens up to ${length(report.oldestToken)} old`],
    ['Good ones refused', String(refusedGood)],
    ['Revoked ones accepted', String(acceptedRevoked)],
    ['Answered 5xx or 429', String(failed)],
    ['Without an answer', String(report.unanswered)],
    ['Took', `${length(tookMs / 1000)}, ${length(report.emulatedMs / 1000)} of the emulator’s clock`],
  ];
  const slow =
    heldBack > 0 ? `\n  This machine is too slow for the rate: ${heldBack} requests were not sent.` : '';
  const nothing =
    report.nothingOf.length > 0 ? `\n  Nothing to rotate of: ${report.nothingOf.join(', ')}` : '';
  const examples = report.examples.map((example) => `\n  ${example}`).join('');
  return `${verdict}\n${columns(rows, 2, '  ')}${slow}${nothing}${examples}`;
}
