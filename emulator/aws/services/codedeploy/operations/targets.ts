import type { Operation } from '../../../protocol/operation.js';
import type { CodeDeploy } from '../code-deploy.js';
import { refuse } from '../faults.js';
import { showTarget, targetIdOf } from '../show.js';
import { deploymentId } from './deployments.js';

/** `GetDeploymentTarget`. */
export const getDeploymentTarget: Operation<CodeDeploy> = (context, input) => {
  const deployment = context.deployment(deploymentId(input));
  checkTarget(targetIdOf(deployment), input.optionalText('targetId'));
  return { deploymentTarget: showTarget(context, deployment) };
};

/** `BatchGetDeploymentTargets`. */
export const batchGetDeploymentTargets: Operation<CodeDeploy> = (context, input) => {
  const deployment = context.deployment(deploymentId(input));
  const wanted = input.optionalTexts('targetIds') ?? [targetIdOf(deployment)];
  for (const id of wanted) checkTarget(targetIdOf(deployment), id);
  return { deploymentTargets: wanted.map(() => showTarget(context, deployment)) };
};

/** `ListDeploymentTargets`: a Lambda deployment has one. */
export const listDeploymentTargets: Operation<CodeDeploy> = (context, input) => ({
  targetIds: [targetIdOf(context.deployment(deploymentId(input)))],
});

function checkTarget(present: string, wanted: string | undefined): void {
  if (wanted === undefined)
    throw refuse('DeploymentTargetIdRequired', 'A deployment target ID was not provided.');
  if (wanted !== present)
    throw refuse(
      'DeploymentTargetDoesNotExist',
      'The provided target ID does not belong to the attempted deployment.',
    );
}
