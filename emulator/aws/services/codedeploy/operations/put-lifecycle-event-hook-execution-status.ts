import type { Operation } from '../../../protocol/operation.js';
import { type CodeDeploy, isOver } from '../code-deploy.js';
import { refuse } from '../faults.js';
import { deploymentId } from './deployments.js';

/** `PutLifecycleEventHookExecutionStatus`: a hook's answer. */
export const putLifecycleEventHookExecutionStatus: Operation<CodeDeploy> = async (context, input) => {
  const deployment = context.deployment(deploymentId(input));
  const executionId = input.optionalText('lifecycleEventHookExecutionId');
  const event = deployment.events.find((one) => one.executionId === executionId);
  if (executionId === undefined || !event)
    throw refuse(
      'InvalidLifecycleEventHookExecutionId',
      'A lifecycle event hook is invalid. Review the hooks section in your AppSpec file to ensure the lifecycle events and hooks functions are valid.',
    );
  const status = input.optionalText('status');
  if (status !== 'Succeeded' && status !== 'Failed')
    throw refuse(
      'InvalidLifecycleEventHookExecutionStatus',
      'The result of a Lambda validation function that verifies a lifecycle event is invalid. It should return Succeeded or Failed.',
    );
  if (event.status !== 'InProgress' || isOver(deployment))
    throw refuse(
      'LifecycleEventAlreadyCompleted',
      'An attempt to return the status of an already completed lifecycle event occurred.',
    );
  await context.runs.answer(context, deployment, event, status === 'Succeeded');
  return { lifecycleEventHookExecutionId: executionId };
};
