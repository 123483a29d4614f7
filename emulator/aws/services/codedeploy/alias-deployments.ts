import { createHash } from 'node:crypto';
import type { AliasDeployments, AliasPlace, AliasShift } from '../../../kernel/alias-shift.js';
import { AwsError } from '../../../kernel/aws-error.js';
import { EmulatorStops } from '../../../kernel/cloudformation.js';
import { writeAppSpec } from './app-spec.js';
import { CodeDeploy, type CodeDeployWorld, isOver } from './code-deploy.js';
import type { Ending } from './ending.js';
import { newDeployment } from './new-deployment.js';
import { refuseSecond } from './operations/deployments.js';
import type { AppSpec, StoredDeployment } from './stored.js';

/** CodeDeploy as CloudFormation uses it for `CodeDeployLambdaAliasUpdate`. */
export function aliasDeployments(world: CodeDeployWorld): AliasDeployments {
  return {
    shift: (request) => shift(new CodeDeploy(world, request.accountId, request.region), request),
    settle: (place) => settle(new CodeDeploy(world, place.accountId, place.region), place),
  };
}

async function shift(context: CodeDeploy, request: AliasShift): Promise<void> {
  await context.runs.running();
  const deployment = underWay(context, request) ?? (await begin(context, request));
  const { signal } = request;
  let abort = (): void => undefined;
  const halted = new Promise<never>((_, reject) => {
    abort = () => {
      if (isStopping(signal)) reject(stops());
      else void context.runs.halt(context, deployment, CANCELLED);
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  const over = context.runs.over(context, deployment.id);
  const { status, error } = await Promise.race([over, halted]).finally(() =>
    signal.removeEventListener('abort', abort),
  );
  if (status === 'Succeeded') return;
  throw error ? failure(deployment, error) : stops();
}

/** An emulator that stops leaves the deployment to its next run; an update that is cancelled does not. */
function isStopping({ reason }: AbortSignal): boolean {
  return reason instanceof EmulatorStops;
}

function stops(): AwsError {
  return new AwsError('InternalFailure', 'The emulator stops.', 500);
}

const CANCELLED: Ending = {
  status: 'Stopped',
  error: { code: 'MANUAL_STOP', message: 'The update of the stack was cancelled.' },
  rollback: true,
};

/** The deployment that an earlier run of the emulator began for the same change. */
function underWay(context: CodeDeploy, request: AliasShift): StoredDeployment | undefined {
  const active = context.active(request.application, request.group);
  const { functionName, alias, targetVersion } = active?.spec ?? {};
  const isSame =
    functionName === request.functionName && alias === request.alias && targetVersion === request.to;
  return isSame && active?.creator === 'CloudFormation' ? active : undefined;
}

async function begin(context: CodeDeploy, request: AliasShift): Promise<StoredDeployment> {
  const { application, group, functionName, alias, from, to } = request;
  const { config } = context.group(application, group);
  refuseSecond(context, application, group);
  const spec: AppSpec = {
    resource: functionName,
    functionName,
    alias,
    currentVersion: from,
    targetVersion: to,
    hooks: {
      ...(request.beforeAllowTraffic !== undefined && { BeforeAllowTraffic: request.beforeAllowTraffic }),
      ...(request.afterAllowTraffic !== undefined && { AfterAllowTraffic: request.afterAllowTraffic }),
    },
  };
  const content = writeAppSpec(spec);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const deployment = newDeployment(context, {
    application,
    group,
    config: context.config(config),
    creator: 'CloudFormation',
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } },
    spec,
  });
  await context.save();
  context.runs.go(context, deployment);
  return deployment;
}

/** Ends what is under way for an alias, its rollback included. */
async function settle(context: CodeDeploy, place: AliasPlace): Promise<void> {
  await context.runs.running();
  const mine = ({ spec, creator }: StoredDeployment) =>
    creator !== 'user' && spec.functionName === place.functionName && spec.alias === place.alias;
  for (const deployment of context.deployments().filter((one) => mine(one) && !isOver(one))) {
    if (deployment.creator !== 'codeDeployRollback')
      await context.runs.halt(context, deployment, { ...CANCELLED, rollback: false });
    await context.runs.over(context, deployment.id);
  }
}

function failure({ id }: StoredDeployment, { code, message }: { code: string; message: string }): AwsError {
  return new AwsError('NotStabilized', `CodeDeploy deployment ${id}: ${message} (Error code: ${code})`);
}
