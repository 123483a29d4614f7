import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DeleteLogStreamCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  ListTagsForResourceCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EventBus } from '../../../emulator/kernel/events.js';
import { ACCOUNT, AwsHarness, REGION } from '../../helpers/aws.js';

const events = new EventBus();
const aws = new AwsHarness({ events });
let logs: CloudWatchLogsClient;
const logGroupName = '/own/group';
const own = { logGroupName, logStreamName: 'one' };

beforeAll(async () => {
  await aws.start();
  logs = aws.client(CloudWatchLogsClient);
  await logs.send(new CreateLogGroupCommand({ logGroupName, tags: { a: '1' } }));
  await logs.send(new CreateLogStreamCommand(own));
});
afterAll(() => aws.stop());

it('keeps events, in pages from either end', async () => {
  const start = aws.clock.now() - 10_000;
  const logEvents = Array.from({ length: 5 }, (_, index) => ({
    timestamp: Math.floor(start) + index,
    message: `line ${index}`,
  }));
  await logs.send(new PutLogEventsCommand({ ...own, logEvents }));
  const texts = (found: { message?: string }[] | undefined) => found?.map(({ message }) => message);
  const last = await logs.send(new GetLogEventsCommand({ ...own, limit: 2 }));
  expect(texts(last.events)).toEqual(['line 3', 'line 4']);
  const before = await logs.send(
    new GetLogEventsCommand({ ...own, limit: 2, nextToken: last.nextBackwardToken }),
  );
  expect(texts(before.events)).toEqual(['line 1', 'line 2']);
  const first = await logs.send(new GetLogEventsCommand({ ...own, limit: 3, startFromHead: true }));
  expect(texts(first.events)).toEqual(['line 0', 'line 1', 'line 2']);
  const rest = await logs.send(
    new GetLogEventsCommand({ ...own, limit: 3, nextToken: first.nextForwardToken }),
  );
  expect(texts(rest.events)).toEqual(['line 3', 'line 4']);
  const unordered = [...logEvents].reverse();
  await expect(logs.send(new PutLogEventsCommand({ ...own, logEvents: unordered }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  const old = await logs.send(
    new PutLogEventsCommand({ ...own, logEvents: [{ timestamp: 1, message: 'old' }] }),
  );
  expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1 });
});

it('filters by terms and by JSON', async () => {
  const stream = { logGroupName, logStreamName: 'filtered' };
  await logs.send(new CreateLogStreamCommand(stream));
  const now = Math.floor(aws.clock.now());
  const messages = [
    'ERROR payment failed',
    'INFO payment done',
    '{"status":503,"path":"/x"}',
    '{"status":200,"path":"/y"}',
  ];
  await logs.send(
    new PutLogEventsCommand({
      ...stream,
      logEvents: messages.map((message) => ({ timestamp: now, message })),
    }),
  );
  const find = async (filterPattern: string) => {
    const { events: found } = await logs.send(
      new FilterLogEventsCommand({ logGroupName, logStreamNames: ['filtered'], filterPattern }),
    );
    return found?.map(({ message }) => messages.indexOf(message as string));
  };
  expect(await find('payment -ERROR')).toEqual([1]);
  expect(await find('"payment failed"')).toEqual([0]);
  expect(await find('?ERROR ?INFO')).toEqual([0, 1]);
  expect(await find('{ $.status >= 500 && $.path = "/x" }')).toEqual([2]);
  expect(await find('{ $.path = "/*" }')).toEqual([2, 3]);
  await expect(find('[a, b]')).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

it('has what functions write', async () => {
  events.emit('log', {
    time: aws.clock.now(),
    functionName: 'orders',
    logStream: '2026/01/01/[$LATEST]abc',
    text: 'START',
  });
  const group = '/aws/lambda/orders';
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: group }));
  expect(logGroups).toMatchObject([
    { logGroupName: group, arn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${group}:*` },
  ]);
  const { logStreams } = await logs.send(
    new DescribeLogStreamsCommand({ logGroupName: group, orderBy: 'LastEventTime', descending: true }),
  );
  expect(logStreams?.map(({ logStreamName }) => logStreamName)).toEqual(['2026/01/01/[$LATEST]abc']);
  const { events: found } = await logs.send(new FilterLogEventsCommand({ logGroupName: group }));
  expect(found?.map(({ message }) => message)).toEqual(['START']);
});

it('keeps retention, tags, and over a restart', async () => {
  await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 7 }));
  await expect(
    logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 8 })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  const resourceArn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${logGroupName}`;
  await logs.send(new TagResourceCommand({ resourceArn, tags: { b: '2' } }));
  await logs.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'] }));
  await aws.restart();
  logs = aws.client(CloudWatchLogsClient);
  expect((await logs.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({ b: '2' });
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }));
  expect(logGroups?.[0]?.retentionInDays).toBe(7);
  await logs.send(new DeleteRetentionPolicyCommand({ logGroupName }));
  await logs.send(new DeleteLogStreamCommand(own));
  await logs.send(new DeleteLogGroupCommand({ logGroupName }));
  await expect(logs.send(new GetLogEventsCommand(own))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The specified log group does not exist.',
  });
});
