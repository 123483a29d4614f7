import { permissionWords } from './checks.js';
import type { CodeDeploy } from './code-deploy.js';
import type { Ending } from './ending.js';
import type { HookName, LifecycleEvent, StoredDeployment } from './stored.js';

/** A hook has this long to answer (CodeDeploy user guide, "AppSpec 'hooks' section for an AWS Lambda deployment"). */
const PATIENCE = 3_600_000;

/** ARN of the function behind a hook; undefined where there is none. */
export function hookOf(
  { accountId, region }: CodeDeploy,
  { spec }: StoredDeployment,
  name: HookName,
): string | undefined {
  const fn = spec.hooks[name];
  if (fn === undefined || fn.startsWith('arn:')) return fn;
  return `arn:aws:lambda:${region}:${accountId}:function:${fn}`;
}

/** Calls a hook; it answers by `PutLifecycleEventHookExecutionStatus`, whatever its function returns. */
export function startHook(
  context: CodeDeploy,
  deployment: StoredDeployment,
  event: LifecycleEvent,
  { fn, refused }: { fn: string; refused: (why: string) => void },
): void {
  const { world, now } = context;
  const executionId = world.ids.bytes(96).toString('base64');
  Object.assign(event, {
    status: 'InProgress',
    executionId,
    startedAt: event.startedAt ?? now,
    deadline: event.deadline ?? now + PATIENCE,
  });
  const payload = JSON.stringify({
    DeploymentId: deployment.id,
    LifecycleEventHookExecutionId: executionId,
  });
  const role = context.group(deployment.application, deployment.group).roleArn;
  // told after this step, which the deployment must have behind it before it can end
  queueMicrotask(() => {
    if (!world.allows(role, 'lambda:InvokeFunction', fn)) {
      refused(permissionWords(role));
      return;
    }
    Promise.resolve(world.functions?.invoke({ functionName: fn, payload })).catch((error: unknown) => {
      if (!world.runs().stopped) refused(error instanceof Error ? error.message : String(error));
    });
  });
}

/** The end that a hook brings: it said no, said nothing, or could not be called. */
export function failHook(event: LifecycleEvent, how: 'answered' | 'silent' | 'refused', why = ''): Ending {
  const messages = {
    answered: `The deployment failed because the ${event.name} lifecycle event hook reported that its validation failed.`,
    silent: `The deployment failed because the ${event.name} lifecycle event hook did not report a status within one hour.`,
    refused: `The deployment failed because the function of the ${event.name} lifecycle event hook could not be invoked: ${why}`,
  };
  const message = messages[how];
  event.fault = { errorCode: how === 'silent' ? 'ScriptTimedOut' : 'ScriptFailed', message };
  const code = how === 'silent' ? 'TIMEOUT' : 'HOOK_EXECUTION_FAILURE';
  return { status: 'Failed', error: { code, message }, rollback: 'DEPLOYMENT_FAILURE' };
}
