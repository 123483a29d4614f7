import type { CodeDeploy } from './code-deploy.js';
import type { Ending } from './ending.js';
import type { StoredDeployment } from './stored.js';

/** The alarms that a deployment watches and that ring now. A rollback watches none: it has to come through. */
export function ringingAlarms(context: CodeDeploy, { alarms, creator }: StoredDeployment): string[] {
  if (!alarms.enabled || creator === 'codeDeployRollback') return [];
  return context.world.ringing(context, alarms.alarms);
}

/** The end that alarms bring (CodeDeploy user guide, "Monitoring deployments with Amazon CloudWatch alarms"). */
export function stopByAlarm(names: readonly string[]): Ending {
  const message = `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <${names.join('>, <')}>`;
  return {
    status: 'Stopped',
    error: { code: 'ALARM_ACTIVE', message },
    rollback: 'DEPLOYMENT_STOP_ON_ALARM',
  };
}
