import type { Operation } from '../../../protocol/operation.js';
import { noStackWithId, refused } from '../faults.js';
import { pageAfter, pageOf } from '../pages.js';
import { showEvent, showResource, showStack, showSummary } from '../show.js';
import type { Stacks } from '../stacks.js';

/** Members of a page (API reference). */
const EVENTS = 100;
const SUMMARIES = 100;

/** `DescribeStacks`: one, or all that were not deleted. */
export const describeStacks: Operation<Stacks> = async (stacks, input) => {
  const name = input.optionalText('StackName', { min: 1 });
  if (name !== undefined) {
    const stack = stacks.find(name);
    if (!stack) throw noStackWithId(name);
    await stacks.world.engine.written(stack);
    return { Stacks: [showStack(stack)] };
  }
  await allWritten(stacks);
  const { items, next } = pageOf(input, stacks.living().reverse(), SUMMARIES);
  return { Stacks: items.map(showStack), ...next };
};

/** What is told as ended must stay so. */
async function allWritten(stacks: Stacks): Promise<void> {
  await Promise.all(stacks.all().map((stack) => stacks.world.engine.written(stack)));
}

/** `ListStacks`, newest first, those deleted in the last 90 days among them. */
export const listStacks: Operation<Stacks> = async (stacks, input) => {
  await allWritten(stacks);
  const wanted = input.optionalTexts('StackStatusFilter');
  const all = stacks.all().filter(({ status }) => wanted === undefined || wanted.includes(status));
  const { items, next } = pageOf(input, all.reverse(), SUMMARIES);
  return { StackSummaries: items.map(showSummary), ...next };
};

/** `DescribeStackEvents`, newest first. */
export const describeStackEvents: Operation<Stacks> = async (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  await stacks.world.engine.written(stack);
  const { items, next } = pageAfter(input, stack.events.toReversed(), EVENTS);
  return { StackEvents: items.map((event) => showEvent(stack, event)), ...next };
};

/** `DescribeStackResource`. */
export const describeStackResource: Operation<Stacks> = (stacks, input) => {
  const name = input.text('StackName', { min: 1 });
  const stack = stacks.find(name);
  if (!stack) throw refused(`Stack '${name}' does not exist`);
  const resource = stacks.resource(stack, input.text('LogicalResourceId'));
  const detail = {
    StackName: stack.name,
    StackId: stack.id,
    ...showResource(resource, 'LastUpdatedTimestamp'),
    ...(resource.metadata !== undefined && { Metadata: JSON.stringify(resource.metadata) }),
  };
  return { StackResourceDetail: detail };
};

/** `DescribeStackResources` of a stack, or of the one that has this physical id. */
export const describeStackResources: Operation<Stacks> = (stacks, input) => {
  const name = input.optionalText('StackName');
  const physicalId = input.optionalText('PhysicalResourceId');
  if (name !== undefined && physicalId !== undefined)
    throw refused('StackName and PhysicalResourceId cannot be specified together.');
  const owner = stacks
    .living()
    .find(({ resources }) => Object.values(resources).some((one) => one.physicalId === physicalId));
  const stack = name === undefined ? owner : stacks.find(name);
  if (!stack && physicalId !== undefined) throw refused(`Stack for ${physicalId} does not exist`);
  if (!stack) throw noStackWithId(name ?? '');
  const logicalId = input.optionalText('LogicalResourceId');
  const shown = Object.values(stack.resources).filter(
    (one) => logicalId === undefined || one.logicalId === logicalId,
  );
  return {
    StackResources: shown.map((one) => ({
      StackName: stack.name,
      StackId: stack.id,
      ...showResource(one, 'Timestamp'),
    })),
  };
};

/** `ListStackResources`. */
export const listStackResources: Operation<Stacks> = (stacks, input) => {
  const name = input.text('StackName', { min: 1 });
  const stack = stacks.find(name);
  if (!stack) throw noStackWithId(name);
  const { items, next } = pageOf(input, Object.values(stack.resources), SUMMARIES);
  return { StackResourceSummaries: items.map((one) => showResource(one, 'LastUpdatedTimestamp')), ...next };
};

/** `ListExports` of the region. */
export const listExports: Operation<Stacks> = (stacks, input) => {
  const { items, next } = pageOf(input, stacks.exports(), SUMMARIES);
  const shown = items.map(({ stack, output, value }) => ({
    ExportingStackId: stack.id,
    Name: output.exportName,
    Value: value,
  }));
  return { Exports: shown, ...next };
};

/** `ListImports`: who uses an export. */
export const listImports: Operation<Stacks> = (stacks, input) => {
  const name = input.text('ExportName');
  const users = stacks.importers(name);
  if (users.length === 0) throw refused(`Export '${name}' is not imported by any stack.`);
  const { items, next } = pageOf(input, users, SUMMARIES);
  return { Imports: items, ...next };
};
