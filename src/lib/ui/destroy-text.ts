import pc from 'picocolors';
import type { DestroyPlan } from '../deploy/destroy/destroy.js';
import type { Recovery } from '../deploy/recover/recover.js';
import { columns } from './table.js';

/** What deleting a stack would do, for programs. */
export function destroyData({ region, stack, deleted, retained }: DestroyPlan) {
  return { region: region.name, stack: stack.name, status: stack.status, deleted, retained };
}

/** The same for people. */
export function destroyText({ region, stack, deleted, retained }: DestroyPlan): string {
  const gone = deleted.map(({ logicalId, type, physicalId }) => [
    pc.red('delete'),
    logicalId,
    type,
    physicalId,
  ]);
  const kept = retained.map(({ logicalId, type, physicalId }) => [
    pc.green('stays'),
    logicalId,
    type,
    physicalId,
  ]);
  const title = `${pc.bold(stack.name)} in ${region.name}: ${deleted.length} resources are deleted, ${retained.length} stay`;
  return `${title}\n${columns([...gone, ...kept], 2, '  ')}`;
}

const WAYS: Record<Recovery['way'], string> = {
  delete: 'its first deployment failed; it is deleted, so that it can be made anew',
  continue: 'its rollback failed; it is gone on with',
  review: 'only change sets are there; those of arcube are removed',
};

/** What getting a stack unstuck takes. */
export function recoveryText({ region, stack, way, left }: Recovery): string {
  const why = stack.statusReason === undefined ? '' : `\n  ${stack.statusReason}`;
  const title = `${pc.bold(stack.name)} in ${region.name} is ${stack.status}: ${WAYS[way]}.${why}`;
  if (left.length === 0) return title;
  const rows = left.map(({ logicalId, type, physicalId }) => [logicalId, type, physicalId]);
  return `${title}\n  Still there, and not lost: a resource that the template retains stays, and its name is taken when the stack is made anew.\n${columns(rows, 2, '  ')}`;
}
