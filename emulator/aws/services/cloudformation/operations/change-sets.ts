import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { noStack, refused } from '../faults.js';
import { pageOf } from '../pages.js';
import { showParameters } from '../parameters.js';
import { planChanges } from '../plan.js';
import { CHANGE_SET_NAME, readNotificationArns, readSource, readToken, STACK_NAME } from '../read-source.js';
import type { Stacks } from '../stacks.js';
import type {
  PlannedChange,
  PlannedDetail,
  StoredChangeSet,
  StoredOperation,
  StoredStack,
} from '../stored.js';
import { readTemplate } from '../template.js';
import { begin, emptyStack, goOnFrom, requireUpdatable, takeUp } from './change-stack.js';

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
/** Change sets that were executed and can still be asked for by their ARN. */
const EXECUTED_KEPT = 20;
const PAGE = 100;

/** `CreateChangeSet`, for a stack to be or one that is there; one without changes is there, too, and has failed. */
export const createChangeSet: Operation<Stacks> = async (stacks, input, request) => {
  const name = input.text('ChangeSetName', CHANGE_SET_NAME);
  const stackName = input.text('StackName', STACK_NAME);
  const kind = readKind(input);
  const found = stacks.find(stackName);
  const source = await readSource(
    stacks,
    input,
    request,
    found?.status === 'REVIEW_IN_PROGRESS' ? undefined : found,
  );
  const token = readToken(input);
  const wishes = { notificationArns: readNotificationArns(input), ...optionals(input) };
  const { stack, isNew } = owner(stacks, stackName, name, kind);
  const twin = stacks.changeSetsOf(stack).find((one) => one.name === name);
  if (twin && token !== undefined && twin.token === token) return { Id: twin.id, StackId: stack.id };
  if (twin)
    throw new AwsError(
      'AlreadyExistsException',
      `ChangeSet ${twin.id} cannot be created due to a mismatch with existing attribute Template`,
    );
  const { changes, isEmpty } = planChanges(stacks, stack, source);
  if (isNew) putUnderReview(stacks, stack);
  const changeSet: StoredChangeSet = {
    ...source,
    id: stacks.arn(`changeSet/${name}/${stacks.world.ids.uuid()}`),
    name,
    stackId: stack.id,
    stackName: stack.name,
    kind,
    createdAt: stacks.now,
    status: isEmpty ? 'FAILED' : 'CREATE_COMPLETE',
    execution: isEmpty ? 'UNAVAILABLE' : 'AVAILABLE',
    changes,
    ...(isEmpty && { statusReason: NO_CHANGES }),
    ...wishes,
    ...(token !== undefined && { token }),
  };
  stacks.state.changeSets[changeSet.id] = changeSet;
  await stacks.save();
  return { Id: changeSet.id, StackId: stack.id };
};

/** Whether a stack is made or changed. Throws `ValidationError` for what this endpoint cannot do to one. */
function readKind(input: Input): StoredChangeSet['kind'] {
  const kind = (input.optionalText('ChangeSetType', { oneOf: ['CREATE', 'UPDATE', 'IMPORT'] }) ?? 'UPDATE') as
    | StoredChangeSet['kind']
    | 'IMPORT';
  if (kind === 'IMPORT' || input.list('ResourcesToImport').length > 0)
    throw refused('This endpoint does not import resources.');
  if (input.flag('IncludeNestedStacks')) throw refused('This endpoint has no nested stacks.');
  return kind;
}

function optionals(input: Input): Partial<StoredChangeSet> {
  const description = input.optionalText('Description', { min: 1, max: 1024 });
  const onStackFailure = input.optionalText('OnStackFailure', {
    oneOf: ['DO_NOTHING', 'ROLLBACK', 'DELETE'],
  });
  return {
    ...(description !== undefined && { description }),
    ...(onStackFailure !== undefined && { onStackFailure: onStackFailure as StoredOperation['onFailure'] }),
  };
}

/** The stack that a change set is for; a new one is not on the books before the request is found to be good. */
function owner(
  stacks: Stacks,
  stackName: string,
  name: string,
  kind: 'CREATE' | 'UPDATE',
): { stack: StoredStack; isNew: boolean } {
  const present = stacks.find(stackName);
  if (kind === 'UPDATE') {
    if (!present) throw noStack(stackName);
    requireUpdatable(present);
    return { stack: present, isNew: false };
  }
  if (present && present.status !== 'REVIEW_IN_PROGRESS')
    throw refused(
      `Stack [${present.name === stackName ? stackName : present.id}] already exists and cannot be created again with the changeSet [${name}].`,
    );
  return { stack: present ?? emptyStack(stacks, stackName), isNew: !present };
}

function putUnderReview(stacks: Stacks, stack: StoredStack): void {
  stack.statusReason = 'User Initiated';
  stacks.state.stacks[stack.id] = stack;
  stacks.tell(stack, {
    logicalId: stack.name,
    physicalId: stack.id,
    type: 'AWS::CloudFormation::Stack',
    status: stack.status,
    reason: 'User Initiated',
  });
}

/** `DescribeChangeSet`; values before and after with `IncludePropertyValues`. */
export const describeChangeSet: Operation<Stacks> = (stacks, input) => {
  const changeSet = named(stacks, input);
  const withValues = input.flag('IncludePropertyValues');
  const shown = withValues
    ? changeSet.changes.filter(({ isUnlikely }) => isUnlikely !== true)
    : changeSet.changes;
  const { items, next } = pageOf(input, shown, PAGE);
  return {
    ...showSummary(changeSet),
    Parameters: showParameters(readTemplate(changeSet.template), changeSet.parameters),
    NotificationARNs: changeSet.notificationArns,
    RollbackConfiguration: {},
    Capabilities: changeSet.capabilities,
    Tags: Object.entries(changeSet.tags).map(([Key, Value]) => ({ Key, Value })),
    ...(changeSet.onStackFailure !== undefined && { OnStackFailure: changeSet.onStackFailure }),
    Changes: items.map((change) => ({ Type: 'Resource', ResourceChange: showChange(change, withValues) })),
    ...next,
  };
};

function showSummary(changeSet: StoredChangeSet): Dict {
  const { description, statusReason } = changeSet;
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: changeSet.stackId,
    StackName: changeSet.stackName,
    ...(description !== undefined && { Description: description }),
    CreationTime: new Date(changeSet.createdAt),
    ExecutionStatus: changeSet.execution,
    Status: changeSet.status,
    ...(statusReason !== undefined && { StatusReason: statusReason }),
    IncludeNestedStacks: false,
  };
}

function showChange(change: PlannedChange, withValues: boolean): Dict {
  const { physicalId, policyAction, replacement, before, after } = change;
  const details = withValues ? change.details : withoutValues(change.details);
  return {
    ...(policyAction !== undefined && { PolicyAction: policyAction }),
    Action: change.action,
    LogicalResourceId: change.logicalId,
    ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
    ResourceType: change.type,
    ...(replacement !== undefined && { Replacement: replacement }),
    Scope: change.scope,
    Details: details.map((detail) => showDetail(detail, withValues)),
    ...(withValues && before !== undefined && { BeforeContext: before }),
    ...(withValues && after !== undefined && { AfterContext: after }),
  };
}

/** Without values a property is told once for each cause, whatever the places inside it. */
function withoutValues(details: readonly PlannedDetail[]): PlannedDetail[] {
  const keys = new Set<string>();
  return details.filter(({ attribute, name, source, cause }) => {
    const key = JSON.stringify([attribute, name, source, cause]);
    return !keys.has(key) && keys.add(key);
  });
}

function showDetail(detail: PlannedDetail, withValues: boolean): Dict {
  const { name, recreation, path, before, after, changeType, source, cause } = detail;
  return {
    Target: {
      Attribute: detail.attribute,
      ...(name !== undefined && { Name: name }),
      ...(recreation !== undefined && { RequiresRecreation: recreation }),
      ...(withValues && {
        ...(path !== undefined && { Path: path }),
        ...(before !== undefined && { BeforeValue: before }),
        ...(after !== undefined && { AfterValue: after }),
        ...(changeType !== undefined && { AttributeChangeType: changeType }),
      }),
    },
    Evaluation: detail.evaluation,
    ...(source !== undefined && { ChangeSource: source }),
    ...(cause !== undefined && { CausingEntity: cause }),
  };
}

/** `ListChangeSets` of a stack: those that were not executed. */
export const listChangeSets: Operation<Stacks> = (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  const { items, next } = pageOf(input, stacks.changeSetsOf(stack), PAGE);
  return { Summaries: items.map(showSummary), ...next };
};

/** `DeleteChangeSet`; the stack stays, in review. */
export const deleteChangeSet: Operation<Stacks> = async (stacks, input) => {
  const name = input.text('ChangeSetName', { min: 1 });
  const stackName = input.optionalText('StackName');
  if (stackName === undefined && !name.startsWith('arn:'))
    throw refused('StackName must be specified if ChangeSetName is not specified as an ARN.');
  if (stackName !== undefined) stacks.named(stackName);
  const found = stacksOrNothing(() => stacks.changeSet(name, stackName));
  if (found?.execution === 'EXECUTE_IN_PROGRESS')
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${found.id}] cannot be deleted in its current execution status of [${found.execution}]`,
    );
  if (found) delete stacks.state.changeSets[found.id];
  await stacks.save();
  return {};
};

function stacksOrNothing(find: () => StoredChangeSet): StoredChangeSet | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ChangeSetNotFound') return undefined; // it is gone: that is what was asked
    throw error;
  }
}

/** `ExecuteChangeSet`: answers when it has begun. */
export const executeChangeSet: Operation<Stacks> = async (stacks, input) => {
  const changeSet = named(stacks, input);
  const stack = stacks.named(changeSet.stackId);
  const token = readToken(input);
  if (token !== undefined && stack.tokens[token] === changeSet.id) return {};
  if (changeSet.status !== 'CREATE_COMPLETE' || changeSet.execution !== 'AVAILABLE') {
    const status = changeSet.status === 'FAILED' ? 'status' : 'execution status';
    const told = changeSet.status === 'FAILED' ? changeSet.status : changeSet.execution;
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] cannot be executed in its current ${status} of [${told}]`,
    );
  }
  if (changeSet.kind === 'UPDATE') requireUpdatable(stack);
  const onFailure = readOnFailure(input, changeSet);
  changeSet.execution = 'EXECUTE_IN_PROGRESS';
  if (changeSet.kind === 'UPDATE') goOnFrom(stacks, stack, changeSet);
  else takeUp(stack, changeSet);
  for (const one of stacks.changeSetsOf(stack))
    if (one.id !== changeSet.id) delete stacks.state.changeSets[one.id];
  forgetExecuted(stacks, stack);
  stack.changeSetId = changeSet.id;
  stack.updatedAt = stacks.now;
  stack.notificationArns = changeSet.notificationArns;
  stack.disableRollback = onFailure === 'DO_NOTHING';
  await begin(
    stacks,
    stack,
    changeSet.id,
    { kind: changeSet.kind, onFailure, changeSetId: changeSet.id },
    input,
  );
  return {};
};

function readOnFailure(input: Input, changeSet: StoredChangeSet): StoredOperation['onFailure'] {
  if (changeSet.onStackFailure !== undefined && input.has('DisableRollback'))
    throw refused('DisableRollback cannot be specified when the change set was created with OnStackFailure.');
  return changeSet.onStackFailure ?? (input.flag('DisableRollback') ? 'DO_NOTHING' : 'ROLLBACK');
}

function forgetExecuted({ state }: Stacks, { id }: StoredStack): void {
  const executed = Object.values(state.changeSets).filter(
    (one) => one.stackId === id && /_(?:COMPLETE|FAILED)$/.test(one.execution),
  );
  for (const one of executed.slice(0, -EXECUTED_KEPT)) delete state.changeSets[one.id];
}

function named(stacks: Stacks, input: Input): StoredChangeSet {
  return stacks.changeSet(
    input.text('ChangeSetName', { min: 1, max: 1600 }),
    input.optionalText('StackName', { min: 1 }),
  );
}
