import {
  BatchGetDeploymentTargetsCommand,
  CodeDeployClient,
  type DeploymentInfo,
  type DeploymentTarget,
  GetDeploymentCommand,
  GetDeploymentConfigCommand,
  ListDeploymentTargetsCommand,
  paginateListDeployments,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import type { AwsRegion } from './region.js';

/** A hook or the shifting of traffic within a deployment. */
export interface LifecycleFacts {
  /** `BeforeAllowTraffic`, `AllowTraffic` or `AfterAllowTraffic`. */
  name: string;
  /** `Pending`, `InProgress`, `Succeeded`, `Failed`, `Skipped`, `Unknown`. */
  status: string;
  /** Epoch ms; left out before it has begun. */
  startedAt?: number;
  endedAt?: number;
  /** What the service said of a failure. */
  message?: string;
}

/** A shift of one alias from a version to the next. */
export interface AliasShift {
  functionName: string;
  alias: string;
  currentVersion: string;
  targetVersion: string;
  /** Share of calls that the new version gets, 0 to 1. */
  weight: number;
  events: LifecycleFacts[];
}

/** A deployment as far as it has come. */
export interface CodeDeployment {
  id: string;
  application: string;
  group: string;
  config: string;
  /** `Created`, `Queued`, `InProgress`, `Succeeded`, `Failed`, `Stopped`, `Ready`, `Baking`. */
  status: string;
  /** Epoch ms. */
  createdAt: number;
  /** `ALARM_ACTIVE: One or more alarms …`; left out while nothing is wrong. */
  error?: string;
  /** What CodeDeploy says of the rollback it began. */
  rollback?: string;
  shifts: AliasShift[];
}

/** How a deployment configuration shifts traffic. */
export type Shifting =
  | { kind: 'at-once' }
  | { kind: 'canary' | 'linear'; percentage: number; minutes: number };

/** CodeDeploy of one region, as far as Lambda functions go. */
export class CodeDeployments {
  readonly #client: CodeDeployClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(CodeDeployClient);
  }

  /** Ids of the deployments that were created at this moment (epoch ms) or later, of whatever application. */
  async since(from: number): Promise<string[]> {
    const found: string[] = [];
    const pages = paginateListDeployments(
      { client: this.#client },
      { createTimeRange: { start: new Date(from) } },
    );
    for await (const { deployments = [] } of pages) found.push(...deployments);
    return found;
  }

  /** A deployment with the aliases that it shifts. */
  async read(deploymentId: string): Promise<CodeDeployment> {
    const { deploymentInfo = {} } = await this.#client.send(new GetDeploymentCommand({ deploymentId }));
    return { ...factsOf(deploymentInfo), id: deploymentId, shifts: await this.#shifts(deploymentId) };
  }

  async shifting(deploymentConfigName: string): Promise<Shifting> {
    const { deploymentConfigInfo } = await this.#client.send(
      new GetDeploymentConfigCommand({ deploymentConfigName }),
    );
    const { timeBasedCanary: canary, timeBasedLinear: linear } =
      deploymentConfigInfo?.trafficRoutingConfig ?? {};
    if (canary)
      return {
        kind: 'canary',
        percentage: canary.canaryPercentage ?? 0,
        minutes: canary.canaryInterval ?? 0,
      };
    if (linear)
      return {
        kind: 'linear',
        percentage: linear.linearPercentage ?? 0,
        minutes: linear.linearInterval ?? 0,
      };
    return { kind: 'at-once' };
  }

  /** Ends a deployment; the alias goes back to the version it had. One that has ended is left as it is. */
  async stop(deploymentId: string): Promise<void> {
    try {
      await this.#client.send(new StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true }));
    } catch (error) {
      if ((error as Error).name !== 'DeploymentAlreadyCompletedException') throw error;
    }
  }

  async #shifts(deploymentId: string): Promise<AliasShift[]> {
    // a deployment of Lambda shifts one alias, or a few: never more than a page
    const { targetIds = [] } = await this.#client.send(new ListDeploymentTargetsCommand({ deploymentId }));
    if (targetIds.length === 0) return [];
    const { deploymentTargets = [] } = await this.#client.send(
      new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds }),
    );
    return deploymentTargets.flatMap(shiftOf);
  }
}

function factsOf(info: DeploymentInfo): Omit<CodeDeployment, 'id' | 'shifts'> {
  const { errorInformation: failure, rollbackInfo } = info;
  const rollback = rollbackInfo?.rollbackMessage;
  return {
    application: info.applicationName ?? '',
    group: info.deploymentGroupName ?? '',
    config: info.deploymentConfigName ?? '',
    status: info.status ?? 'Created',
    createdAt: info.createTime?.getTime() ?? 0,
    ...(failure && { error: `${failure.code ?? 'UNKNOWN'}: ${failure.message ?? ''}` }),
    ...(rollback !== undefined && { rollback }),
  };
}

function shiftOf({ lambdaTarget }: DeploymentTarget): AliasShift[] {
  const { lambdaFunctionInfo: info, lifecycleEvents = [] } = lambdaTarget ?? {};
  if (!info) return [];
  return [
    {
      functionName: info.functionName ?? '',
      alias: info.functionAlias ?? '',
      currentVersion: info.currentVersion ?? '',
      targetVersion: info.targetVersion ?? '',
      // told as a share by the service's model, and seen as a percentage: both are read
      weight: shareOf(info.targetVersionWeight ?? 0),
      events: lifecycleEvents.map(({ lifecycleEventName, status, startTime, endTime, diagnostics }) => ({
        name: lifecycleEventName ?? '',
        status: status ?? 'Unknown',
        ...(startTime && { startedAt: startTime.getTime() }),
        ...(endTime && { endedAt: endTime.getTime() }),
        ...(diagnostics?.message && { message: diagnostics.message }),
      })),
    },
  ];
}

function shareOf(weight: number): number {
  return weight > 1 ? weight / 100 : weight;
}
