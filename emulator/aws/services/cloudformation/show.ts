import type { Dict } from '../../../../src/core/dict.js';
import { showParameters } from './parameters.js';
import type { StoredEvent, StoredResource, StoredStack } from './stored.js';
import { readTemplate } from './template.js';

/** `Stack` of `DescribeStacks`. */
export function showStack(stack: StoredStack): Dict {
  const { updatedAt, deletedAt, changeSetId, roleArn, timeoutInMinutes, drift } = stack;
  return {
    StackId: stack.id,
    StackName: stack.name,
    ...(changeSetId !== undefined && { ChangeSetId: changeSetId }),
    ...(stack.description !== undefined && { Description: stack.description }),
    Parameters: stack.template === '' ? [] : showParameters(readTemplate(stack.template), stack.parameters),
    CreationTime: new Date(stack.createdAt),
    ...(deletedAt !== undefined && { DeletionTime: new Date(deletedAt) }),
    ...(updatedAt !== undefined && { LastUpdatedTime: new Date(updatedAt) }),
    RollbackConfiguration: {},
    StackStatus: stack.status,
    ...(stack.statusReason !== undefined && { StackStatusReason: stack.statusReason }),
    DisableRollback: stack.disableRollback,
    NotificationARNs: stack.notificationArns,
    ...(timeoutInMinutes !== undefined && { TimeoutInMinutes: timeoutInMinutes }),
    Capabilities: stack.capabilities,
    Outputs: stack.outputs.map(({ key, value, description, exportName }) => ({
      OutputKey: key,
      OutputValue: value,
      ...(description !== undefined && { Description: description }),
      ...(exportName !== undefined && { ExportName: exportName }),
    })),
    ...(roleArn !== undefined && { RoleARN: roleArn }),
    Tags: Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value })),
    ...(deletedAt === undefined && { EnableTerminationProtection: stack.isProtected }),
    DriftInformation: {
      StackDriftStatus: drift?.status ?? 'NOT_CHECKED',
      ...(drift && { LastCheckTimestamp: new Date(drift.at) }),
    },
  };
}

/** `StackSummary` of `ListStacks`. */
export function showSummary(stack: StoredStack): Dict {
  const {
    StackId,
    StackName,
    CreationTime,
    LastUpdatedTime,
    DeletionTime,
    StackStatus,
    StackStatusReason,
    DriftInformation,
  } = showStack({ ...stack, template: '' });
  const description = stack.description;
  return {
    StackId,
    StackName,
    ...(description !== undefined && { TemplateDescription: description }),
    CreationTime,
    LastUpdatedTime,
    DeletionTime,
    StackStatus,
    StackStatusReason,
    DriftInformation,
  };
}

/** `StackEvent`. */
export function showEvent(stack: StoredStack, event: StoredEvent): Dict {
  return {
    StackId: stack.id,
    EventId: event.id,
    StackName: stack.name,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: new Date(event.at),
    ResourceStatus: event.status,
    ...(event.reason !== undefined && { ResourceStatusReason: event.reason }),
    ...(event.properties !== undefined && { ResourceProperties: event.properties }),
    ...(event.token !== undefined && { ClientRequestToken: event.token }),
  };
}

/** What is told of a resource in every list; the time goes under another name in each. */
export function showResource(resource: StoredResource, timeName: string): Dict {
  const { physicalId, reason, drift } = resource;
  return {
    LogicalResourceId: resource.logicalId,
    ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
    ResourceType: resource.type,
    [timeName]: new Date(resource.updatedAt),
    ResourceStatus: resource.status,
    ...(reason !== undefined && { ResourceStatusReason: reason }),
    DriftInformation: {
      StackResourceDriftStatus: drift?.status ?? 'NOT_CHECKED',
      ...(drift && { LastCheckTimestamp: new Date(drift.checkedAt) }),
    },
  };
}
