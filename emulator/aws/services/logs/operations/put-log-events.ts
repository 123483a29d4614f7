import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { Archive } from '../archive.js';

const DAY = 86_400_000;
/** Events older than this, or further in the future, are rejected (CloudWatch Logs API reference). */
const [OLDEST, NEWEST] = [14 * DAY, 2 * 3_600_000];

/** `PutLogEvents`: in order of time, within a day. */
export const putLogEvents: Operation<Archive> = async (archive, input) => {
  const group = archive.group(input);
  const stream = archive.stream(group, input);
  const events = input.list('logEvents').map((one) => ({
    timestamp: one.integer('timestamp'),
    message: one.text('message', { min: 1, max: 1_048_576 }),
  }));
  if (events.length < 1 || events.length > 10_000)
    throw new AwsError(
      'InvalidParameterException',
      "1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length between 1 and 10000",
    );
  const times = events.map(({ timestamp }) => timestamp);
  if (times.some((time, index) => time < (times[index - 1] ?? 0)))
    throw new AwsError(
      'InvalidParameterException',
      'Log events in a single PutLogEvents request must be in chronological order.',
    );
  if ((times.at(-1) as number) - (times[0] as number) > DAY)
    throw new AwsError(
      'InvalidParameterException',
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
  const old = times.filter((time) => time < archive.now - OLDEST).length;
  const early = times.findIndex((time) => time > archive.now + NEWEST);
  archive.append(group, stream, events.slice(old, early < 0 ? undefined : early));
  await archive.save();
  const rejected = {
    ...(old > 0 && { tooOldLogEventEndIndex: old }),
    ...(early >= 0 && { tooNewLogEventStartIndex: early }),
  };
  return {
    nextSequenceToken: '0',
    ...(Object.keys(rejected).length > 0 && { rejectedLogEventsInfo: rejected }),
  };
};
