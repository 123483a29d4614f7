import type { Input } from '../../protocol/input.js';
import type { CodeDeploy } from './code-deploy.js';
import { refuse } from './faults.js';
import type { AlarmSettings, AutoRollback, RollbackEvent } from './stored.js';

const EVENTS: readonly RollbackEvent[] = [
  'DEPLOYMENT_FAILURE',
  'DEPLOYMENT_STOP_ON_ALARM',
  'DEPLOYMENT_STOP_ON_REQUEST',
];

/** `autoRollbackConfiguration`; undefined when it is left out. Throws `InvalidAutoRollbackConfigException`. */
export function readAutoRollback(input: Input): AutoRollback | undefined {
  const given = input.optionalInner('autoRollbackConfiguration');
  if (!given) return undefined;
  const enabled = given.flag('enabled');
  const events = given.optionalTexts('events') ?? [];
  const bad = events.find((event) => !EVENTS.includes(event as RollbackEvent));
  if (bad !== undefined)
    throw refuse('InvalidAutoRollbackConfig', `The auto rollback event ${bad} is not valid.`);
  if (enabled && events.length === 0)
    throw refuse(
      'InvalidAutoRollbackConfig',
      'Auto rollback is enabled, but no event that triggers it is specified.',
    );
  return { enabled, events: events as RollbackEvent[] };
}

/** `alarmConfiguration` (or the member named); undefined when it is left out. Throws `InvalidAlarmConfigException`. */
export function readAlarms(input: Input, member = 'alarmConfiguration'): AlarmSettings | undefined {
  const given = input.optionalInner(member);
  if (!given) return undefined;
  const alarms = given.list('alarms').map((one) => one.text('name'));
  const enabled = given.flag('enabled');
  if (alarms.length > 10)
    throw refuse('AlarmsLimitExceeded', 'The maximum number of alarms (10) was exceeded.');
  if (new Set(alarms).size < alarms.length)
    throw refuse('InvalidAlarmConfig', 'The alarm configuration names an alarm more than once.');
  if (enabled && alarms.length === 0)
    throw refuse('InvalidAlarmConfig', 'Alarms are enabled, but none is specified.');
  return { enabled, ignorePollAlarmFailure: given.flag('ignorePollAlarmFailure'), alarms };
}

/** Refuses a role that CodeDeploy may not take on. */
export function checkRole({ world }: CodeDeploy, roleArn: string): void {
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(roleArn))
    throw refuse('InvalidRole', `The service role ARN is not valid: ${roleArn}`);
  if (world.trusts(roleArn)) return;
  throw refuse(
    'InvalidRole',
    `AWS CodeDeploy does not have the permissions required to assume the role ${roleArn}.`,
  );
}

/** Refuses a style that is not for Lambda. */
export function checkStyle(input: Input): void {
  const style = input.optionalInner('deploymentStyle');
  const type = style?.optionalText('deploymentType') ?? 'BLUE_GREEN';
  const option = style?.optionalText('deploymentOption') ?? 'WITH_TRAFFIC_CONTROL';
  if (type === 'BLUE_GREEN' && option === 'WITH_TRAFFIC_CONTROL') return;
  throw refuse(
    'InvalidDeploymentStyle',
    'For Lambda deployments the deployment type is BLUE_GREEN and the deployment option is WITH_TRAFFIC_CONTROL.',
  );
}
