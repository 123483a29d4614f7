import type { Dict } from '../../../../src/core/dict.js';
import type { Service } from '../../../kernel/service.js';
import { JsonApi } from '../../protocol/json-api.js';
import type { Operation } from '../../protocol/operation.js';
import { aliasDeployments } from './alias-deployments.js';
import { CodeDeploy, type CodeDeployWorld } from './code-deploy.js';
import {
  batchGetApplications,
  createApplication,
  deleteApplication,
  getApplication,
  listApplications,
} from './operations/applications.js';
import {
  createDeploymentConfig,
  deleteDeploymentConfig,
  getDeploymentConfig,
  listDeploymentConfigs,
} from './operations/configs.js';
import {
  batchGetDeployments,
  continueDeployment,
  createDeployment,
  getDeployment,
  listDeployments,
  stopDeployment,
} from './operations/deployments.js';
import {
  batchGetDeploymentGroups,
  createDeploymentGroup,
  deleteDeploymentGroup,
  getDeploymentGroup,
  listDeploymentGroups,
  updateDeploymentGroup,
} from './operations/groups.js';
import { putLifecycleEventHookExecutionStatus } from './operations/put-lifecycle-event-hook-execution-status.js';
import {
  batchGetDeploymentTargets,
  getDeploymentTarget,
  listDeploymentTargets,
} from './operations/targets.js';
import { codeDeployResources } from './resources.js';
import { DeploymentRuns } from './runs.js';

const OPERATIONS: Record<string, Operation<CodeDeploy>> = {
  BatchGetApplications: batchGetApplications,
  BatchGetDeploymentGroups: batchGetDeploymentGroups,
  BatchGetDeploymentTargets: batchGetDeploymentTargets,
  BatchGetDeployments: batchGetDeployments,
  ContinueDeployment: continueDeployment,
  CreateApplication: createApplication,
  CreateDeployment: createDeployment,
  CreateDeploymentConfig: createDeploymentConfig,
  CreateDeploymentGroup: createDeploymentGroup,
  DeleteApplication: deleteApplication,
  DeleteDeploymentConfig: deleteDeploymentConfig,
  DeleteDeploymentGroup: deleteDeploymentGroup,
  GetApplication: getApplication,
  GetDeployment: getDeployment,
  GetDeploymentConfig: getDeploymentConfig,
  GetDeploymentGroup: getDeploymentGroup,
  GetDeploymentTarget: getDeploymentTarget,
  ListApplications: listApplications,
  ListDeploymentConfigs: listDeploymentConfigs,
  ListDeploymentGroups: listDeploymentGroups,
  ListDeploymentTargets: listDeploymentTargets,
  ListDeployments: listDeployments,
  PutLifecycleEventHookExecutionStatus: putLifecycleEventHookExecutionStatus,
  StopDeployment: stopDeployment,
  UpdateDeploymentGroup: updateDeploymentGroup,
};

/** AWS CodeDeploy, API version 2014-10-06, for the Lambda compute platform: over the wire, for CloudFormation, and its runs. */
export function createCodeDeploy(parts: Omit<CodeDeployWorld, 'runs'>) {
  const world: CodeDeployWorld = { ...parts, runs: () => runs };
  const runs = new DeploymentRuns(world);
  return {
    api: wireApi(world),
    runs,
    service: deploymentService(runs),
    aliases: aliasDeployments(world),
    resources: codeDeployResources(world),
  };
}

function wireApi(world: CodeDeployWorld): JsonApi<CodeDeploy> {
  return new JsonApi({
    signingName: 'codedeploy',
    targetPrefix: 'CodeDeploy_20141006',
    operations: OPERATIONS,
    open: ({ caller, region }) => new CodeDeploy(world, caller.accountId, region),
    resourceOf: (operation, input, { caller, region }) =>
      resourceOf(operation, input, new CodeDeploy(world, caller.accountId, region)),
  });
}

/** Deployments under way go on when functions can be called, and end before those do. */
function deploymentService(runs: DeploymentRuns): Service {
  return {
    name: 'codedeploy',
    needs: ['aws', 'lambda'],
    start: async () => runs.start(),
    stop: () => runs.stop(),
    health: () => ({ status: runs.stopped ? 'stopped' : 'ok' }),
  };
}

/** What policies name: a group, an application or a configuration (Service Authorization Reference). */
function resourceOf(operation: string, input: Dict, context: CodeDeploy): string {
  const arn = (kind: string, name: string) =>
    `arn:aws:codedeploy:${context.region}:${context.accountId}:${kind}:${name}`;
  const deployment = context.state.deployments[String(input.deploymentId ?? '')];
  if (deployment) return arn('deploymentgroup', `${deployment.application}/${deployment.group}`);
  const group = input.deploymentGroupName ?? input.currentDeploymentGroupName;
  if (input.applicationName !== undefined && group !== undefined)
    return arn('deploymentgroup', `${String(input.applicationName)}/${String(group)}`);
  if (operation === 'ListDeploymentGroups' || operation === 'BatchGetDeploymentGroups')
    return arn('deploymentgroup', `${String(input.applicationName)}/*`);
  if (input.applicationName !== undefined) return arn('application', String(input.applicationName));
  if (input.deploymentConfigName !== undefined)
    return arn('deploymentconfig', String(input.deploymentConfigName));
  return '*';
}
