import type { Operation } from '../../../protocol/operation.js';
import type { CodeDeploy } from '../code-deploy.js';
import { refuse } from '../faults.js';
import { checkRole, checkStyle, readAlarms, readAutoRollback } from '../group-settings.js';
import { checkName, nameOf } from '../names.js';
import { pageOf } from '../pages.js';
import { showGroup } from '../show.js';
import type { StoredGroup } from '../stored.js';

const DEFAULT_CONFIG = 'CodeDeployDefault.LambdaAllAtOnce';

/** `CreateDeploymentGroup`. */
export const createDeploymentGroup: Operation<CodeDeploy> = async (context, input) => {
  const application = context.application(nameOf(input, 'Application'));
  const name = nameOf(input, 'DeploymentGroup');
  const roleArn = input.optionalText('serviceRoleArn');
  if (roleArn === undefined) throw refuse('RoleRequired', 'The role ID was not specified.');
  checkRole(context, roleArn);
  checkStyle(input);
  if (Object.hasOwn(application.groups, name))
    throw refuse('DeploymentGroupAlreadyExists', `Deployment group already exists: ${name}`);
  const config = context.config(input.optionalText('deploymentConfigName') ?? DEFAULT_CONFIG).name;
  const group: StoredGroup = {
    name,
    id: context.world.ids.uuid(),
    roleArn,
    config,
    autoRollback: readAutoRollback(input) ?? { enabled: false, events: [] },
    alarms: readAlarms(input) ?? { enabled: false, ignorePollAlarmFailure: false, alarms: [] },
  };
  application.groups[name] = group;
  await context.save();
  return { deploymentGroupId: group.id };
};

/** `GetDeploymentGroup`. */
export const getDeploymentGroup: Operation<CodeDeploy> = (context, input) => {
  const application = nameOf(input, 'Application');
  const group = context.group(application, nameOf(input, 'DeploymentGroup'));
  return { deploymentGroupInfo: showGroup(context, application, group) };
};

/** `BatchGetDeploymentGroups`. */
export const batchGetDeploymentGroups: Operation<CodeDeploy> = (context, input) => {
  const application = nameOf(input, 'Application');
  const groups = input.texts('deploymentGroupNames').map((name) => context.group(application, name));
  return { deploymentGroupsInfo: groups.map((group) => showGroup(context, application, group)) };
};

/** `UpdateDeploymentGroup`: what is left out stays. */
export const updateDeploymentGroup: Operation<CodeDeploy> = async (context, input) => {
  const { groups } = context.application(nameOf(input, 'Application'));
  const before = input.optionalText('currentDeploymentGroupName') ?? '';
  const group = context.group(nameOf(input, 'Application'), before);
  const roleArn = input.optionalText('serviceRoleArn');
  if (roleArn !== undefined) checkRole(context, roleArn);
  checkStyle(input);
  const config = input.optionalText('deploymentConfigName');
  const name = input.has('newDeploymentGroupName')
    ? checkName(input.text('newDeploymentGroupName'), 'DeploymentGroup')
    : group.name;
  if (name !== group.name && Object.hasOwn(groups, name))
    throw refuse('DeploymentGroupAlreadyExists', `Deployment group already exists: ${name}`);
  Object.assign(group, {
    name,
    roleArn: roleArn ?? group.roleArn,
    config: config === undefined ? group.config : context.config(config).name,
    autoRollback: readAutoRollback(input) ?? group.autoRollback,
    alarms: readAlarms(input) ?? group.alarms,
  });
  delete groups[before];
  groups[name] = group;
  await context.save();
  return { hooksNotCleanedUp: [] };
};

/** `DeleteDeploymentGroup`. One that is not there is no error. */
export const deleteDeploymentGroup: Operation<CodeDeploy> = async (context, input) => {
  const application = nameOf(input, 'Application');
  const group = nameOf(input, 'DeploymentGroup');
  const { applications } = context.state;
  if (Object.hasOwn(applications, application)) delete applications[application]?.groups[group];
  await context.save();
  return { hooksNotCleanedUp: [] };
};

/** `ListDeploymentGroups`. */
export const listDeploymentGroups: Operation<CodeDeploy> = (context, input) => {
  const applicationName = nameOf(input, 'Application');
  const names = Object.keys(context.application(applicationName).groups).sort();
  const { items, nextToken } = pageOf(input, names);
  return { applicationName, deploymentGroups: items, ...(nextToken !== undefined && { nextToken }) };
};
