import type { Operation } from '../../../protocol/operation.js';
import type { CodeDeploy } from '../code-deploy.js';
import { refuse } from '../faults.js';
import { checkPlatform, nameOf } from '../names.js';
import { pageOf } from '../pages.js';
import { showApplication } from '../show.js';

/** `CreateApplication`: of the Lambda compute platform. */
export const createApplication: Operation<CodeDeploy> = async (context, input) => {
  const name = nameOf(input, 'Application');
  checkPlatform(input);
  if (Object.hasOwn(context.state.applications, name))
    throw refuse('ApplicationAlreadyExists', `Application already exists: ${name}`);
  const id = context.world.ids.uuid();
  context.state.applications[name] = { name, id, createdAt: context.now, groups: {} };
  await context.save();
  return { applicationId: id };
};

/** `GetApplication`. */
export const getApplication: Operation<CodeDeploy> = (context, input) => ({
  application: showApplication(context.application(nameOf(input, 'Application'))),
});

/** `BatchGetApplications`. */
export const batchGetApplications: Operation<CodeDeploy> = (context, input) => ({
  applicationsInfo: input.texts('applicationNames').map((name) => showApplication(context.application(name))),
});

/** `ListApplications`. */
export const listApplications: Operation<CodeDeploy> = (context, input) => {
  const { items, nextToken } = pageOf(input, Object.keys(context.state.applications).sort());
  return { applications: items, ...(nextToken !== undefined && { nextToken }) };
};

/** `DeleteApplication`: with its groups. One that is not there is no error. */
export const deleteApplication: Operation<CodeDeploy> = async (context, input) => {
  delete context.state.applications[nameOf(input, 'Application')];
  await context.save();
  return {};
};
