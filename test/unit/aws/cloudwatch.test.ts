import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventBus } from '../../../emulator/kernel/events.js';
import { AwsHarness } from '../../helpers/aws.js';

const MINUTE = 60_000;
const Namespace = 'Shop';
let events: EventBus;
let aws: AwsHarness;
let client: CloudWatchClient;

beforeEach(async () => {
  events = new EventBus();
  aws = new AwsHarness({ events });
  aws.clock.freeze(Math.floor(Date.now() / MINUTE) * MINUTE + 1000);
  await aws.start();
  client = aws.client(CloudWatchClient);
});
afterEach(() => aws.stop());

const put = (MetricName: string, Value: number, Dimensions = [{ Name: 'Tenant', Value: 'a' }]) =>
  client.send(
    new PutMetricDataCommand({ Namespace, MetricData: [{ MetricName, Value, Dimensions, Unit: 'Count' }] }),
  );
const window = () => ({
  StartTime: new Date(aws.clock.now() - 10 * MINUTE),
  EndTime: new Date(aws.clock.now() + MINUTE),
});

describe('metrics', () => {
  it('are summed up by period, with percentiles', async () => {
    for (const value of [1, 2, 3, 4]) await put('Orders', value);
    const { Datapoints } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace,
        MetricName: 'Orders',
        Dimensions: [{ Name: 'Tenant', Value: 'a' }],
        ...window(),
        Period: 60,
        Statistics: ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount'],
      }),
    );
    expect(Datapoints).toMatchObject([
      { Sum: 10, Average: 2.5, Minimum: 1, Maximum: 4, SampleCount: 4, Unit: 'Count' },
    ]);
    const extended = await client.send(
      new GetMetricStatisticsCommand({
        Namespace,
        MetricName: 'Orders',
        Dimensions: [{ Name: 'Tenant', Value: 'a' }],
        ...window(),
        Period: 300,
        ExtendedStatistics: ['p50', 'p99.9'],
      }),
    );
    expect(extended.Datapoints?.[0]?.ExtendedStatistics).toEqual({ p50: 2, 'p99.9': 4 });
    const wrong = new GetMetricStatisticsCommand({
      Namespace,
      MetricName: 'Orders',
      StartTime: new Date(0),
      EndTime: new Date(aws.clock.now()),
      Period: 60,
      Statistics: ['Sum'],
    });
    await expect(client.send(wrong)).rejects.toMatchObject({
      name: expect.stringMatching(/^InvalidParameterCombination/),
    });
  });

  it('are listed by name and dimension', async () => {
    await put('Orders', 1);
    await put('Orders', 1, [{ Name: 'Tenant', Value: 'b' }]);
    const { Metrics } = await client.send(
      new ListMetricsCommand({ Namespace, Dimensions: [{ Name: 'Tenant', Value: 'b' }] }),
    );
    expect(Metrics).toEqual([
      { Namespace, MetricName: 'Orders', Dimensions: [{ Name: 'Tenant', Value: 'b' }] },
    ]);
    await expect(
      client.send(new PutMetricDataCommand({ Namespace: 'AWS/Lambda', MetricData: [] })),
    ).rejects.toMatchObject({ name: expect.stringMatching(/^InvalidParameterValue/) });
  });

  it('can be reckoned with', async () => {
    await put('Errors', 1);
    for (const _ of [1, 2, 3, 4]) await put('Requests', 1);
    const metric = (Id: string, MetricName: string) => ({
      Id,
      ReturnData: false,
      MetricStat: {
        Metric: { Namespace, MetricName, Dimensions: [{ Name: 'Tenant', Value: 'a' }] },
        Period: 60,
        Stat: 'Sum',
      },
    });
    const ask = (Expression: string) =>
      client.send(
        new GetMetricDataCommand({
          ...window(),
          MetricDataQueries: [metric('e', 'Errors'), metric('r', 'Requests'), { Id: 'rate', Expression }],
        }),
      );
    expect((await ask('100 * (e / r)')).MetricDataResults).toMatchObject([
      { Id: 'rate', Values: [25], StatusCode: 'Complete' },
    ]);
    expect((await ask('SUM([e, r]) - 1')).MetricDataResults?.[0]?.Values).toEqual([4]);
    await expect(ask('SEARCH(x)')).rejects.toMatchObject({ name: expect.stringMatching(/^Validation/) });
    await expect(ask('e / unknown')).rejects.toMatchObject({ name: expect.stringMatching(/^Validation/) });
  });

  it('are kept over a restart', async () => {
    await put('Orders', 5);
    await aws.restart();
    client = aws.client(CloudWatchClient);
    expect((await client.send(new ListMetricsCommand({ Namespace }))).Metrics).toHaveLength(1);
  });
});

describe('what the stack does', () => {
  it('is counted as Lambda counts it', async () => {
    const echo = {
      time: aws.clock.now(),
      functionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:orders',
      functionName: 'orders',
      executedVersion: '2',
      durationMs: 12,
      concurrency: 3,
      outcome: 'success' as const,
    };
    const live = { ...echo, qualifier: 'live', isAlias: true };
    events.emit('invocation', echo);
    events.emit('invocation', { ...live, outcome: 'error' });
    events.emit('invocation', { ...live, executedVersion: '1' });
    events.emit('invocation', { ...live, outcome: 'throttle' });
    const ask = async (MetricName: string, dimensions: Record<string, string>) => {
      const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
      const asked = { Namespace: 'AWS/Lambda', MetricName, Dimensions };
      const { Datapoints } = await client.send(
        new GetMetricStatisticsCommand({ ...asked, ...window(), Period: 60, Statistics: ['Sum', 'Maximum'] }),
      );
      return Datapoints?.[0];
    };
    const NAMES = ['Invocations', 'Errors', 'Throttles', 'Duration'];
    const sums = async (dimensions: Record<string, string>) =>
      Promise.all(NAMES.map(async (name) => (await ask(name, dimensions))?.Sum));
    const FunctionName = 'orders';
    expect(await sums({})).toEqual([3, 1, 1, 36]);
    expect(await sums({ FunctionName })).toEqual([3, 1, 1, 36]);
    expect(await sums({ FunctionName, Resource: 'orders' })).toEqual([1, 0, 0, 12]);
    expect(await sums({ FunctionName, Resource: 'orders:live' })).toEqual([2, 1, 1, 24]);
    const ofAlias = { FunctionName, Resource: 'orders:live' };
    expect(await sums({ ...ofAlias, ExecutedVersion: '2' })).toEqual([1, 1, 1, 12]);
    expect(await sums({ ...ofAlias, ExecutedVersion: '1' })).toEqual([1, 0, 0, 12]);
    expect((await ask('ConcurrentExecutions', { FunctionName }))?.Maximum).toBe(3);
  });

  it('is read from metrics embedded in logs', async () => {
    const directive = {
      Namespace: 'Keys',
      Dimensions: [['Kind']],
      Metrics: [{ Name: 'Uses', Unit: 'Count' }],
    };
    const line = {
      _aws: { Timestamp: aws.clock.now(), CloudWatchMetrics: [directive] },
      Kind: 'signing',
      Uses: 3,
    };
    const text = `2026-01-01T00:00:00.000Z\tid\tINFO\t${JSON.stringify(line)}`;
    events.emit('log', { time: aws.clock.now(), functionName: 'f', logStream: 's', text });
    const { Metrics } = await client.send(new ListMetricsCommand({ Namespace: 'Keys' }));
    expect(Metrics).toEqual([
      { Namespace: 'Keys', MetricName: 'Uses', Dimensions: [{ Name: 'Kind', Value: 'signing' }] },
    ]);
  });
});

describe('alarms', () => {
  const alarm: PutMetricAlarmCommandInput = {
    AlarmName: 'errors',
    Namespace,
    MetricName: 'Errors',
    Dimensions: [{ Name: 'Tenant', Value: 'a' }],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 2,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
    AlarmActions: ['arn:aws:sns:eu-central-1:123456789012:ops'],
  };
  const state = async () => {
    const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['errors'] }));
    return MetricAlarms?.[0]?.StateValue;
  };
  const minute = () => {
    aws.clock.advance(MINUTE);
    client = aws.client(CloudWatchClient);
  };

  it('turn with M of N points on the clock, and write it down', async () => {
    await client.send(new PutMetricAlarmCommand(alarm));
    expect(await state()).toBe('OK');
    await put('Errors', 5);
    minute();
    expect(await state()).toBe('OK');
    await put('Errors', 5);
    minute();
    expect(await state()).toBe('ALARM');
    const { MetricAlarms } = await client.send(
      new DescribeAlarmsForMetricCommand({ Namespace, MetricName: 'Errors', Dimensions: alarm.Dimensions }),
    );
    expect(MetricAlarms?.[0]?.StateReason).toMatch(
      /^Threshold Crossed: 2 out of the last 3 datapoints \[5, 5\] was greater than the threshold \(1\)/,
    );
    const { AlarmHistoryItems } = await client.send(new DescribeAlarmHistoryCommand({ AlarmName: 'errors' }));
    expect(AlarmHistoryItems?.map(({ HistoryItemType }) => HistoryItemType)).toContain('Action');
    for (let i = 0; i < 3; i++) minute();
    expect(await state()).toBe('OK');
  });

  it('are looked at each minute by nobody asking, after a clock that was ahead has gone back too', async () => {
    await client.send(new PutMetricAlarmCommand(alarm));
    const rung = () => new Promise<void>((resolve) => aws.clock.at(aws.clock.now(), resolve));
    aws.clock.advance(180 * MINUTE);
    await rung();
    aws.clock.advance(-180 * MINUTE);
    client = aws.client(CloudWatchClient);
    for (const errors of [5, 5, 0, 0, 0]) {
      if (errors > 0) await put('Errors', errors);
      minute();
      await rung();
    }
    const { AlarmHistoryItems } = await client.send(new DescribeAlarmHistoryCommand({ AlarmName: 'errors' }));
    const turns = AlarmHistoryItems?.map(({ HistorySummary }) => HistorySummary);
    expect(turns).toContain('Alarm updated from OK to ALARM');
  });

  it('know metric math, missing data, and being told', async () => {
    const { Statistic: _s, Period: _p, MetricName: _m, Namespace: _n, Dimensions: _d, ...rest } = alarm;
    const stat = (Id: string, MetricName: string) => ({
      Id,
      ReturnData: false,
      MetricStat: {
        Metric: { Namespace, MetricName, Dimensions: alarm.Dimensions },
        Period: 60,
        Stat: 'Sum',
      },
    });
    const Metrics = [stat('e', 'Errors'), stat('r', 'Requests'), { Id: 'rate', Expression: '100 * e / r' }];
    await client.send(
      new PutMetricAlarmCommand({
        ...rest,
        Metrics,
        EvaluationPeriods: 1,
        DatapointsToAlarm: 1,
        Threshold: 20,
        TreatMissingData: 'missing',
      }),
    );
    expect(await state()).toBe('INSUFFICIENT_DATA');
    await put('Errors', 1);
    await put('Requests', 4);
    minute();
    expect(await state()).toBe('ALARM');
    await client.send(
      new SetAlarmStateCommand({ AlarmName: 'errors', StateValue: 'OK', StateReason: 'told' }),
    );
    await client.send(new DisableAlarmActionsCommand({ AlarmNames: ['errors'] }));
    await client.send(new EnableAlarmActionsCommand({ AlarmNames: ['errors'] }));
    await client.send(new DeleteAlarmsCommand({ AlarmNames: ['errors'] }));
    expect(await state()).toBeUndefined();
    await expect(
      client.send(new SetAlarmStateCommand({ AlarmName: 'errors', StateValue: 'OK', StateReason: 'x' })),
    ).rejects.toMatchObject({ name: expect.stringMatching(/^ResourceNotFound/) });
  });
});
