import { JsonApi } from '../../protocol/json-api.js';
import type { Operation } from '../../protocol/operation.js';
import { Archive, type LogsWorld } from './archive.js';
import { filterLogEvents } from './operations/filter-log-events.js';
import { getLogEvents } from './operations/get-log-events.js';
import { listTagsForResource, tagResource, untagResource } from './operations/group-tags.js';
import {
  createLogGroup,
  deleteLogGroup,
  deleteRetentionPolicy,
  describeLogGroups,
  putRetentionPolicy,
} from './operations/groups.js';
import { deleteMetricFilter, describeMetricFilters, putMetricFilter } from './operations/metric-filters.js';
import { putLogEvents } from './operations/put-log-events.js';
import { createLogStream, deleteLogStream, describeLogStreams } from './operations/streams.js';

const OPERATIONS: Record<string, Operation<Archive>> = {
  CreateLogGroup: createLogGroup,
  CreateLogStream: createLogStream,
  DeleteLogGroup: deleteLogGroup,
  DeleteLogStream: deleteLogStream,
  DeleteMetricFilter: deleteMetricFilter,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  DescribeLogGroups: describeLogGroups,
  DescribeLogStreams: describeLogStreams,
  DescribeMetricFilters: describeMetricFilters,
  FilterLogEvents: filterLogEvents,
  GetLogEvents: getLogEvents,
  ListTagsForResource: listTagsForResource,
  PutLogEvents: putLogEvents,
  PutMetricFilter: putMetricFilter,
  PutRetentionPolicy: putRetentionPolicy,
  TagResource: tagResource,
  UntagResource: untagResource,
};

/** Amazon CloudWatch Logs, API version 2014-03-28. */
export function createLogs(world: LogsWorld): JsonApi<Archive> {
  return new JsonApi({
    signingName: 'logs',
    targetPrefix: 'Logs_20140328',
    validationCode: 'InvalidParameterException',
    operations: OPERATIONS,
    open: ({ caller, region }) => new Archive(world, caller.accountId, region),
    resourceOf: (_operation, input, { caller, region }) => {
      const { logGroupName: name, logStreamName: stream } = input;
      if (typeof name !== 'string') return '*';
      const arn = `arn:aws:logs:${region}:${caller.accountId}:log-group:${name}`;
      return typeof stream === 'string' ? `${arn}:log-stream:${stream}` : `${arn}:*`;
    },
  });
}
