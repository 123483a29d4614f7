import type { StackModel } from '../../src/core/stack/model.js';
import type { EventBus } from '../kernel/events.js';
import { countInvocation, countRequest } from './services/cloudwatch/own-metrics.js';
import type { Watch } from './services/cloudwatch/watch.js';
import type { Archive } from './services/logs/archive.js';

/** Where what the emulator tells is written down. */
export interface Observers {
  watch: Watch;
  archive: Archive;
  stack: () => StackModel | undefined;
}

/**
 * Writes down what the stack does where AWS would: functions' lines and access logs in CloudWatch Logs, and the
 * metrics that API Gateway and Lambda publish. Answers how to end it.
 */
export function observe(events: EventBus, { watch, archive, stack }: Observers): () => void {
  const log = ({
    functionName,
    logStream,
    time,
    text,
  }: {
    functionName: string;
    logStream: string;
    time: number;
    text: string;
  }) => {
    archive.append(archive.ownStream(`/aws/lambda/${functionName}`, logStream), [
      { timestamp: Math.round(time), message: text },
    ]);
  };
  const accessLog = ({
    destinationArn,
    time,
    text,
    requestId,
  }: {
    destinationArn: string;
    time: number;
    text: string;
    requestId: string;
  }) => {
    const [, name] = /:log-group:([^:]+)/.exec(destinationArn) ?? [];
    if (name === undefined) return;
    const stream = archive.ownStream(name, requestId.slice(0, 2));
    archive.append(stream, [{ timestamp: Math.round(time), message: text }]);
  };
  const request = (record: Parameters<typeof countRequest>[2]) => {
    const api = stack()?.restApis.find(({ id }) => id === record.apiId);
    if (api) countRequest(watch, api.name, record);
  };
  const span = (one: Parameters<typeof countInvocation>[1]) => {
    if (one.kind === 'lambda' && one.attributes?.lambdaRequestId !== undefined) countInvocation(watch, one);
  };
  events.on('log', log).on('accessLog', accessLog).on('request', request).on('span', span);
  return () =>
    void events.off('log', log).off('accessLog', accessLog).off('request', request).off('span', span);
}
