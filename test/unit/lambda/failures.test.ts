import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';

/** Each handler misbehaves in one way; the name of the function is the way. */
const handlers: Record<string, string> = {
  throws: 'export const handler = async () => { throw new RangeError("too far") }',
  throwsText: 'export const handler = async () => { throw "just text" }',
  throwsNull: 'export const handler = async () => { throw null }',
  throwsObject: 'export const handler = async () => { throw { a: 1 } }',
  throwsSync: 'export const handler = () => { throw new TypeError("at once") }',
  failsEmpty: 'export const handler = (event, context) => context.fail()',
  cyclic: 'export const handler = async () => { const a = {}; a.a = a; return a }',
  bigint: 'export const handler = async () => 1n',
  nothing: 'export const handler = async () => {}',
  functionResult: 'export const handler = async () => () => 1',
  large: 'export const handler = async () => "x".repeat(7 * 1024 * 1024)',
  largest: 'export const handler = async () => "x".repeat(6291554)',
  numberHeader:
    'export const handler = async () => ({ statusCode: 200, headers: { a: 1, b: { c: 2 } }, body: "" })',
  never: 'export const handler = async () => new Promise(() => {})',
  neverSync: 'export const handler = () => {}',
  hangs: 'export const handler = async () => new Promise((resolve) => setTimeout(resolve, 60_000))',
  takesAMoment:
    'export const handler = async () => new Promise((resolve) => setTimeout(resolve, 300, "done"))',
  loops: 'export const handler = async () => { for (;;); }',
  loopsLater:
    'export const handler = async () => { await new Promise((resolve) => setTimeout(resolve, 5)); for (;;); }',
  exits: 'export const handler = async () => { process.exit() }',
  exitsOne: 'export const handler = async () => { process.exit(1) }',
  exitsLater:
    'export const handler = async () => { setTimeout(() => process.exit(3), 5); await new Promise(() => setTimeout(() => {}, 9e4)) }',
  aborts: 'export const handler = async () => { process.abort() }',
  rejects:
    'export const handler = async () => { Promise.reject(new Error("nobody cares")); await new Promise((resolve) => setTimeout(resolve, 50)) }',
  uncaught:
    'export const handler = async () => { setTimeout(() => { throw new SyntaxError("in a timer") }, 5); await new Promise((resolve) => setTimeout(resolve, 500)) }',
  emits:
    'import { EventEmitter } from "node:events"; export const handler = async () => { setImmediate(() => new EventEmitter().emit("error", new Error("unheard"))); await new Promise((resolve) => setTimeout(resolve, 500)) }',
  missingExport: 'export const other = 1',
  notFunction: 'export const handler = "text"',
  initThrows: 'throw new Error("module says no"); export const handler = 1',
  initExits: 'process.exit(2); export const handler = 1',
  syntax: 'export const handler = async () => { return ) }',
  missingImport: 'import x from "not-installed-anywhere"; export const handler = async () => x',
  afterResolving:
    'export const handler = () => new Promise((resolve) => { resolve("first"); throw new Error("late") })',
  twice:
    'export const handler = (event, context, callback) => { context.callbackWaitsForEmptyEventLoop = false; callback(null, "one"); callback(null, "two"); callback(new Error("three")) }',
  stack: 'const f = () => f() + 1; export const handler = async () => f()',
};

let lab: LambdaLab;
beforeAll(async () => {
  lab = await lambdaLab(handlers, { timeout: 0.8 });
});
afterAll(() => lab?.[Symbol.asyncDispose]());

/** What a function fails with. */
async function failure(name: string) {
  const { value, functionError, requestId } = await lab.call(name);
  expect(functionError).toBe('Unhandled');
  return { ...(value as { errorType: string; errorMessage: string; trace?: string[] }), requestId };
}

describe('a handler that throws', () => {
  it('is reported with type, message and trace', async () => {
    const { trace, ...rest } = await failure('throws');
    expect(rest).toMatchObject({ errorType: 'RangeError', errorMessage: 'too far' });
    expect(trace?.[0]).toBe('RangeError: too far');
    expect(trace?.[1]).toMatch(/throws\/index\.mjs:1:\d+/);
    expect(await failure('throwsSync')).toMatchObject({ errorType: 'TypeError', errorMessage: 'at once' });
    expect(await failure('stack')).toMatchObject({ errorType: 'RangeError' });
  });

  it('is logged as an Invoke Error under its request', async () => {
    const { requestId } = await failure('throws');
    const line = lab.lines.find(({ text }) => text.includes(`${requestId}\tERROR\tInvoke Error \t{`));
    expect(JSON.parse(line?.text.split('Invoke Error \t')[1] ?? '')).toMatchObject({
      errorType: 'RangeError',
      errorMessage: 'too far',
      stack: expect.arrayContaining(['RangeError: too far']),
    });
  });

  it('may throw what is no error', async () => {
    expect(await failure('throwsText')).toMatchObject({
      errorType: 'string',
      errorMessage: 'just text',
      trace: [],
    });
    expect(await failure('throwsObject')).toMatchObject({
      errorType: 'object',
      errorMessage: '[object Object]',
    });
    expect(await failure('throwsNull')).toMatchObject({ errorType: 'string', errorMessage: 'handled' });
    expect(await failure('failsEmpty')).toMatchObject({
      errorType: 'string',
      errorMessage: 'handled',
      trace: [],
    });
  });

  it('counts as answered once it has resolved', async () => {
    expect(await lab.call('afterResolving')).toMatchObject({ value: 'first' });
    expect(await lab.call('twice')).toMatchObject({ value: 'one' });
  });
});

describe('a result that cannot be sent', () => {
  it('is an error when it has no JSON, and null when it is nothing', async () => {
    const words = { errorType: 'Error', errorMessage: 'Unable to stringify response body' };
    expect(await failure('cyclic')).toMatchObject(words);
    expect(await failure('bigint')).toMatchObject(words);
    expect((await lab.call('nothing')).payload).toBe('null');
    expect((await lab.call('functionResult')).payload).toBe('null');
  });

  it('may have 6,291,556 bytes and not one more', async () => {
    expect((await lab.call('largest')).payload).toHaveLength(6_291_556);
    expect(await failure('large')).toMatchObject({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
  });

  it('is passed on whatever its shape: the gateway judges headers', async () => {
    expect((await lab.call('numberHeader')).value).toMatchObject({ headers: { a: 1, b: { c: 2 } } });
  });
});

describe('a handler that does not answer', () => {
  it('has left its event loop empty', async () => {
    const { errorType, errorMessage } = await failure('never');
    expect(errorType).toBe('Runtime.NodeJsExit');
    expect(errorMessage).toMatch(/^The Lambda runtime client detected an unexpected Node\.js exit code\./);
    expect((await lab.call('neverSync')).payload).toBe('null');
  });

  it.each(['hangs', 'loops', 'loopsLater'])(
    'is stopped on time when it %s, and its environment replaced',
    async (name) => {
      const startedAt = performance.now();
      const { requestId, ...rest } = await failure(name);
      expect(rest).toEqual({
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after 0.80 seconds`,
      });
      expect(performance.now() - startedAt).toBeGreaterThan(790);
      const own = lab.lines.filter((line) => line.text.includes(requestId)).map(({ text }) => text);
      expect(own.at(-3)).toMatch(/^\d{4}-.*Z [0-9a-f-]{36} Task timed out after 0\.80 seconds\n$/);
      expect(own.at(-1)).toMatch(/Duration: 800\.00 ms.*\tStatus: timeout\t$/);
      const before = lab.service.stats().coldStarts;
      await failure(name);
      expect(lab.service.stats().coldStarts).toBe(before + 1);
    },
  );
});

it('time in which the emulator itself stood still is not taken from a function’s', async () => {
  await lab.call('takesAMoment');
  const calls = Array.from({ length: 3 }, () => lab.call('takesAMoment'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1200);
  for (const { value, functionError } of await Promise.all(calls))
    expect({ value, functionError }).toEqual({ value: 'done', functionError: undefined });
});

describe('a process that ends', () => {
  it('is reported with its exit status', async () => {
    const quiet = await failure('exits');
    expect(quiet).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${quiet.requestId} Error: Runtime exited without providing a reason`,
    });
    for (const [name, status] of [
      ['exitsOne', 1],
      ['exitsLater', 3],
      ['aborts', 134],
    ] as const) {
      const { errorType, errorMessage, requestId } = await failure(name);
      expect({ errorType, errorMessage }).toEqual({
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: exit status ${status}`,
      });
    }
  });

  it('by an unhandled rejection or an uncaught exception takes its environment with it', async () => {
    expect(await failure('rejects')).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: nobody cares',
    });
    expect(await failure('uncaught')).toMatchObject({ errorType: 'SyntaxError', errorMessage: 'in a timer' });
    expect(await failure('emits')).toMatchObject({ errorType: 'Error', errorMessage: 'unheard' });
    const before = lab.service.stats().coldStarts;
    await failure('rejects');
    expect(lab.service.stats().coldStarts).toBe(before + 1);
  });

  it('for want of memory is killed', async () => {
    const memory =
      'export const handler = async () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) }';
    await using own = await lambdaLab({ memory }, { timeout: 60 });
    const { value, requestId } = await own.call('memory');
    expect(value).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    });
  });
});

describe('code that cannot be loaded', () => {
  it.each([
    ['missingExport', 'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
    ['notFunction', 'Runtime.HandlerNotFound', 'index.handler is not a function'],
    ['initThrows', 'Error', 'module says no'],
    [
      'missingImport',
      'Runtime.ImportModuleError',
      "Error: Cannot find module 'not-installed-anywhere'\nRequire stack:\n- /var/task/index.mjs",
    ],
    ['syntax', 'Runtime.UserCodeSyntaxError', 'SyntaxError: Unexpected ")"'],
  ])('%s fails in the init phase', async (name, errorType, errorMessage) => {
    expect(await failure(name)).toMatchObject({ errorType, errorMessage });
    const report = lab.lines.findLast(
      ({ functionName, text }) => functionName === name && text.startsWith('INIT_REPORT'),
    );
    expect(report?.text).toMatch(
      new RegExp(`Phase: init\tStatus: error\tError Type: ${errorType.replace('.', '\\.')}$`),
    );
  });

  it('ends with its exit status when the module exits', async () => {
    const { errorType, errorMessage } = await failure('initExits');
    expect(errorType).toBe('Runtime.ExitError');
    expect(errorMessage).toMatch(/Runtime exited with error: exit status 2$/);
  });
});

it('answers for a function that is not there as Lambda does', async () => {
  await expect(lab.call('nowhere')).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
    statusCode: 404,
    message: 'Function not found: arn:aws:lambda:eu-central-1:123456789012:function:nowhere:$LATEST',
  });
  await expect(lab.call('throws:7')).rejects.toMatchObject({
    message: 'Function not found: arn:aws:lambda:eu-central-1:123456789012:function:throws:7',
  });
  await expect(lab.call('no spaces')).rejects.toMatchObject({ code: 'ValidationException', statusCode: 400 });
});

it('still serves after all of that', async () => {
  expect((await lab.call('nothing')).payload).toBe('null');
});
