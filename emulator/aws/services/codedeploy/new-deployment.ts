import type { CodeDeploy } from './code-deploy.js';
import type {
  AlarmSettings,
  AppSpec,
  AutoRollback,
  LifecycleEvent,
  StoredConfig,
  StoredDeployment,
} from './stored.js';

/** What a new deployment is made of; what is left out is the group's. */
export interface DeploymentWish {
  application: string;
  group: string;
  config: StoredConfig;
  creator: StoredDeployment['creator'];
  revision: Record<string, unknown>;
  spec: AppSpec;
  description?: string | undefined;
  autoRollback?: AutoRollback | undefined;
  alarms?: AlarmSettings | undefined;
}

/** Writes a deployment down; nothing runs yet. */
export function newDeployment(context: CodeDeploy, wish: DeploymentWish): StoredDeployment {
  const { application, config, description, autoRollback, alarms, ...rest } = wish;
  const group = context.group(application, wish.group);
  const id = context.newDeploymentId();
  const deployment: StoredDeployment = {
    ...rest,
    id,
    application,
    config: config.name,
    routing: config.routing,
    ...(description !== undefined && { description }),
    autoRollback: autoRollback ?? group.autoRollback,
    alarms: alarms ?? group.alarms,
    status: 'Created',
    createdAt: context.now,
    updatedAt: context.now,
    events: events(),
    weight: 0,
  };
  context.state.deployments[id] = deployment;
  group.lastAttempted = id;
  return deployment;
}

function events(): LifecycleEvent[] {
  return (['BeforeAllowTraffic', 'AllowTraffic', 'AfterAllowTraffic'] as const).map((name) => ({
    name,
    status: 'Pending',
  }));
}
