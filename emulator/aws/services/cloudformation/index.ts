import type { Operation } from '../../protocol/operation.js';
import { QueryApi } from '../../protocol/query-api.js';
import { Engine } from './engine/engine.js';
import {
  createChangeSet,
  deleteChangeSet,
  describeChangeSet,
  executeChangeSet,
  listChangeSets,
} from './operations/change-sets.js';
import { createStack, deleteStack, updateStack } from './operations/change-stack.js';
import {
  describeStackEvents,
  describeStackResource,
  describeStackResources,
  describeStacks,
  listExports,
  listImports,
  listStackResources,
  listStacks,
} from './operations/describe-stacks.js';
import {
  describeStackDriftDetectionStatus,
  describeStackResourceDrifts,
  detectStackDrift,
  detectStackResourceDrift,
} from './operations/drift.js';
import { cancelUpdateStack, continueUpdateRollback, rollbackStack } from './operations/recover-stack.js';
import { getStackPolicy, setStackPolicy, updateTerminationProtection } from './operations/settings.js';
import { getTemplate, getTemplateSummary, validateTemplate } from './operations/templates.js';
import type { CloudFormationWorld, Stacks } from './stacks.js';

const OPERATIONS: Record<string, Operation<Stacks>> = {
  CancelUpdateStack: cancelUpdateStack,
  ContinueUpdateRollback: continueUpdateRollback,
  CreateChangeSet: createChangeSet,
  CreateStack: createStack,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: deleteStack,
  DescribeChangeSet: describeChangeSet,
  DescribeStackDriftDetectionStatus: describeStackDriftDetectionStatus,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResource: describeStackResource,
  DescribeStackResourceDrifts: describeStackResourceDrifts,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  DetectStackDrift: detectStackDrift,
  DetectStackResourceDrift: detectStackResourceDrift,
  ExecuteChangeSet: executeChangeSet,
  GetStackPolicy: getStackPolicy,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListChangeSets: listChangeSets,
  ListExports: listExports,
  ListImports: listImports,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  RollbackStack: rollbackStack,
  SetStackPolicy: setStackPolicy,
  UpdateStack: updateStack,
  UpdateTerminationProtection: updateTerminationProtection,
  ValidateTemplate: validateTemplate,
};

/** AWS CloudFormation, API version 2010-05-15, and what carries its operations out. */
export function createCloudFormation(world: CloudFormationWorld): { api: QueryApi<Stacks>; engine: Engine } {
  const engine = new Engine(world);
  const api = new QueryApi({
    signingName: 'cloudformation',
    version: '2010-05-15',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    operations: OPERATIONS,
    open: ({ caller, region }) => engine.view(caller.accountId, region),
    resourceOf: (_operation, { StackName: name, ChangeSetName: changeSet }, { caller, region }) => {
      const stacks = engine.view(caller.accountId, region);
      if (typeof name !== 'string')
        return typeof changeSet === 'string' && changeSet.startsWith('arn:')
          ? (stacks.state.changeSets[changeSet]?.stackId ?? '*')
          : '*';
      return name.startsWith('arn:') ? name : (stacks.find(name)?.id ?? stacks.arn(`stack/${name}/*`));
    },
  });
  return { api, engine };
}
