import pc from 'picocolors';
import type { Doom } from '../deploy/destroy/doom.js';
import type { DoomedResource, StackFate } from '../deploy/destroy/fate.js';
import type { Recovery } from '../deploy/recover/recover.js';
import { columns } from './table.js';

/** What deleting a stack would do, for programs. `status` is left out when there is no stack. */
export function doomData({ region, stackName, plan, leftovers }: Doom) {
  const { deleted = [], retained = [] } = plan ?? {};
  const status = plan && { status: plan.stack.status };
  return { region: region.name, stack: stackName, ...status, deleted, retained, leftovers };
}

/** The same for people. */
export function doomText({ region, stackName, plan, leftovers }: Doom): string {
  const title = `${pc.bold(stackName)} in ${region.name}: ${countText(plan)}`;
  const fate = plan ? `\n${fateText(plan)}` : '';
  if (leftovers.length === 0) return `${title}${fate}`;
  const rows = leftovers.map(({ logicalId, type, physicalId }) => [
    pc.red('remove'),
    logicalId,
    type,
    physicalId,
    type === 'AWS::KMS::Key' ? 'ends in 30 days' : '',
  ]);
  return `${title}${fate}\n  and for good, though the template retains it:\n${columns(rows, 2, '  ')}`;
}

function countText(plan: Doom['plan']): string {
  if (!plan) return 'there is no stack, but what one has left';
  return `${plan.deleted.length} resources are deleted, ${plan.retained.length} stay`;
}

/** What goes and what stays, a line each. */
function fateText({ deleted, retained }: StackFate): string {
  const row = (what: string) => (one: DoomedResource) => [what, one.logicalId, one.type, one.physicalId];
  const gone = (one: DoomedResource) =>
    row(pc.red(one.policy === 'Snapshot' ? 'delete, a snapshot stays' : 'delete'))(one);
  return columns([...deleted.map(gone), ...retained.map(row(pc.green('stays')))], 2, '  ');
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
