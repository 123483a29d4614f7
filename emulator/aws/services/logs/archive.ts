import type { Clock } from '../../../../src/core/clock.js';
import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { ServiceView } from '../../state/service-view.js';
import type { StateBook } from '../../state/state-book.js';
import { type LogMetric, measure } from './metric-filters.js';
import type { LogEvent, LogsState, StoredGroup, StoredStream } from './stored.js';

export interface LogsWorld {
  book: StateBook<LogsState>;
  clock: Clock;
  /** Hears every message, for the metrics in it. */
  onMessage: (accountId: string, region: string, message: string) => void;
  /** Hears what metric filters count. */
  onMetric: (accountId: string, region: string, metric: LogMetric) => void;
}

/** Events kept in a stream; the oldest go first, some at a time. */
const KEPT = 5_000;
const SURPLUS = 500;
/** Streams kept in a group at most. */
const STREAMS = 100;
const DAY = 86_400_000;

type NewEvent = Omit<LogEvent, 'ingested'>;

/** The log groups of one account in one region. */
export class Archive extends ServiceView<LogsState, LogsWorld> {
  arn(group: string): string {
    return `arn:aws:logs:${this.region}:${this.accountId}:log-group:${group}`;
  }

  /** The group that `logGroupName`, or `logGroupIdentifier` with its ARN, names. Throws `ResourceNotFoundException`. */
  group(input: Input): StoredGroup {
    const named =
      input.optionalText('logGroupIdentifier') ?? input.text('logGroupName', { min: 1, max: 512 });
    const name = named.replace(/^arn:aws:logs:[^:]*:\d*:log-group:/, '').replace(/:\*$/, '');
    const group = Object.hasOwn(this.state.groups, name) ? this.state.groups[name] : undefined;
    if (!group) throw missing('log group');
    return group;
  }

  stream({ streams }: StoredGroup, input: Input): StoredStream {
    const name = input.text('logStreamName', { min: 1, max: 512 });
    const stream = Object.hasOwn(streams, name) ? streams[name] : undefined;
    if (!stream) throw missing('log stream');
    return stream;
  }

  /** Makes a group unless it is there. */
  ensureGroup(name: string): StoredGroup {
    this.state.groups[name] ??= { name, createdAt: this.now, tags: {}, streams: {} };
    return this.state.groups[name];
  }

  /** Makes a stream unless it is there. */
  ensureStream(group: StoredGroup, name: string): StoredStream {
    const { streams } = group;
    if (!streams[name] && Object.keys(streams).length >= STREAMS)
      delete streams[Object.keys(streams)[0] as string];
    streams[name] ??= { name, createdAt: this.now, events: [] };
    return streams[name];
  }

  /**
   * Writes down what the stack says, in a group and stream made for it. Its events are not put on disk, where the story
   * of each request is already.
   */
  write(groupName: string, streamName: string, event: NewEvent): void {
    const group = this.ensureGroup(groupName);
    const present = Object.hasOwn(group.streams, streamName);
    const stream = this.ensureStream(group, streamName);
    if (!present) Object.defineProperty(stream, 'toJSON', { value: () => ({ ...stream, events: [] }) });
    this.append(group, stream, [event]);
  }

  /** Adds events, in order of time. */
  append(group: StoredGroup, { events: all }: StoredStream, events: readonly NewEvent[]): void {
    const last = all.at(-1)?.timestamp ?? 0;
    for (const event of events) {
      all.push({ ...event, ingested: this.now });
      this.world.onMessage(this.accountId, this.region, event.message);
    }
    for (const metric of measure(group, events)) this.world.onMetric(this.accountId, this.region, metric);
    if ((events[0]?.timestamp ?? last) < last) all.sort((a, b) => a.timestamp - b.timestamp);
    if (all.length > KEPT + SURPLUS) all.splice(0, all.length - KEPT);
  }

  /** Events of a stream that its group still keeps. */
  kept({ retentionDays }: StoredGroup, { events }: StoredStream): LogEvent[] {
    if (retentionDays === undefined) return events;
    const since = this.now - retentionDays * DAY;
    return events.filter(({ timestamp }) => timestamp >= since);
  }
}

function missing(what: string): AwsError {
  return new AwsError('ResourceNotFoundException', `The specified ${what} does not exist.`);
}

/** `ResourceAlreadyExistsException`. */
export function exists(what: string): AwsError {
  return new AwsError('ResourceAlreadyExistsException', `The specified ${what} already exists`);
}
