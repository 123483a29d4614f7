import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, GetMetricStatisticsCommand, type Statistic } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteMetricFilterCommand,
  DescribeLogGroupsCommand,
  DescribeMetricFiltersCommand,
  PutLogEventsCommand,
  PutMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AwsHarness } from '../../helpers/aws.js';

const aws = new AwsHarness();
let logs: CloudWatchLogsClient;
let watch: CloudWatchClient;
const logGroupName = '/gateway/access';
const stream = { logGroupName, logStreamName: 'one' };
const errors = { metricNamespace: 'Own', metricName: 'errors', metricValue: '1', defaultValue: 0 };
const filter = { logGroupName, filterName: 'errors', filterPattern: '{ $.error = "AUTHORIZER_*" }' };

beforeAll(async () => {
  await aws.start();
  logs = aws.client(CloudWatchLogsClient);
  watch = aws.client(CloudWatchClient);
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  await logs.send(new CreateLogStreamCommand(stream));
});
afterAll(() => aws.stop());

async function write(...messages: object[]): Promise<void> {
  const timestamp = Math.floor(aws.clock.now());
  const logEvents = messages.map((message) => ({ timestamp, message: JSON.stringify(message) }));
  await logs.send(new PutLogEventsCommand({ ...stream, logEvents }));
}

async function statistics(
  metric: string,
  wanted: Statistic,
  dimensions: { Name: string; Value: string }[] = [],
) {
  const now = aws.clock.now();
  const { Datapoints = [] } = await watch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'Own',
      MetricName: metric,
      Dimensions: dimensions,
      StartTime: new Date(now - 600_000),
      EndTime: new Date(now + 60_000),
      Period: 60,
      Statistics: [wanted],
    }),
  );
  return Datapoints.sort((a, b) => Number(a.Timestamp) - Number(b.Timestamp)).map((one) => one[wanted]);
}

it('counts events that fit, and the default in minutes of which none does', async () => {
  await logs.send(new PutMetricFilterCommand({ ...filter, metricTransformations: [errors] }));
  await write({ error: 'AUTHORIZER_FAILURE' }, { error: '-' }, { error: 'AUTHORIZER_CONFIGURATION_ERROR' });
  aws.clock.advance(60_000);
  await write({ error: '-' }, { error: 'THROTTLED' });
  expect(await statistics('errors', 'Sum')).toEqual([2, 0]);
  expect(await statistics('errors', 'SampleCount')).toEqual([2, 1]);
});

it('takes the value and the dimensions from the event', async () => {
  const metricTransformations = [
    { metricNamespace: 'Own', metricName: 'ms', metricValue: '$.ms', dimensions: { tenant: '$.tenant' } },
  ];
  await logs.send(
    new PutMetricFilterCommand({
      ...filter,
      filterName: 'ms',
      filterPattern: '{ $.ms >= 0 }',
      metricTransformations,
    }),
  );
  await write(
    { ms: 12, tenant: 'aulis' },
    { ms: 30, tenant: 'aulis' },
    { ms: 7, tenant: 'dune' },
    { ms: 'x' },
  );
  expect(await statistics('ms', 'Maximum', [{ Name: 'tenant', Value: 'aulis' }])).toEqual([30]);
  expect(await statistics('ms', 'Sum', [{ Name: 'tenant', Value: 'dune' }])).toEqual([7]);
});

it('is listed, counted and deleted; what is wrong is refused in the service’s words', async () => {
  const { metricFilters } = await logs.send(new DescribeMetricFiltersCommand({ filterNamePrefix: 'err' }));
  expect(metricFilters).toMatchObject([
    {
      logGroupName,
      filterName: 'errors',
      metricTransformations: [errors],
      filterPattern: filter.filterPattern,
    },
  ]);
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }));
  expect(logGroups?.[0]?.metricFilterCount).toBe(2);
  const put = (over: object) =>
    logs.send(new PutMetricFilterCommand({ ...filter, metricTransformations: [errors], ...over }));
  await expect(put({ logGroupName: '/none' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(put({ filterPattern: '{ $.x ~ 1 }' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  await expect(put({ metricTransformations: [] })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  await expect(
    put({ metricTransformations: [{ ...errors, dimensions: { a: '$.a' } }] }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await logs.send(new DeleteMetricFilterCommand({ logGroupName, filterName: 'ms' }));
  await expect(
    logs.send(new DeleteMetricFilterCommand({ logGroupName, filterName: 'ms' })),
  ).rejects.toMatchObject({ message: 'The specified metric filter does not exist.' });
});

it('is made by CloudFormation', async () => {
  const cloudFormation = aws.client(CloudFormationClient);
  const Resources = {
    Logs: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/stack/access' } },
    Errors: {
      Type: 'AWS::Logs::MetricFilter',
      Properties: {
        LogGroupName: { Ref: 'Logs' },
        FilterPattern: 'ERROR',
        MetricTransformations: [
          { MetricNamespace: 'Own', MetricName: 'lines', MetricValue: '1', DefaultValue: 0 },
        ],
      },
    },
  };
  await cloudFormation.send(
    new CreateStackCommand({ StackName: 'filters', TemplateBody: JSON.stringify({ Resources }) }),
  );
  await expect
    .poll(async () => {
      const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: 'filters' }));
      return Stacks?.[0]?.StackStatus;
    })
    .toBe('CREATE_COMPLETE');
  const { metricFilters } = await logs.send(
    new DescribeMetricFiltersCommand({ logGroupName: '/stack/access' }),
  );
  expect(metricFilters).toMatchObject([
    {
      filterName: expect.stringMatching(/^filters-Errors-/),
      filterPattern: 'ERROR',
      metricTransformations: [
        { metricName: 'lines', metricNamespace: 'Own', metricValue: '1', defaultValue: 0 },
      ],
    },
  ]);
});
