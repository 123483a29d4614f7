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
