import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { readRevision } from '../app-spec.js';
import { type CodeDeploy, isOver } from '../code-deploy.js';
import { refuse } from '../faults.js';
import { readAlarms, readAutoRollback } from '../group-settings.js';
import { nameOf } from '../names.js';
import { newDeployment } from '../new-deployment.js';
import { pageOf } from '../pages.js';
import { showDeployment } from '../show.js';
import type { StoredDeployment } from '../stored.js';

const STATUSES = ['Created', 'Queued', 'InProgress', 'Baking', 'Succeeded', 'Failed', 'Stopped', 'Ready'];

/** `CreateDeployment`: answers its id; what is wrong with versions and aliases shows as its failure. */
export const createDeployment: Operation<CodeDeploy> = async (context, input) => {
  const application = nameOf(input, 'Application');
  const group = context.group(application, nameOf(input, 'DeploymentGroup'));
  const revision = input.optionalInner('revision');
  if (!revision) throw refuse('RevisionRequired', 'The revision ID was not specified.');
  const spec = await readRevision(context, revision);
  const description = input.optionalText('description');
  if (description !== undefined && description.length > 256)
    throw refuse('DescriptionTooLong', 'The description is too long.');
  refuseSecond(context, application, group.name);
  const deployment = newDeployment(context, {
    application,
    group: group.name,
    config: context.config(input.optionalText('deploymentConfigName') ?? group.config),
    creator: 'user',
    revision: revision.raw,
    spec,
    description,
    autoRollback: readAutoRollback(input),
    alarms: readAlarms(input, 'overrideAlarmConfiguration'),
  });
  await context.save();
  context.runs.go(context, deployment);
  return { deploymentId: deployment.id };
};

/** Refuses a second deployment of a group at a time. */
export function refuseSecond(context: CodeDeploy, application: string, group: string): void {
  const active = context.active(application, group);
  if (active)
    throw refuse(
      'DeploymentLimitExceeded',
      `The Deployment Group '${group}' already has an active Deployment '${active.id}'`,
    );
}

/** `GetDeployment`. */
export const getDeployment: Operation<CodeDeploy> = (context, input) => ({
  deploymentInfo: showDeployment(context.deployment(deploymentId(input))),
});

/** `BatchGetDeployments`. */
export const batchGetDeployments: Operation<CodeDeploy> = (context, input) => ({
  deploymentsInfo: input.texts('deploymentIds').map((id) => showDeployment(context.deployment(id))),
});

/** `ListDeployments`: newest first. */
export const listDeployments: Operation<CodeDeploy> = (context, input) => {
  const fitting = context.deployments().filter(filterOf(context, input));
  const ids = fitting.sort((a, b) => b.createdAt - a.createdAt).map(({ id }) => id);
  const { items, nextToken } = pageOf(input, ids);
  return { deployments: items, ...(nextToken !== undefined && { nextToken }) };
};

/** `StopDeployment`: traffic stays as it is, unless a rollback is asked for here or by the deployment's settings. */
export const stopDeployment: Operation<CodeDeploy> = async (context, input) => {
  const deployment = context.deployment(deploymentId(input));
  if (isOver(deployment))
    throw refuse('DeploymentAlreadyCompleted', `The deployment ${deployment.id} is already completed.`);
  await context.runs.halt(context, deployment, {
    status: 'Stopped',
    error: { code: 'MANUAL_STOP', message: 'The deployment was stopped by a user.' },
    rollback: input.has('autoRollbackEnabled')
      ? input.flag('autoRollbackEnabled')
      : 'DEPLOYMENT_STOP_ON_REQUEST',
  });
  return { status: 'Succeeded', statusMessage: 'No more traffic will be shifted by this deployment.' };
};

/** `ContinueDeployment`: there is nothing to wait for in a Lambda deployment. */
export const continueDeployment: Operation<CodeDeploy> = (context, input) => {
  context.deployment(deploymentId(input));
  throw refuse(
    'UnsupportedActionForDeploymentType',
    'A call was submitted that is not supported for the specified deployment type.',
  );
};

/** `deploymentId`, by CodeDeploy's own exceptions. */
export function deploymentId(input: Input): string {
  const id = input.optionalText('deploymentId');
  if (id === undefined) throw refuse('DeploymentIdRequired', 'At least one deployment ID must be specified.');
  if (/^d-[A-Z0-9]{9}$/.test(id)) return id;
  throw refuse('InvalidDeploymentId', `The deployment ID ${id} is not valid.`);
}

function filterOf(context: CodeDeploy, input: Input): (deployment: StoredDeployment) => boolean {
  const application = input.has('applicationName') ? nameOf(input, 'Application') : undefined;
  const group = input.has('deploymentGroupName') ? nameOf(input, 'DeploymentGroup') : undefined;
  if (group !== undefined && application === undefined)
    throw refuse('ApplicationNameRequired', 'The application name is required.');
  if (application !== undefined) context.application(application);
  if (application !== undefined && group !== undefined) context.group(application, group);
  const statuses = input.optionalTexts('includeOnlyStatuses') ?? STATUSES;
  const bad = statuses.find((status) => !STATUSES.includes(status));
  if (bad !== undefined)
    throw refuse('InvalidDeploymentStatus', `The deployment status ${bad} is not valid.`);
  const range = input.optionalInner('createTimeRange');
  const start = range?.optionalTime('start') ?? 0;
  const end = range?.optionalTime('end') ?? Number.POSITIVE_INFINITY;
  return (one) =>
    (application === undefined || one.application === application) &&
    (group === undefined || one.group === group) &&
    statuses.includes(one.status) &&
    one.createdAt >= start &&
    one.createdAt <= end;
}
