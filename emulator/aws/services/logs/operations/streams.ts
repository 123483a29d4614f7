import type { Operation } from '../../../protocol/operation.js';
import { type Archive, exists } from '../archive.js';
import { pageOf } from '../pages.js';

/** `CreateLogStream`. */
export const createLogStream: Operation<Archive> = async (archive, input) => {
  const group = archive.group(input);
  const name = input.text('logStreamName', { min: 1, max: 512, pattern: /^[^:*]*$/ });
  if (Object.hasOwn(group.streams, name)) throw exists('log stream');
  archive.ensureStream(group, name);
  await archive.save();
  return {};
};

/** `DeleteLogStream`. */
export const deleteLogStream: Operation<Archive> = async (archive, input) => {
  const group = archive.group(input);
  delete group.streams[archive.stream(group, input).name];
  await archive.save();
  return {};
};

/** `DescribeLogStreams`, by name or by the time of their last event. */
export const describeLogStreams: Operation<Archive> = (archive, input) => {
  const group = archive.group(input);
  const prefix = input.optionalText('logStreamNamePrefix') ?? '';
  const byTime =
    input.optionalText('orderBy', { oneOf: ['LogStreamName', 'LastEventTime'] }) === 'LastEventTime';
  const all = Object.values(group.streams)
    .filter(({ name }) => name.startsWith(prefix))
    .map((stream) => ({ stream, last: stream.events.at(-1) }))
    .sort((a, b) =>
      byTime ? (a.last?.timestamp ?? 0) - (b.last?.timestamp ?? 0) : a.stream.name < b.stream.name ? -1 : 1,
    );
  if (input.flag('descending')) all.reverse();
  const { items, next } = pageOf(input, all, 50);
  const logStreams = items.map(({ stream, last }) => ({
    logStreamName: stream.name,
    creationTime: stream.createdAt,
    ...(last && {
      firstEventTimestamp: stream.events[0]?.timestamp,
      lastEventTimestamp: last.timestamp,
      lastIngestionTime: last.ingested,
    }),
    uploadSequenceToken: '0',
    arn: `${archive.arn(group.name)}:log-stream:${stream.name}`,
    storedBytes: 0,
  }));
  return { logStreams, ...next };
};
