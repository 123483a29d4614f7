import { createHash } from 'node:crypto';
import type { StoredPolicy } from './stored.js';

type Actions = readonly string[];

const ALL_LOGS: Actions = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/** AWS's own policies that stacks like ours attach, with the actions they allow on everything. */
const ALLOWED: Readonly<Record<string, Actions>> = {
  AdministratorAccess: ['*'],
  'service-role/AWSLambdaBasicExecutionRole': ALL_LOGS,
  'service-role/AWSLambdaVPCAccessExecutionRole': [
    ...ALL_LOGS,
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  'service-role/AmazonAPIGatewayPushToCloudWatchLogs': [
    ...ALL_LOGS,
    'logs:DescribeLogGroups',
    'logs:DescribeLogStreams',
    'logs:GetLogEvents',
    'logs:FilterLogEvents',
  ],
  AWSXRayDaemonWriteAccess: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ],
};

const PREFIX = 'arn:aws:iam::aws:policy/';

/** The document of a policy of AWS's own, as JSON text; undefined for one that is not known here. */
export function managedDocument(arn: string): string | undefined {
  const actions = arn.startsWith(PREFIX) ? ALLOWED[arn.slice(PREFIX.length)] : undefined;
  if (!actions) return undefined;
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  });
}

/** The same as `GetPolicy` tells of it. Its id and dates are made up, and its only version is called `v1`. */
export function managedPolicy(arn: string): StoredPolicy | undefined {
  const document = managedDocument(arn);
  if (document === undefined) return undefined;
  const at = arn.lastIndexOf('/');
  const id = createHash('sha256').update(arn).digest('hex').slice(0, 17).toUpperCase();
  return {
    name: arn.slice(at + 1),
    id: `ANPA${id}`,
    arn,
    path: arn.slice(PREFIX.length - 1, at + 1),
    createdAt: 0,
    updatedAt: 0,
    versions: [{ id: 'v1', document, createdAt: 0 }],
    defaultVersion: 'v1',
    nextVersion: 2,
    tags: {},
  };
}
