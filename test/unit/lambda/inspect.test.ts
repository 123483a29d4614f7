import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { InspectorRecord } from '../../../emulator/kernel/events.js';
import { DebugClient } from '../../helpers/debugger.js';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';

let lab: LambdaLab;
let client: DebugClient | undefined;
afterEach(async () => {
  client?.close();
  client = undefined;
  await lab?.[Symbol.asyncDispose]();
});

const SOURCE = `interface Event { n: number; die?: boolean }

const double = (n: number): number => {
  const twice = n * 2;
  return twice;
};

export const handler = async (event: Event, context: { getRemainingTimeInMillis(): number }) => {
  if (event.die) process.exit(1);
  return { twice: double(event.n), left: context.getRemainingTimeInMillis() };
};
`;

async function inspected(name: string): Promise<InspectorRecord> {
  const { events } = lab.service.options;
  const told = new Promise<InspectorRecord>((resolve) => {
    events.on('inspector', (record) => record.functionName === name && resolve(record));
  });
  void lab.service.provision([name]);
  return told;
}

describe('a debugger', () => {
  it('stops at a line of the .ts file, for longer than the time limit, and the handler answers', async () => {
    lab = await lambdaLab({ 'held/index.ts': SOURCE }, { timeout: 0.4 }, { inspect: ['held'] });
    const { url } = await inspected('held');
    client = await DebugClient.connect(url);
    const file = join(lab.folder, 'held/index.ts');
    await expect.poll(() => client?.scripts.length).toBe(1);
    await client.breakAt(file, 5);
    const answer = lab.call('held', { n: 21 });
    const pause = await client.paused();
    expect(client.placeOf(pause)).toBe(`${file}:5`);
    const [top] = pause.callFrames;
    const { result } = await client.ask('Debugger.evaluateOnCallFrame', {
      callFrameId: top?.callFrameId,
      expression: 'twice',
    });
    expect(result).toMatchObject({ value: 42 });
    await new Promise((resolve) => setTimeout(resolve, 900));
    await client.ask('Debugger.resume');
    const { value, durationMs, functionError } = await answer;
    expect(functionError).toBeUndefined();
    expect(value).toMatchObject({ twice: 42 });
    expect((value as { left: number }).left).toBeGreaterThan(0);
    expect(durationMs).toBeGreaterThan(850);
  });

  it('finds the function again at the same port after its process ended', async () => {
    lab = await lambdaLab({ 'held/index.ts': SOURCE }, {}, { inspect: true });
    const before = await inspected('held');
    expect((await lab.call('held', { n: 1, die: true })).functionError).toBe('Unhandled');
    const after = await inspected('held');
    expect(after.url).not.toBe(before.url);
    expect(new URL(after.url).port).toBe(new URL(before.url).port);
    client = await DebugClient.connect(after.url);
  });

  it('keeps its breakpoint through a reload', async () => {
    lab = await lambdaLab({ 'held/index.ts': SOURCE }, {}, { inspect: ['held'], watch: true });
    client = await DebugClient.connect((await inspected('held')).url);
    await expect.poll(() => client?.scripts.length).toBe(1);
    await client.breakAt(join(lab.folder, 'held/index.ts'), 5);
    await lab.write('held/index.ts', SOURCE.replace('n * 2', 'n * 3'));
    await expect.poll(() => lab.reloads.length).toBe(1);
    const answer = lab.call('held', { n: 2 });
    await client.paused();
    await client.ask('Debugger.resume');
    expect((await answer).value).toMatchObject({ twice: 6 });
  });

  it('leaves the time limit of other functions alone', async () => {
    lab = await lambdaLab(
      { 'held/index.ts': SOURCE, loop: 'export const handler = async () => { for (;;); }' },
      { timeout: 0.3 },
      { inspect: ['held'] },
    );
    expect((await lab.call('loop')).value).toMatchObject({ errorType: 'Sandbox.Timedout' });
    expect(lab.service.isInspected('loop')).toBe(false);
    expect(lab.service.isInspected('arn:aws:lambda:eu-central-1:123456789012:function:held:1')).toBe(true);
  });
});
