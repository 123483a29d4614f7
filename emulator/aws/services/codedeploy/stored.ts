/** How traffic goes over: a share at first, the rest after a while, or equal shares one after the other. */
export interface TrafficRouting {
  type: 'AllAtOnce' | 'TimeBasedCanary' | 'TimeBasedLinear';
  /** Percent of each step; of no meaning for `AllAtOnce`. */
  percentage: number;
  /** Minutes between two steps. */
  interval: number;
}

export interface StoredConfig {
  name: string;
  id: string;
  routing: TrafficRouting;
  /** Epoch ms; left out for those that AWS brings. */
  createdAt?: number;
}

export interface StoredApplication {
  name: string;
  id: string;
  createdAt: number;
  groups: Record<string, StoredGroup>;
}

export type RollbackEvent = 'DEPLOYMENT_FAILURE' | 'DEPLOYMENT_STOP_ON_ALARM' | 'DEPLOYMENT_STOP_ON_REQUEST';

export interface AutoRollback {
  enabled: boolean;
  events: RollbackEvent[];
}

export interface AlarmSettings {
  enabled: boolean;
  ignorePollAlarmFailure: boolean;
  /** Names. */
  alarms: string[];
}

export interface StoredGroup {
  name: string;
  id: string;
  roleArn: string;
  config: string;
  autoRollback: AutoRollback;
  alarms: AlarmSettings;
  /** Ids of the last deployments: one that was tried, and one that succeeded. */
  lastAttempted?: string;
  lastSuccessful?: string;
}

/** The content of an AppSpec for Lambda. */
export interface AppSpec {
  /** The function's name in `Resources`. */
  resource: string;
  functionName: string;
  alias: string;
  currentVersion: string;
  targetVersion: string;
  hooks: Partial<Record<HookName, string>>;
}

export type HookName = 'BeforeAllowTraffic' | 'AfterAllowTraffic';

export interface LifecycleEvent {
  name: HookName | 'AllowTraffic';
  status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped' | 'Unknown';
  /** Epoch ms. */
  startedAt?: number;
  endedAt?: number;
  /** What the hook answers with, and until when (epoch ms). */
  executionId?: string;
  deadline?: number;
  fault?: { errorCode: string; message: string };
}

export type DeploymentStatus = 'Created' | 'InProgress' | 'Succeeded' | 'Failed' | 'Stopped';

export interface StoredDeployment {
  id: string;
  application: string;
  group: string;
  config: string;
  routing: TrafficRouting;
  description?: string;
  creator: 'user' | 'CloudFormation' | 'CloudFormationRollback' | 'codeDeployRollback';
  /** As it was given. */
  revision: Record<string, unknown>;
  spec: AppSpec;
  autoRollback: AutoRollback;
  alarms: AlarmSettings;
  status: DeploymentStatus;
  error?: { code: string; message: string };
  /** Epoch ms. */
  createdAt: number;
  startedAt?: number;
  completedAt?: number;
  updatedAt: number;
  events: LifecycleEvent[];
  /** Percent of the traffic that goes to the target version. */
  weight: number;
  /** When the next step of traffic is due (epoch ms). */
  nextShiftAt?: number;
  rollback?: { deploymentId?: string; triggeringId?: string; message: string };
}

export interface CodeDeployState {
  applications: Record<string, StoredApplication>;
  configs: Record<string, StoredConfig>;
  deployments: Record<string, StoredDeployment>;
}

export function emptyCodeDeploy(): CodeDeployState {
  return { applications: {}, configs: {}, deployments: {} };
}
