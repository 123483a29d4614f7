import type { Dict } from '../../../../../src/core/dict.js';
import type { Operation } from '../../../protocol/operation.js';
import { detectDrift } from '../drift.js';
import { refused } from '../faults.js';
import { pageOf } from '../pages.js';
import type { Stacks } from '../stacks.js';
import type { StoredResource, StoredStack } from '../stored.js';

/** From these a stack can be looked at (API reference, `DetectStackDrift`). */
const LOOKED_AT = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_FAILED',
];
const PAGE = 100;

/** `DetectStackDrift`: all resources, or those named, compared with what they are. */
export const detectStackDrift: Operation<Stacks> = async (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  if (!LOOKED_AT.includes(stack.status))
    throw refused(
      `Drift detection cannot be performed on stack [${stack.id}] while in status ${stack.status}`,
    );
  const wanted = input.optionalTexts('LogicalResourceIds');
  const resources = Object.values(stack.resources).filter(
    ({ logicalId }) => wanted === undefined || wanted.includes(logicalId),
  );
  await Promise.all(resources.map((one) => detectDrift(stacks, stack, one)));
  const count = resources.filter(
    ({ drift }) => drift?.status === 'MODIFIED' || drift?.status === 'DELETED',
  ).length;
  const id = stacks.world.ids.uuid();
  stack.drift = { id, at: stacks.now, status: count > 0 ? 'DRIFTED' : 'IN_SYNC', count };
  await stacks.save();
  return { StackDriftDetectionId: id };
};

/** `DetectStackResourceDrift` of one. */
export const detectStackResourceDrift: Operation<Stacks> = async (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  const resource = stacks.resource(stack, input.text('LogicalResourceId'));
  await detectDrift(stacks, stack, resource);
  await stacks.save();
  return { StackResourceDrift: show(stack, resource) };
};

/** `DescribeStackDriftDetectionStatus`: a detection is over when it has answered. */
export const describeStackDriftDetectionStatus: Operation<Stacks> = (stacks, input) => {
  const id = input.text('StackDriftDetectionId', { min: 1, max: 36 });
  const stack = stacks.all().find(({ drift }) => drift?.id === id);
  if (!stack?.drift) throw refused(`No drift detection operation found with id ${id}`);
  const { at, status, count } = stack.drift;
  return {
    StackId: stack.id,
    StackDriftDetectionId: id,
    StackDriftStatus: status,
    DetectionStatus: 'DETECTION_COMPLETE',
    DriftedStackResourceCount: count,
    Timestamp: new Date(at),
  };
};

/** `DescribeStackResourceDrifts`, of those that were looked at. */
export const describeStackResourceDrifts: Operation<Stacks> = (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  const filter = input.optionalTexts('StackResourceDriftStatusFilters');
  const all = Object.values(stack.resources).filter(
    ({ drift }) => drift !== undefined && (filter === undefined || filter.includes(drift.status)),
  );
  const { items, next } = pageOf(
    input,
    all,
    input.optionalInteger('MaxResults', { min: 1, max: 100 }) ?? PAGE,
  );
  return { StackResourceDrifts: items.map((one) => show(stack, one)), ...next };
};

function show(stack: StoredStack, resource: StoredResource): Dict {
  const { drift, physicalId } = resource;
  if (!drift) return {};
  return {
    StackId: stack.id,
    LogicalResourceId: resource.logicalId,
    ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
    ResourceType: resource.type,
    ...(drift.expected && { ExpectedProperties: JSON.stringify(drift.expected) }),
    ...(drift.actual && { ActualProperties: JSON.stringify(drift.actual) }),
    PropertyDifferences: drift.differences.map(({ path, expected, actual, type }) => ({
      PropertyPath: path,
      ExpectedValue: expected ?? 'null',
      ActualValue: actual ?? 'null',
      DifferenceType: type,
    })),
    StackResourceDriftStatus: drift.status,
    Timestamp: new Date(drift.checkedAt),
  };
}
