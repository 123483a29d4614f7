import { isDeepStrictEqual } from 'node:util';
import { own } from '../../../../../src/core/dict.js';
import type { StoredBefore, StoredResource } from '../stored.js';
import { needsReplacement } from './differences.js';
import { AT_ONCE } from './forward.js';
import { runGraph } from './graph.js';
import type { StackRun } from './stack-run.js';
import { update } from './steps.js';

/**
 * Brings the resources of a stack back to what they were before an update. What the update made goes onto the heap
 * that the cleanup deletes. Resolves to the logical ids of those that would not go back.
 */
export async function undoUpdate(run: StackRun, before: StoredBefore): Promise<string[]> {
  const { stack } = run;
  const ids = Object.keys(before.resources);
  const outcome = await runGraph({
    ids,
    waitsFor: (id) => before.resources[id]?.needs ?? [],
    run: (id) => undoOne(run, before, id),
    atOnce: AT_ONCE,
    isEnded: () => run.halted.aborted,
  });
  if (outcome.failed.length > 0 || run.halted.aborted) return outcome.failed;
  for (const resource of Object.values(stack.resources)) {
    if (own(before.resources, resource.logicalId)) continue;
    if (resource.physicalId !== undefined && resource.status !== 'DELETE_COMPLETE')
      stack.garbage.push({ ...resource, cause: 'undone' });
    delete stack.resources[resource.logicalId];
  }
  stack.outputs = before.outputs;
  stack.imports = before.imports;
  return [];
}

async function undoOne(run: StackRun, before: StoredBefore, id: string): Promise<boolean> {
  const { stack } = run;
  const old = before.resources[id] as StoredResource;
  const present = own(stack.resources, id) ?? structuredClone(old);
  stack.resources[id] = present;
  // the update had not taken it away yet: its deletion comes last
  stack.garbage = stack.garbage.filter((one) => one.logicalId !== id || one.physicalId !== old.physicalId);
  if (stack.operation?.skip?.includes(id)) return passOver(run, present, old);
  dropReplacement(run, present);
  if (isOther(run, present, old)) return switchBack(run, present, old);
  const isTouched = present.attempt !== undefined || !isDeepStrictEqual(present.properties, old.properties);
  const isRetagged = !isDeepStrictEqual(present.stackTags, old.stackTags);
  const properties = structuredClone(old.properties);
  if ((isTouched || isRetagged) && !(await update(run, present, properties, { isRollback: true })))
    return false;
  if (!isTouched && !isRetagged && /_FAILED$/.test(present.status))
    run.turnResource(present, { status: 'UPDATE_COMPLETE' });
  Object.assign(present, described(old), { stackTags: old.stackTags });
  return true;
}

/** A replacement may bear the name of what it replaced, in another place. */
function isOther(run: StackRun, present: StoredResource, old: StoredResource): boolean {
  if (present.physicalId !== old.physicalId) return true;
  return !present.attempt && needsReplacement(run.handler(old.type), old.properties, present.properties);
}

/** A resource that the caller wants to be taken for restored, whatever it is. */
function passOver(run: StackRun, present: StoredResource, old: StoredResource): boolean {
  dropReplacement(run, present);
  Object.assign(present, described(old), { properties: old.properties, stackTags: old.stackTags });
  delete present.attempt;
  run.turnResource(present, { status: 'UPDATE_COMPLETE' });
  return true;
}

function dropReplacement({ stack }: StackRun, present: StoredResource): void {
  const { attempt } = present;
  if (!attempt?.isReplacement) return;
  delete present.attempt;
  if (attempt.physicalId !== undefined)
    stack.garbage.push({
      ...present,
      physicalId: attempt.physicalId,
      properties: attempt.properties,
      cause: 'undone',
    });
}

/** The old one is still there: it takes its place again. */
function switchBack(run: StackRun, present: StoredResource, old: StoredResource): boolean {
  const { stack } = run;
  if (present.physicalId !== undefined) stack.garbage.push({ ...present, cause: 'undone' });
  const restored = structuredClone(old);
  stack.resources[old.logicalId] = restored;
  run.turnResource(restored, { status: 'UPDATE_IN_PROGRESS' });
  run.turnResource(restored, { status: 'UPDATE_COMPLETE' });
  return true;
}

function described({
  needs,
  deletionPolicy,
  updateReplacePolicy,
  metadata,
}: StoredResource): Partial<StoredResource> {
  return {
    needs,
    ...(deletionPolicy !== undefined && { deletionPolicy }),
    ...(updateReplacePolicy !== undefined && { updateReplacePolicy }),
    ...(metadata !== undefined && { metadata }),
  };
}
