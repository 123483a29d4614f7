import type { Dict } from '../../../src/core/dict.js';
import type {
  ResourceHandlers,
  ResourceProperties,
  ResourceRequest,
  ResourceStack,
} from '../../kernel/cloudformation.js';
import { deleteAlarms } from '../services/cloudwatch/operations/alarms.js';
import { deleteDashboards, putDashboard } from '../services/cloudwatch/operations/dashboards.js';
import { KEPT, putMetricAlarm } from '../services/cloudwatch/operations/put-metric-alarm.js';
import { Watch, type WatchWorld } from '../services/cloudwatch/watch.js';
import { allTags, alreadyThere, call, json, members, shownTags, text, unlessGone } from './members.js';

/** `AWS::CloudWatch::Alarm` and `Dashboard`. */
export function watchResources(world: WatchWorld): ResourceHandlers {
  const open = ({ accountId, region }: ResourceStack) => new Watch(world, accountId, region);
  return { 'AWS::CloudWatch::Alarm': alarms(open), 'AWS::CloudWatch::Dashboard': dashboards(open) };
}

type Open = (stack: ResourceStack) => Watch;

function alarms(open: Open): ResourceHandlers[string] {
  const put = async (request: ResourceRequest, name: string) => {
    const watch = open(request.stack);
    await call(putMetricAlarm, watch, request, { ...alarmMembers(request.properties), AlarmName: name });
    const alarm = watch.state.alarms[name];
    if (alarm) alarm.tags = allTags(request);
    await watch.save();
    return { physicalId: name, attributes: { Arn: watch.alarmArn(name) } };
  };
  return {
    replacedBy: ['AlarmName'],
    takesTags: true,
    schema: { known: [...KEPT, 'AlarmName', 'Tags'], required: ['ComparisonOperator', 'EvaluationPeriods'] },
    create: async (request) => {
      const name = text(request.properties, 'AlarmName') ?? request.newName(255);
      if (open(request.stack).state.alarms[name]) throw alreadyThere(request.type, name);
      await request.initiated(name);
      return put(request, name);
    },
    update: (request) => put(request, request.physicalId),
    delete: (request) =>
      unlessGone(() =>
        call(deleteAlarms, open(request.stack), request, { AlarmNames: [request.physicalId] }),
      ),
    read: async (request) => {
      const alarm = open(request.stack).state.alarms[request.physicalId];
      return alarm && { AlarmName: alarm.name, ...alarm.settings, Tags: shownTags(alarm.tags, request) };
    },
  };
}

const NUMBERS = ['DatapointsToAlarm', 'EvaluationPeriods', 'Period', 'Threshold'];

/** Members of `PutMetricAlarm`: what a template writes as text, by a parameter say, is a number or a flag. */
function alarmMembers(properties: ResourceProperties): Dict {
  const metrics = properties.Metrics as Dict[] | undefined;
  return typed({
    ...members(properties, KEPT),
    ...(metrics && {
      Metrics: metrics.map((one) => ({
        ...typed(one),
        ...(one.MetricStat !== undefined && { MetricStat: typed(one.MetricStat as Dict) }),
      })),
    }),
  });
}

function typed(given: Dict): Dict {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (NUMBERS.includes(name)) return [name, Number(value)];
      return [name, name === 'ActionsEnabled' || name === 'ReturnData' ? String(value) === 'true' : value];
    }),
  );
}

function dashboards(open: Open): ResourceHandlers[string] {
  const put = async (request: ResourceRequest, name: string) => {
    const body = json(request.properties.DashboardBody);
    await call(putDashboard, open(request.stack), request, { DashboardName: name, DashboardBody: body });
    return { physicalId: name, attributes: {} };
  };
  return {
    replacedBy: ['DashboardName'],
    schema: { known: ['DashboardBody', 'DashboardName', 'Tags'], required: ['DashboardBody'] },
    create: async (request) => {
      const name = text(request.properties, 'DashboardName') ?? request.newName(255);
      if (open(request.stack).state.dashboards[name]) throw alreadyThere(request.type, name);
      await request.initiated(name);
      return put(request, name);
    },
    update: (request) => put(request, request.physicalId),
    delete: (request) =>
      unlessGone(() =>
        call(deleteDashboards, open(request.stack), request, { DashboardNames: [request.physicalId] }),
      ),
    read: async (request) => {
      const dashboard = open(request.stack).state.dashboards[request.physicalId];
      return dashboard && { DashboardName: request.physicalId, DashboardBody: dashboard.body };
    },
  };
}
