import type { CodeDeploy } from './code-deploy.js';
import { DeploymentEnds } from './ending.js';
import type { LifecycleEvent, StoredDeployment, TrafficRouting } from './stored.js';

const MINUTE = 60_000;

/** Sends the next share of traffic to the target version when it is due; answers when the one after it is. */
export async function shiftTraffic(
  context: CodeDeploy,
  deployment: StoredDeployment,
  event: LifecycleEvent,
): Promise<number | undefined> {
  const { nextShiftAt } = deployment;
  if (event.status === 'InProgress' && nextShiftAt !== undefined && context.now < nextShiftAt)
    return nextShiftAt;
  const due = nextShiftAt ?? context.now;
  Object.assign(event, { status: 'InProgress', startedAt: event.startedAt ?? context.now });
  const weight = nextWeight(deployment.routing, deployment.weight);
  await route(context, deployment, weight);
  deployment.weight = weight;
  if (weight < 100) {
    deployment.nextShiftAt = due + deployment.routing.interval * MINUTE;
    return deployment.nextShiftAt > context.now ? deployment.nextShiftAt : undefined;
  }
  delete deployment.nextShiftAt;
  Object.assign(event, { status: 'Succeeded', endedAt: context.now });
  return undefined;
}

/** Percent after the next step. */
function nextWeight({ type, percentage }: TrafficRouting, weight: number): number {
  if (type === 'AllAtOnce' || (type === 'TimeBasedCanary' && weight > 0)) return 100;
  return Math.min(100, weight + percentage);
}

async function route(context: CodeDeploy, deployment: StoredDeployment, weight: number): Promise<void> {
  const { currentVersion, targetVersion } = deployment.spec;
  const traffic =
    weight === 100
      ? { version: targetVersion, weights: {} }
      : { version: currentVersion, weights: { [targetVersion]: weight / 100 } };
  try {
    await context.world.functions?.route(context.placeOf(deployment), traffic);
  } catch (error) {
    const message = `The deployment failed because traffic could not be shifted: ${error instanceof Error ? error.message : String(error)}`;
    throw new DeploymentEnds({
      status: 'Failed',
      error: { code: 'INVALID_LAMBDA_FUNCTION', message },
      rollback: 'DEPLOYMENT_FAILURE',
    });
  }
}
