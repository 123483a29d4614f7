import type { Dict } from '../../../../src/core/dict.js';
import type { CodeDeploy } from './code-deploy.js';
import type {
  AlarmSettings,
  LifecycleEvent,
  StoredApplication,
  StoredConfig,
  StoredDeployment,
  StoredGroup,
} from './stored.js';

/** `ApplicationInfo`. */
export function showApplication({ name, id, createdAt }: StoredApplication): Dict {
  return {
    applicationId: id,
    applicationName: name,
    createTime: new Date(createdAt),
    linkedToGitHub: false,
    computePlatform: 'Lambda',
  };
}

/** `DeploymentConfigInfo`. */
export function showConfig({ name, id, routing, createdAt }: StoredConfig): Dict {
  const { type, percentage, interval } = routing;
  const timeBased = {
    [type === 'TimeBasedCanary' ? 'canaryPercentage' : 'linearPercentage']: percentage,
    [type === 'TimeBasedCanary' ? 'canaryInterval' : 'linearInterval']: interval,
  };
  const member = type === 'TimeBasedCanary' ? 'timeBasedCanary' : 'timeBasedLinear';
  return {
    deploymentConfigId: id,
    deploymentConfigName: name,
    ...(createdAt !== undefined && { createTime: new Date(createdAt) }),
    computePlatform: 'Lambda',
    trafficRoutingConfig: { type, ...(type !== 'AllAtOnce' && { [member]: timeBased }) },
  };
}

const STYLE = { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' };

/** `DeploymentGroupInfo`. */
export function showGroup(context: CodeDeploy, application: string, group: StoredGroup): Dict {
  const last = (id: string | undefined) => {
    const deployment = id === undefined ? undefined : context.state.deployments[id];
    return deployment && showLast(deployment);
  };
  const attempted = last(group.lastAttempted);
  const successful = last(group.lastSuccessful);
  return {
    applicationName: application,
    deploymentGroupId: group.id,
    deploymentGroupName: group.name,
    deploymentConfigName: group.config,
    serviceRoleArn: group.roleArn,
    deploymentStyle: STYLE,
    computePlatform: 'Lambda',
    autoRollbackConfiguration: group.autoRollback,
    alarmConfiguration: showAlarms(group.alarms),
    outdatedInstancesStrategy: 'UPDATE',
    ...(attempted && { lastAttemptedDeployment: attempted }),
    ...(successful && { lastSuccessfulDeployment: successful }),
  };
}

function showLast({ id, status, completedAt, createdAt }: StoredDeployment): Dict {
  return {
    deploymentId: id,
    status,
    createTime: new Date(createdAt),
    ...(completedAt !== undefined && { endTime: new Date(completedAt) }),
  };
}

function showAlarms({ enabled, ignorePollAlarmFailure, alarms }: AlarmSettings): Dict {
  return { enabled, ignorePollAlarmFailure, alarms: alarms.map((name) => ({ name })) };
}

/** `DeploymentInfo`. */
export function showDeployment(deployment: StoredDeployment): Dict {
  const { error, rollback, startedAt, completedAt, description } = deployment;
  return {
    applicationName: deployment.application,
    deploymentGroupName: deployment.group,
    deploymentConfigName: deployment.config,
    deploymentId: deployment.id,
    revision: deployment.revision,
    status: deployment.status,
    ...(error && { errorInformation: error }),
    createTime: new Date(deployment.createdAt),
    ...(startedAt !== undefined && { startTime: new Date(startedAt) }),
    ...(completedAt !== undefined && { completeTime: new Date(completedAt) }),
    deploymentOverview: overviewOf(deployment),
    ...(description !== undefined && { description }),
    creator: deployment.creator,
    ignoreApplicationStopFailures: false,
    autoRollbackConfiguration: deployment.autoRollback,
    updateOutdatedInstancesOnly: false,
    ...(rollback && {
      rollbackInfo: {
        ...(rollback.deploymentId !== undefined && { rollbackDeploymentId: rollback.deploymentId }),
        ...(rollback.triggeringId !== undefined && { rollbackTriggeringDeploymentId: rollback.triggeringId }),
        rollbackMessage: rollback.message,
      },
    }),
    deploymentStyle: STYLE,
    deploymentStatusMessages: [],
    computePlatform: 'Lambda',
    overrideAlarmConfiguration: showAlarms(deployment.alarms),
  };
}

function overviewOf(deployment: StoredDeployment): Dict {
  const counts = { Pending: 0, InProgress: 0, Succeeded: 0, Failed: 0, Skipped: 0, Ready: 0 };
  counts[targetStatus(deployment)] = 1;
  return counts;
}

function targetStatus({
  status,
}: StoredDeployment): 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped' {
  if (status === 'Created') return 'Pending';
  return status === 'Stopped' ? 'Failed' : status;
}

/** Id of a deployment's one target. */
export function targetIdOf({ spec }: StoredDeployment): string {
  return `${spec.functionName}:${spec.alias}`;
}

/** `DeploymentTarget`: the function whose alias is shifted. */
export function showTarget(context: CodeDeploy, deployment: StoredDeployment): Dict {
  const { spec, weight } = deployment;
  const { accountId, region } = context;
  const [name = ''] = spec.functionName.split(':').slice(-1);
  return {
    deploymentTargetType: 'LambdaTarget',
    lambdaTarget: {
      deploymentId: deployment.id,
      targetId: targetIdOf(deployment),
      targetArn: `arn:aws:lambda:${region}:${accountId}:function:${name}:${spec.alias}`,
      status: targetStatus(deployment),
      lastUpdatedAt: new Date(deployment.updatedAt),
      lifecycleEvents: deployment.events.map(showEvent),
      lambdaFunctionInfo: {
        functionName: spec.functionName,
        functionAlias: spec.alias,
        currentVersion: spec.currentVersion,
        targetVersion: spec.targetVersion,
        targetVersionWeight: weight,
      },
    },
  };
}

function showEvent({ name, status, startedAt, endedAt, fault }: LifecycleEvent): Dict {
  return {
    lifecycleEventName: name,
    status,
    ...(startedAt !== undefined && { startTime: new Date(startedAt) }),
    ...(endedAt !== undefined && { endTime: new Date(endedAt) }),
    ...(fault && { diagnostics: { ...fault, scriptName: '', logTail: '' } }),
  };
}
