import type { Dict } from '../../../src/core/dict.js';
import type { ResourceHandlers, ResourceRequest } from '../../kernel/cloudformation.js';
import { Archive, type LogsWorld } from '../services/logs/archive.js';
import { deleteMetricFilter, putMetricFilter } from '../services/logs/operations/metric-filters.js';
import type { MetricTransformation, StoredMetricFilter } from '../services/logs/stored.js';
import { alreadyThere, call, text, unlessGone } from './members.js';

/** `AWS::Logs::MetricFilter`. */
export function metricFilterResources(world: LogsWorld): ResourceHandlers {
  const open = ({ stack }: ResourceRequest) => new Archive(world, stack.accountId, stack.region);
  const groupName = ({ properties }: ResourceRequest) => text(properties, 'LogGroupName') ?? '';
  const present = (request: ResourceRequest, name: string): StoredMetricFilter | undefined =>
    open(request).state.groups[groupName(request)]?.metricFilters?.[name];
  const put = async (request: ResourceRequest, filterName: string) => {
    const { FilterPattern: filterPattern, MetricTransformations: wanted } = request.properties;
    await call(putMetricFilter, open(request), request, {
      logGroupName: groupName(request),
      filterName,
      filterPattern,
      metricTransformations: ((wanted ?? []) as Dict[]).map(asService),
    });
    return { physicalId: filterName, attributes: {} };
  };
  return {
    'AWS::Logs::MetricFilter': {
      replacedBy: ['FilterName', 'LogGroupName'],
      schema: {
        known: ['FilterName', 'FilterPattern', 'LogGroupName', 'MetricTransformations'],
        required: ['FilterPattern', 'LogGroupName', 'MetricTransformations'],
      },
      create: async (request) => {
        const name = text(request.properties, 'FilterName') ?? request.newName(512);
        if (present(request, name)) throw alreadyThere(request.type, `${groupName(request)}|${name}`);
        await request.initiated(name);
        return put(request, name);
      },
      update: (request) => put(request, request.physicalId),
      delete: (request) =>
        unlessGone(() =>
          call(deleteMetricFilter, open(request), request, {
            logGroupName: groupName(request),
            filterName: request.physicalId,
          }),
        ),
      read: async (request) => {
        const filter = present(request, request.physicalId);
        return (
          filter && {
            FilterName: filter.filterName,
            FilterPattern: filter.filterPattern,
            LogGroupName: groupName(request),
            MetricTransformations: filter.metricTransformations.map(asTemplate),
          }
        );
      },
    },
  };
}

/** Names of a transformation's members begin with a small letter at the service, its dimensions are a map there. */
function asService({ Dimensions: dimensions, ...members }: Dict): Dict {
  const own = Object.entries(members).map(([name, value]) => [name[0]?.toLowerCase() + name.slice(1), value]);
  const pairs = (dimensions as { Key: string; Value: string }[] | undefined)?.map(({ Key, Value }) => [
    Key,
    Value,
  ]);
  return { ...Object.fromEntries(own), ...(pairs && { dimensions: Object.fromEntries(pairs) }) };
}

function asTemplate({ dimensions, ...members }: MetricTransformation): Dict {
  const own = Object.entries(members).map(([name, value]) => [name[0]?.toUpperCase() + name.slice(1), value]);
  const pairs = dimensions && Object.entries(dimensions).map(([Key, Value]) => ({ Key, Value }));
  return { ...Object.fromEntries(own), ...(pairs && { Dimensions: pairs }) };
}
