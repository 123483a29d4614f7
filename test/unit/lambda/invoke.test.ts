import { afterEach, describe, expect, it } from 'vitest';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';

let lab: LambdaLab;
afterEach(() => lab?.[Symbol.asyncDispose]());

describe('invoking a function', () => {
  it('gives the handler its event and answers with its result', async () => {
    lab = await lambdaLab({ echo: 'export const handler = async (event) => ({ got: event })' });
    const outcome = await lab.call('echo', { a: 1 });
    expect(outcome).toMatchObject({ value: { got: { a: 1 } }, executedVersion: '$LATEST' });
    expect(outcome.functionError).toBeUndefined();
    expect(outcome.initDurationMs).toBeGreaterThan(0);
    expect((await lab.call('echo', { a: 2 })).initDurationMs).toBeUndefined();
    expect(lab.service.stats()).toMatchObject({ invocations: 2, coldStarts: 1, environments: 1 });
  });

  it('keeps module state between the events of an environment and never shares it between two', async () => {
    lab = await lambdaLab({
      count: `let n = 0; globalThis.seen = [];
        export const handler = async (event) => {
          n++; globalThis.seen.push(event.id); process.env.MARK = (process.env.MARK ?? '') + event.id;
          await new Promise((resolve) => setTimeout(resolve, event.wait ?? 0));
          return { n, seen: globalThis.seen, bare: seen, mark: process.env.MARK };
        }`,
    });
    const together = await Promise.all([
      lab.call('count', { id: 'a', wait: 60 }),
      lab.call('count', { id: 'b', wait: 60 }),
    ]);
    expect(together.map(({ value }) => value)).toEqual([
      { n: 1, seen: ['a'], bare: ['a'], mark: 'a' },
      { n: 1, seen: ['b'], bare: ['b'], mark: 'b' },
    ]);
    const { value } = await lab.call('count', { id: 'c' });
    expect(value).toMatchObject({ n: 2 });
    expect(lab.service.stats().environments).toBe(2);
  });

  it('runs TypeScript, CommonJS and top-level await alike', async () => {
    lab = await lambdaLab({
      'ts/index.ts':
        'interface E { n: number }\nexport const handler = async ({ n }: E): Promise<number> => n * 2;',
      'cjs/index.js': 'const { join } = require("path"); exports.handler = async () => join("a", "b");',
      'tla/index.mjs':
        'import { readFile } from "node:fs/promises"; import os from "os";\nconst ready = await Promise.resolve(7);\nexport const handler = async () => [ready, typeof readFile, os.tmpdir(), (await import("node:os")).tmpdir()]; export default handler;',
    });
    expect((await lab.call('ts', { n: 4 })).value).toBe(8);
    expect((await lab.call('cjs')).value).toBe('a/b');
    expect((await lab.call('tla')).value).toEqual([7, 'function', '/tmp', '/tmp']);
  });

  it('writes START, END and REPORT around the lines of the handler', async () => {
    lab = await lambdaLab({
      talk: 'console.log("module"); export const handler = async () => { console.log("hello %s", "you", { a: 1 }); console.error("bad"); }',
    });
    const { requestId } = await lab.call('talk', {}, 'story-1');
    const texts = lab.lines.map(({ text }) => text);
    expect(texts[0]).toMatch(
      /^INIT_START Runtime Version: nodejs:22\.v15\tRuntime Version ARN: arn:aws:lambda:eu-central-1::runtime:[0-9a-f]{64}$/,
    );
    expect(texts[1]).toMatch(/^\d{4}-.*Z\tundefined\tINFO\tmodule$/);
    expect(texts[2]).toBe(`START RequestId: ${requestId} Version: $LATEST`);
    expect(texts[3]).toMatch(new RegExp(`Z\t${requestId}\tINFO\thello you \\{ a: 1 \\}$`));
    expect(texts[4]).toMatch(new RegExp(`Z\t${requestId}\tERROR\tbad$`));
    expect(texts[5]).toBe(`END RequestId: ${requestId}`);
    expect(texts[6]).toMatch(
      new RegExp(
        `^REPORT RequestId: ${requestId}\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB\tMax Memory Used: \\d+ MB\tInit Duration: \\d+\\.\\d\\d ms\t$`,
      ),
    );
    expect(new Set(lab.lines.map((line) => line.requestId))).toEqual(new Set(['story-1']));
    expect(lab.lines[0]?.logStream).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
  });
});
