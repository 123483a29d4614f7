import type { StackModel } from '../../src/core/stack/model.js';
import type { AccessLogLine, EventBus, InvocationRecord, LogLine, RequestRecord } from '../kernel/events.js';
import { countInvocation, countRequest } from './services/cloudwatch/own-metrics.js';
import type { Watch } from './services/cloudwatch/watch.js';
import type { Archive } from './services/logs/archive.js';

/** Where what the emulator tells is written down. */
export interface Observers {
  /** Account and region of what does not say its own. */
  home: { accountId: string; region: string };
  watch: (accountId: string, region: string) => Watch;
  archive: (accountId: string, region: string) => Archive;
  /** The stacks that are served. */
  stacks: () => readonly StackModel[];
}

/** Account, region and name of a log group's ARN. */
const LOG_GROUP = /^arn:[^:]+:logs:([^:]+):(\d{12}):log-group:([^:]+)/;

/**
 * Writes down what the stacks do where AWS would: functions' lines and access logs in CloudWatch Logs, and the
 * metrics that API Gateway and Lambda publish. Answers how to end it.
 */
export function observe(events: EventBus, { home, watch, archive, stacks }: Observers): () => void {
  const log = ({ functionName, functionArn, logGroup, logStream, time, text }: LogLine) => {
    const { accountId, region } = placeOf(functionArn) ?? home;
    const logs = archive(accountId, region);
    const group = logGroup ?? `/aws/lambda/${functionName}`;
    logs.write(group, logStream, { timestamp: Math.round(time), message: text });
  };
  const accessLog = ({ destinationArn, time, text, requestId }: AccessLogLine) => {
    const [, region, accountId, name] = LOG_GROUP.exec(destinationArn) ?? [];
    if (region === undefined || accountId === undefined || name === undefined) return;
    const logs = archive(accountId, region);
    logs.write(name, requestId.slice(0, 2), { timestamp: Math.round(time), message: text });
  };
  const request = (record: RequestRecord) => {
    for (const { accountId, region, restApis } of stacks()) {
      const api = restApis.find(({ id }) => id === record.apiId);
      if (api) return countRequest(watch(accountId, region), api.name, record);
    }
  };
  const invocation = (record: InvocationRecord) => {
    const { accountId, region } = placeOf(record.functionArn) ?? home;
    countInvocation(watch(accountId, region), record);
  };
  events.on('log', log).on('accessLog', accessLog).on('request', request).on('invocation', invocation);
  return () =>
    void events
      .off('log', log)
      .off('accessLog', accessLog)
      .off('request', request)
      .off('invocation', invocation);
}

/** Account and region of a function's ARN. */
function placeOf(functionArn = ''): { accountId: string; region: string } | undefined {
  const [, region, accountId] = /^arn:[^:]+:lambda:([^:]+):(\d{12}):/.exec(functionArn) ?? [];
  return region === undefined || accountId === undefined ? undefined : { accountId, region };
}
