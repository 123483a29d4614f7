import { expect, test } from 'vitest';
import { EventBus } from '../../../emulator/kernel/events.js';
import { createSchedules } from '../../../emulator/schedules/index.js';
import { rateOf } from '../../../emulator/schedules/rate.js';
import { MovableClock } from '../../../src/core/clock.js';
import type { Diagnostic } from '../../../src/core/diagnostics.js';
import { createIds } from '../../../src/core/ids.js';
import type { StackModel } from '../../../src/core/stack/model.js';

test('rates are EventBridge’s, singular and plural included', () => {
  expect(['rate(1 minute)', 'rate(5 minutes)', 'rate(2 days)'].map(rateOf)).toEqual([
    60_000, 300_000, 172_800_000,
  ]);
  for (const bad of ['rate(5 minute)', 'rate(1 minutes)', 'rate(0 minutes)', 'cron(0 12 * * ? *)', ''])
    expect(rateOf(bad), bad).toBeUndefined();
});

test('a rule runs on the clock, once after a jump, and not when stopped', async () => {
  const clock = new MovableClock();
  clock.freeze();
  const events = new EventBus();
  const told: Diagnostic[] = [];
  events.on('diagnostic', (diagnostic) => void told.push(diagnostic));
  const payloads: string[] = [];
  const lambda = {
    invoke: async ({ functionName, payload }: { functionName: string; payload: string }) => {
      payloads.push(`${functionName} ${payload}`);
      return { payload: 'null', requestId: 'x', executedVersion: '$LATEST', durationMs: 1 };
    },
  };
  const rule = (logicalId: string, properties: object) => ({
    logicalId,
    type: 'AWS::Events::Rule',
    physicalId: logicalId,
    properties,
    place: { file: 't.yaml', line: 1, column: 1 },
  });
  const resources = [
    rule('Every', { ScheduleExpression: 'rate(5 minutes)', Targets: [{ Id: 'a', Arn: 'arn:fn' }] }),
    rule('Off', {
      ScheduleExpression: 'rate(5 minutes)',
      State: 'DISABLED',
      Targets: [{ Id: 'a', Arn: 'arn:off' }],
    }),
    rule('Cron', { ScheduleExpression: 'cron(0 12 * * ? *)', Targets: [] }),
  ];
  const stack = { resources, accountId: '1', region: 'eu-central-1' } as unknown as StackModel;
  const schedules = createSchedules({ stack, lambda, clock, ids: createIds('s'), events });
  await schedules.start(new AbortController().signal);
  expect(told.map(({ code, path }) => [code, path])).toEqual([
    ['RULE_NOT_SERVED', 'Resources.Cron.Properties.ScheduleExpression'],
  ]);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
  clock.advance(299_000);
  await settle();
  expect(payloads).toEqual([]);
  clock.advance(3_600_000);
  await expect.poll(() => payloads.length).toBe(1);
  expect(payloads[0]).toContain('arn:fn {"version":"0"');
  clock.advance(-3_600_000); // back: the rate goes on from there
  clock.advance(301_000);
  await settle();
  expect(payloads.length).toBe(2);
  await schedules.stop();
  clock.advance(3_600_000);
  await settle();
  expect(payloads.length).toBe(2);
  clock.stop();
});
