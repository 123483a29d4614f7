import { isDeepStrictEqual } from 'node:util';
import { type Dict, own } from '../../../../../src/core/dict.js';
import type { Evaluation } from '../../../../../src/core/stack/evaluation.js';
import type { AwsError } from '../../../../kernel/aws-error.js';
import type { StoredResource } from '../stored.js';
import { type TemplateResource, templateError } from '../template.js';
import { needsReplacement } from './differences.js';
import { reversed, runGraph } from './graph.js';
import { settleOutputs } from './outputs.js';
import { askPolicy } from './stack-policy.js';
import type { StackRun } from './stack-run.js';
import { create, replace, update } from './steps.js';

/** Resources that CloudFormation works on at once here. */
export const AT_ONCE = 10;

/**
 * Makes and changes resources until the stack is as its template says; what is too much goes onto the heap that the
 * cleanup deletes. Resolves to the reason of a failure, undefined when all went well.
 */
export async function goForward(run: StackRun): Promise<string | undefined> {
  const { stack, template } = run;
  const evaluation = run.evaluation();
  const wanted = evaluation.existing();
  const surplus = Object.keys(stack.resources).filter((id) => !wanted.includes(id));
  const denied = surplus.find((id) => !mayDelete(run, stack.resources[id] as StoredResource));
  if (denied !== undefined) return `The following resource(s) failed to update: [${denied}]. `;
  const outcome = await runGraph({
    ids: wanted,
    waitsFor: (id) => template.needs.get(id) ?? [],
    run: (id) => step(run, evaluation, id),
    atOnce: AT_ONCE,
    isEnded: () => run.ended.signal.aborted,
  });
  if (run.ended.signal.aborted || outcome.failed.length > 0) return failureOf(run, outcome.failed);
  try {
    stack.outputs = settleOutputs(run);
  } catch (error) {
    return templateError(error).message;
  }
  stack.imports = [...run.imports];
  discard(run, surplus);
  return undefined;
}

/** Logical ids by what they failed at, as CloudFormation lists them. */
function failureOf({ stack, ended }: StackRun, failed: readonly string[]): string {
  const told = ended.signal.reason instanceof Cancelled ? [ended.signal.reason.message] : [];
  for (const [verb, status] of [
    ['create', 'CREATE_FAILED'],
    ['update', 'UPDATE_FAILED'],
  ] as const) {
    const ids = failed.filter((id) => stack.resources[id]?.status === status);
    if (ids.length > 0) told.push(`The following resource(s) failed to ${verb}: [${ids.join(', ')}]. `);
  }
  return told.join('') || 'The operation was interrupted.';
}

/** Why an operation was ended from outside. */
export class Cancelled extends Error {}

async function step(run: StackRun, evaluation: Evaluation, id: string): Promise<boolean> {
  const raw = run.template.resources[id] as TemplateResource;
  const ok = await settle(run, evaluation, id, raw);
  const resource = own(run.stack.resources, id);
  if (ok && resource) describe(run, resource, raw);
  if (!ok) run.ended.abort();
  return ok;
}

async function settle(
  run: StackRun,
  evaluation: Evaluation,
  id: string,
  raw: TemplateResource,
): Promise<boolean> {
  const { stack } = run;
  const present = own(stack.resources, id);
  let properties: Dict;
  let updatePolicy: Dict | undefined;
  try {
    properties = (evaluation.value(raw.Properties ?? {}) ?? {}) as Dict;
    updatePolicy = raw.UpdatePolicy === undefined ? undefined : (evaluation.value(raw.UpdatePolicy) as Dict);
  } catch (error) {
    return fail(run, present ?? fresh(run, id, raw), templateError(error).message);
  }
  if (!present || !isThere(present)) return create(run, fresh(run, id, raw), properties);
  takeOldAttempt(run, present);
  if (!isChanged(run, present, properties)) return true;
  const isReplaced = needsReplacement(run.handler(present.type), present.properties, properties);
  try {
    askPolicy(
      stack.operation?.policy ?? stack.policy,
      isReplaced ? 'Update:Replace' : 'Update:Modify',
      present,
    );
  } catch (error) {
    return fail(run, present, (error as AwsError).message);
  }
  if (!isReplaced) return update(run, present, properties, { updatePolicy });
  const old = await replace(run, present, properties);
  if (old) stack.garbage.push({ ...old, cause: 'replaced' });
  return old !== undefined;
}

function isThere({ status, physicalId }: StoredResource): boolean {
  return physicalId !== undefined && status !== 'CREATE_FAILED' && status !== 'DELETE_COMPLETE';
}

/** A replacement that an earlier update left half made: it is deleted with the rest. */
function takeOldAttempt({ stack }: StackRun, resource: StoredResource): void {
  const { attempt } = resource;
  if (!attempt?.isReplacement) return;
  if (attempt.physicalId !== undefined)
    stack.garbage.push({
      ...resource,
      physicalId: attempt.physicalId,
      properties: attempt.properties,
      cause: 'undone',
    });
  delete resource.attempt;
}

function isChanged(run: StackRun, resource: StoredResource, properties: Dict): boolean {
  const { attempt, stackTags } = resource;
  if (attempt || !isDeepStrictEqual(resource.properties, properties)) return true;
  return run.handler(resource.type)?.takesTags === true && !isDeepStrictEqual(stackTags, run.stack.tags);
}

/** A resource about to be made; one that failed to be is deleted at the end. */
function fresh(run: StackRun, logicalId: string, raw: TemplateResource): StoredResource {
  const { stack, template, stacks } = run;
  const failed = own(stack.resources, logicalId);
  if (failed?.physicalId !== undefined && failed.status === 'CREATE_FAILED')
    stack.garbage.push({ ...failed, cause: 'undone' });
  const made: StoredResource = {
    logicalId,
    type: raw.Type,
    status: 'CREATE_IN_PROGRESS',
    updatedAt: stacks.now,
    properties: {},
    stackTags: stack.tags,
    attributes: {},
    needs: template.needs.get(logicalId) ?? [],
  };
  describe(run, made, raw);
  stack.resources[logicalId] = made;
  return made;
}

/** What the template says of a resource beside its properties. */
function describe({ template }: StackRun, resource: StoredResource, raw: TemplateResource): void {
  const { DeletionPolicy, UpdateReplacePolicy, Metadata } = raw;
  resource.needs = template.needs.get(resource.logicalId) ?? [];
  for (const key of ['deletionPolicy', 'updateReplacePolicy', 'metadata'] as const) delete resource[key];
  Object.assign(resource, {
    ...(DeletionPolicy !== undefined && { deletionPolicy: String(DeletionPolicy) }),
    ...(UpdateReplacePolicy !== undefined && { updateReplacePolicy: String(UpdateReplacePolicy) }),
    ...(Metadata !== undefined && { metadata: Metadata }),
  });
}

function fail(run: StackRun, resource: StoredResource, reason: string): boolean {
  run.turnResource(resource, { status: isThere(resource) ? 'UPDATE_FAILED' : 'CREATE_FAILED', reason });
  return false;
}

function mayDelete(run: StackRun, resource: StoredResource): boolean {
  try {
    askPolicy(run.stack.operation?.policy ?? run.stack.policy, 'Update:Delete', resource);
    return true;
  } catch (error) {
    return fail(run, resource, (error as AwsError).message);
  }
}

/** Takes resources out of the stack: those that refer to others go first. */
function discard({ stack }: StackRun, ids: readonly string[]): void {
  const usedBy = reversed(ids, (id) => stack.resources[id]?.needs ?? []);
  const left = new Set(ids);
  while (left.size > 0) {
    for (const id of left) {
      if (usedBy(id).some((one) => left.has(one))) continue;
      stack.garbage.push({ ...(stack.resources[id] as StoredResource), cause: 'removed' });
      delete stack.resources[id];
      left.delete(id);
    }
  }
}
