import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { Archive } from '../archive.js';

/** `GetLogEvents`: a page of a stream, newest or (`startFromHead`) oldest first page; each side has its token. */
export const getLogEvents: Operation<Archive> = (archive, input) => {
  const group = archive.group(input);
  const [from, to] = [
    input.optionalInteger('startTime') ?? 0,
    input.optionalInteger('endTime') ?? Number.MAX_SAFE_INTEGER,
  ];
  const all = archive
    .kept(group, archive.stream(group, input))
    .filter(({ timestamp }) => timestamp >= from && timestamp < to);
  const limit = input.optionalInteger('limit', { min: 1, max: 10_000 }) ?? 10_000;
  const start = startOf(input, all.length, limit);
  const page = all.slice(Math.max(0, start), Math.max(0, start) + limit);
  return {
    events: page.map(({ timestamp, message, ingested }) => ({ timestamp, message, ingestionTime: ingested })),
    nextForwardToken: `f/${Math.max(0, start) + page.length}`,
    nextBackwardToken: `b/${Math.max(0, start)}`,
  };
};

function startOf(input: Input, length: number, limit: number): number {
  const token = input.optionalText('nextToken');
  if (token === undefined) return input.flag('startFromHead') ? 0 : length - limit;
  const [, side, place] = /^([fb])\/(\d+)$/.exec(token) ?? [];
  if (side === undefined)
    throw new AwsError('InvalidParameterException', 'The specified nextToken is invalid.');
  return side === 'f' ? Number(place) : Number(place) - limit;
}
