import type { Operation } from '../../../protocol/operation.js';
import type { Archive } from '../archive.js';
import { compileFilter } from '../filter-pattern.js';
import { pageOf } from '../pages.js';

/** `FilterLogEvents`: across the streams of a group, in order of time. */
export const filterLogEvents: Operation<Archive> = (archive, input) => {
  const group = archive.group(input);
  const names = input.optionalTexts('logStreamNames');
  const prefix = input.optionalText('logStreamNamePrefix') ?? '';
  const [from, to] = [
    input.optionalInteger('startTime') ?? 0,
    input.optionalInteger('endTime') ?? Number.MAX_SAFE_INTEGER,
  ];
  const fits = compileFilter(input.optionalText('filterPattern', { max: 1024 }) ?? '');
  const streams = Object.values(group.streams).filter(
    ({ name }) => (names === undefined || names.includes(name)) && name.startsWith(prefix),
  );
  const all = streams
    .flatMap((stream) =>
      archive.kept(group, stream).map((event, index) => ({ ...event, stream: stream.name, index })),
    )
    .filter(({ timestamp, message }) => timestamp >= from && timestamp <= to && fits(message))
    .sort((a, b) => a.timestamp - b.timestamp);
  const { items, next } = pageOf(input, all, 10_000);
  const events = items.map(({ timestamp, message, ingested, stream, index }) => ({
    logStreamName: stream,
    timestamp,
    message,
    ingestionTime: ingested,
    eventId: `${timestamp}${String(index).padStart(8, '0')}`,
  }));
  return { events, searchedLogStreams: [], ...next };
};
