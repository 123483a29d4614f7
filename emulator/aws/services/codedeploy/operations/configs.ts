import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { CodeDeploy } from '../code-deploy.js';
import { PREDEFINED } from '../configs.js';
import { refuse } from '../faults.js';
import { checkPlatform, nameOf } from '../names.js';
import { pageOf } from '../pages.js';
import { showConfig } from '../show.js';
import type { TrafficRouting } from '../stored.js';

/** Minutes of all steps together (CodeDeploy quotas, Lambda). */
const LONGEST = 2880;

/** `CreateDeploymentConfig`. */
export const createDeploymentConfig: Operation<CodeDeploy> = async (context, input) => {
  const name = nameOf(input, 'DeploymentConfig');
  checkPlatform(input);
  if (name.startsWith('CodeDeployDefault.'))
    throw refuse('InvalidDeploymentConfigName', 'The prefix CodeDeployDefault. is reserved.');
  if (Object.hasOwn(context.state.configs, name))
    throw refuse('DeploymentConfigAlreadyExists', `Deployment configuration already exists: ${name}`);
  const routing = readRouting(input);
  const id = context.world.ids.uuid();
  context.state.configs[name] = { name, id, routing, createdAt: context.now };
  await context.save();
  return { deploymentConfigId: id };
};

/** `GetDeploymentConfig`. */
export const getDeploymentConfig: Operation<CodeDeploy> = (context, input) => ({
  deploymentConfigInfo: showConfig(context.config(nameOf(input, 'DeploymentConfig'))),
});

/** `ListDeploymentConfigs`. */
export const listDeploymentConfigs: Operation<CodeDeploy> = (context, input) => {
  const { items, nextToken } = pageOf(
    input,
    context.configs().map(({ name }) => name),
  );
  return { deploymentConfigsList: items, ...(nextToken !== undefined && { nextToken }) };
};

/** `DeleteDeploymentConfig`: one of one's own that no group uses. */
export const deleteDeploymentConfig: Operation<CodeDeploy> = async (context, input) => {
  const name = nameOf(input, 'DeploymentConfig');
  if (Object.hasOwn(PREDEFINED, name))
    throw refuse('InvalidOperation', `The predefined deployment configuration ${name} cannot be deleted.`);
  const groups = Object.values(context.state.applications).flatMap((one) => Object.values(one.groups));
  if (groups.some(({ config }) => config === name))
    throw refuse('DeploymentConfigInUse', `The deployment configuration ${name} is still in use.`);
  delete context.state.configs[name];
  await context.save();
  return {};
};

function readRouting(input: Input): TrafficRouting {
  const given = input.optionalInner('trafficRoutingConfig');
  const type = given?.optionalText('type') ?? 'AllAtOnce';
  if (type === 'AllAtOnce') return { type, percentage: 100, interval: 0 };
  if (type !== 'TimeBasedCanary' && type !== 'TimeBasedLinear')
    throw invalid(`The traffic routing type ${type} is not valid.`);
  const word = type === 'TimeBasedCanary' ? 'canary' : 'linear';
  const times = given?.optionalInner(type === 'TimeBasedCanary' ? 'timeBasedCanary' : 'timeBasedLinear');
  const percentage = times?.optionalInteger(`${word}Percentage`) ?? 0;
  const interval = times?.optionalInteger(`${word}Interval`) ?? 0;
  if (percentage < 1 || percentage > 99) throw invalid(`The ${word} percentage must be between 1 and 99.`);
  const steps = type === 'TimeBasedCanary' ? 1 : Math.ceil(100 / percentage) - 1;
  if (interval < 1 || interval * steps > LONGEST)
    throw invalid(
      `The ${word} interval must be at least 1 minute, and the whole deployment at most ${LONGEST}.`,
    );
  return { type, percentage, interval };
}

function invalid(message: string) {
  return refuse('InvalidTrafficRoutingConfiguration', message);
}
