import pc from 'picocolors';
import type { DestroyPlan } from '../deploy/destroy/destroy.js';
import type { DoomedResource, StackFate } from '../deploy/destroy/fate.js';
import type { Recovery } from '../deploy/recover/recover.js';
import { columns } from './table.js';

/** What deleting a stack would do, for programs. */
export function destroyData({ region, stack, deleted, retained }: DestroyPlan) {
  return { region: region.name, stack: stack.name, status: stack.status, deleted, retained };
}

/** The same for people. */
export function destroyText({ region, stack, deleted, retained }: DestroyPlan): string {
  const title = `${pc.bold(stack.name)} in ${region.name}: ${deleted.length} resources are deleted, ${retained.length} stay`;
  return `${title}\n${fateText({ deleted, retained })}`;
}

/** What goes and what stays, a line each. */
function fateText({ deleted, retained }: StackFate): string {
  const row = (what: string) => (one: DoomedResource) => [
    what,
    one.logicalId,
    one.type,
    one.physicalId,
    one.policy === 'Snapshot' ? 'a snapshot stays' : '',
  ];
  return columns([...deleted.map(row(pc.red('delete'))), ...retained.map(row(pc.green('stays')))], 2, '  ');
}

const WAYS: Record<Recovery['way'], string> = {
  delete: 'it is deleted, so that it can be made anew',
  continue: 'its rollback failed; it is gone on with',
  rollback: 'its update failed, with rollback turned off; it is taken back',
  review: 'only change sets are there; those of arcube are removed',
};

/** What getting a stack unstuck takes. */
export function recoveryText({ region, stack, way, deleted, left }: Recovery): string {
  const why = stack.statusReason === undefined ? '' : `\n  ${stack.statusReason}`;
  const title = `${pc.bold(stack.name)} in ${region.name} is ${stack.status}: ${WAYS[way]}.${why}`;
  if (deleted.length + left.length === 0) return title;
  const stays =
    left.length > 0 ? '\n  What stays keeps its name, which is taken when the stack is made anew.' : '';
  return `${title}${stays}\n${fateText({ deleted, retained: left })}`;
}
