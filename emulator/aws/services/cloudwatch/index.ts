import { JsonApi } from '../../protocol/json-api.js';
import type { Operation } from '../../protocol/operation.js';
import {
  deleteAlarms,
  describeAlarmHistory,
  describeAlarms,
  describeAlarmsForMetric,
  setAlarmState,
  switchActions,
} from './operations/alarms.js';
import { deleteDashboards, getDashboard, listDashboards, putDashboard } from './operations/dashboards.js';
import { getMetricData } from './operations/get-metric-data.js';
import { getMetricStatistics } from './operations/get-metric-statistics.js';
import { listMetrics } from './operations/list-metrics.js';
import { putMetricAlarm } from './operations/put-metric-alarm.js';
import { putMetricData } from './operations/put-metric-data.js';
import { Watch, type WatchWorld } from './watch.js';

const OPERATIONS: Record<string, Operation<Watch>> = {
  DeleteAlarms: deleteAlarms,
  DeleteDashboards: deleteDashboards,
  DescribeAlarmHistory: describeAlarmHistory,
  DescribeAlarms: describeAlarms,
  DescribeAlarmsForMetric: describeAlarmsForMetric,
  DisableAlarmActions: switchActions(false),
  EnableAlarmActions: switchActions(true),
  GetDashboard: getDashboard,
  GetMetricData: getMetricData,
  GetMetricStatistics: getMetricStatistics,
  ListDashboards: listDashboards,
  ListMetrics: listMetrics,
  PutDashboard: putDashboard,
  PutMetricAlarm: putMetricAlarm,
  PutMetricData: putMetricData,
  SetAlarmState: setAlarmState,
};

/** Amazon CloudWatch's metrics and alarms, API version 2010-08-01: awsJson 1.0 and CBOR, with query's error codes. */
export function createCloudWatch(world: WatchWorld): JsonApi<Watch> {
  return new JsonApi({
    signingName: 'monitoring',
    actionPrefix: 'cloudwatch',
    targetPrefix: 'GraniteServiceVersion20100801',
    version: '1.0',
    queryCompatible: true,
    validationCode: 'ValidationError',
    operations: OPERATIONS,
    open: ({ caller, region }) => new Watch(world, caller.accountId, region),
  });
}
