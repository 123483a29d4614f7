import type { StoredGarbage, StoredResource } from '../stored.js';
import { AT_ONCE } from './forward.js';
import { reversed, runGraph } from './graph.js';
import type { StackRun } from './stack-run.js';
import { remove } from './steps.js';

/**
 * Deletes what an operation left over, those that refer to others first. What cannot be deleted is left behind, as
 * CloudFormation does. Resolves to whether everything went.
 */
export async function deleteGarbage(run: StackRun): Promise<boolean> {
  const { garbage } = run.stack;
  const byKey = new Map(garbage.map((one, index) => [String(index), one]));
  const keysOf = (logicalId: string) =>
    [...byKey].flatMap(([key, one]) => (one.logicalId === logicalId ? [key] : []));
  const needs = (key: string) =>
    (byKey.get(key) as StoredGarbage).needs.flatMap(keysOf).filter((one) => one !== key);
  const deleteOne = async (key: string): Promise<boolean> => {
    const one = byKey.get(key) as StoredGarbage;
    if (isKept(one)) run.turnResource(one, { status: 'DELETE_SKIPPED' });
    else if (!(await remove(run, one)) && run.halted.aborted) return false;
    run.stack.garbage = run.stack.garbage.filter((other) => other !== one);
    return one.status !== 'DELETE_FAILED';
  };
  const keys = [...byKey.keys()];
  const isEnded = () => run.halted.aborted;
  const outcome = await runGraph({
    ids: keys,
    waitsFor: reversed(keys, needs),
    run: deleteOne,
    atOnce: AT_ONCE,
    isEnded,
  });
  // left over: what others that failed refer to, and, between two templates, circles
  for (const key of outcome.skipped) if (!run.halted.aborted) await deleteOne(key);
  return outcome.failed.length === 0;
}

function isKept({ cause, deletionPolicy, updateReplacePolicy }: StoredGarbage): boolean {
  if (cause === 'replaced') return updateReplacePolicy === 'Retain';
  if (cause === 'removed') return deletionPolicy === 'Retain' || deletionPolicy === 'RetainExceptOnCreate';
  return deletionPolicy === 'Retain';
}

/** Deletes the resources of a stack. Resolves to the logical ids of those that would not go. */
export async function deleteResources(run: StackRun, isUndoing: boolean): Promise<string[]> {
  const { resources, operation } = run.stack;
  const left = Object.values(resources).filter(
    ({ status }) => status !== 'DELETE_COMPLETE' && status !== 'DELETE_SKIPPED',
  );
  const ids = left.map(({ logicalId }) => logicalId);
  const stays = (one: StoredResource) =>
    operation?.retain?.includes(one.logicalId) === true ||
    one.deletionPolicy === 'Retain' ||
    (one.deletionPolicy === 'RetainExceptOnCreate' && !isUndoing);
  const deleteOne = async (id: string): Promise<boolean> => {
    const one = resources[id] as StoredResource;
    takeAttempt(run, one);
    if (one.physicalId === undefined) {
      one.status = 'DELETE_COMPLETE';
      return true;
    }
    if (stays(one)) run.turnResource(one, { status: 'DELETE_SKIPPED' });
    else if (!(await remove(run, one))) {
      if (operation?.force !== true || run.halted.aborted) return false;
      run.turnResource(one, {
        status: 'DELETE_SKIPPED',
        ...(one.reason !== undefined && { reason: one.reason }),
      });
    }
    return true;
  };
  const waitsFor = reversed(ids, (id) => resources[id]?.needs ?? []);
  const outcome = await runGraph({
    ids,
    waitsFor,
    run: deleteOne,
    atOnce: AT_ONCE,
    isEnded: () => run.halted.aborted,
  });
  return outcome.failed;
}

/** A replacement that never took its place goes with the stack. */
function takeAttempt({ stack }: StackRun, resource: StoredResource): void {
  const { attempt } = resource;
  delete resource.attempt;
  if (attempt?.physicalId === undefined) return;
  stack.garbage.push({
    ...resource,
    physicalId: attempt.physicalId,
    properties: attempt.properties,
    cause: 'undone',
  });
}
