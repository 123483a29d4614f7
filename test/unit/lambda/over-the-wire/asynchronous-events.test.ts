import {
  DeleteFunctionEventInvokeConfigCommand,
  GetFunctionEventInvokeConfigCommand,
  InvokeCommand,
  ListFunctionEventInvokeConfigsCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { functionLab } from '../../../helpers/function-lab.js';
import { zip } from '../../../helpers/zip.js';

const own = functionLab();

describe('events that nobody waits for', () => {
  it('are tried again after one minute and two more, or as often as was set', async () => {
    const FunctionName = 'failing';
    const ZipFile = zip({
      'index.js': "exports.handler = async () => { console.log('tried'); throw new Error('no'); };",
    });
    await own.create(FunctionName, { Code: { ZipFile } });
    let tries = 0;
    const lost: string[] = [];
    own.cloud.events.on('log', ({ text, functionName }) => {
      if (functionName !== FunctionName) return;
      if (text.includes('tried')) tries++;
      if (text.includes('event lost')) lost.push(text);
    });
    const send = () => own.client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event' }));
    await send();
    await expect.poll(() => tries).toBe(1);
    for (const [minutes, after] of [
      [1, 2],
      [2, 3],
    ] as const) {
      await new Promise((resolve) => setImmediate(resolve)); // the failure is known, and its timer set
      own.cloud.clock.advance(minutes * 60_000);
      await expect.poll(() => tries).toBe(after);
    }
    await expect
      .poll(() => lost)
      .toEqual(['arcube: asynchronous event lost: its function failed every time (failing:$LATEST)']);
    own.connect(); // the clock has moved: signatures go by it
    const ask = { FunctionName, MaximumRetryAttempts: 0 };
    expect(await own.client.send(new PutFunctionEventInvokeConfigCommand(ask))).toMatchObject({
      MaximumRetryAttempts: 0,
      FunctionArn: expect.stringMatching(/failing:\$LATEST$/),
    });
    await send();
    await expect.poll(() => lost.length).toBe(2);
    expect(tries).toBe(4);
    await expect(
      own.client.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 3 })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
    const { FunctionEventInvokeConfigs } = await own.client.send(
      new ListFunctionEventInvokeConfigsCommand({ FunctionName }),
    );
    expect(FunctionEventInvokeConfigs).toHaveLength(1);
    await own.client.send(new DeleteFunctionEventInvokeConfigCommand({ FunctionName }));
    await expect(
      own.client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
