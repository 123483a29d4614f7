import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { KeyService } from '../../../emulator/kernel/kms.js';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';

let lab: LambdaLab;
afterEach(() => lab?.[Symbol.asyncDispose]());

describe('what a handler sees', () => {
  it('context has every field, the memory limit as text', async () => {
    lab = await lambdaLab({
      look: `export const handler = async (event, context) => ({
        ...context, keys: Object.keys(context).sort(), left: context.getRemainingTimeInMillis(),
        kinds: [typeof context.succeed, typeof context.fail, typeof context.done, context.callbackWaitsForEmptyEventLoop] })`,
    });
    const { value, requestId } = await lab.call('look');
    expect(value).toMatchObject({
      functionName: 'look',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:look',
      memoryLimitInMB: '128',
      awsRequestId: requestId,
      logGroupName: '/aws/lambda/look',
      kinds: ['function', 'function', 'function', true],
    });
    const { keys, left, logStreamName } = value as { keys: string[]; left: number; logStreamName: string };
    expect(keys).toEqual([
      ...['awsRequestId', 'callbackWaitsForEmptyEventLoop', 'clientContext', 'done', 'fail', 'functionName'],
      ...['functionVersion', 'getRemainingTimeInMillis', 'identity', 'invokedFunctionArn', 'logGroupName'],
      ...['logStreamName', 'memoryLimitInMB', 'succeed', 'tenantId'],
    ]);
    expect(left).toBeGreaterThan(2500);
    expect(left).toBeLessThanOrEqual(3000);
    expect(logStreamName).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
  });

  it('variables are its own, the emulator’s and the reserved ones', async () => {
    lab = await lambdaLab(
      { look: 'export const handler = async () => process.env' },
      { environment: { OWN: 'mine', AWS_REGION: 'not mine' }, logGroup: '/stack/look' },
      { extraEnvironment: { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' } },
    );
    const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
    const invoke = async (traceHeader?: string) => {
      const outcome = await lab.service.invoke({
        functionName: 'look',
        payload: '{}',
        ...(traceHeader ? { traceHeader } : {}),
      });
      return JSON.parse(outcome.payload) as Record<string, string>;
    };
    const variables = await invoke(trace);
    expect(variables).toMatchObject({
      OWN: 'mine',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_LAMBDA_FUNCTION_NAME: 'look',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/stack/look',
      AWS_LAMBDA_RUNTIME_API: '169.254.100.1:9001',
      LAMBDA_TASK_ROOT: '/var/task',
      LAMBDA_RUNTIME_DIR: '/var/runtime',
      _HANDLER: 'index.handler',
      _X_AMZN_TRACE_ID: trace,
      TZ: ':UTC',
    });
    expect(variables).not.toHaveProperty('HOME_OF_NOBODY');
    expect(await invoke()).not.toHaveProperty('_X_AMZN_TRACE_ID');
  });

  it('Date follows the clock of the emulator, time limits do not', async () => {
    lab = await lambdaLab({
      when: `export const handler = async (event, context) => [Date.now(), new Date().toISOString(), new Date(0).getTime(),
        new Date() instanceof Date, new Date().constructor === Date, context.getRemainingTimeInMillis(), typeof Date()]`,
    });
    await lab.call('when');
    lab.clock.freeze(Date.UTC(2031, 4, 6));
    const { value } = await lab.call('when');
    expect((value as unknown[]).slice(0, 5)).toEqual([
      Date.UTC(2031, 4, 6),
      '2031-05-06T00:00:00.000Z',
      0,
      true,
      true,
    ]);
    expect((value as number[])[5]).toBeGreaterThan(2500);
  });

  it('/tmp is its own and everything else is read-only', async () => {
    lab = await lambdaLab({
      'disk/index.mjs': `import { readFileSync, writeFileSync, existsSync, mkdtempSync, createWriteStream } from "node:fs";
        import { readFile, writeFile } from "node:fs/promises"; import { tmpdir } from "node:os";
        export const handler = async ({ write, wait = 0 }) => {
          const before = existsSync("/tmp/mark") && readFileSync("/tmp/mark", "utf8");
          writeFileSync("/tmp/mark", write);
          const refused = await writeFile("./data.json", "{}").catch(({ code, message }) => [code, message]);
          let sync; try { writeFileSync("/etc/passwd", "") } catch (error) { sync = error.code }
          const stream = await new Promise((resolve) => createWriteStream("/var/task/x").on("error", ({ code }) => resolve(code)));
          await new Promise((resolve) => setTimeout(resolve, wait));
          return { before, tmp: tmpdir(), made: mkdtempSync("/tmp/a-").startsWith("/tmp/a-"), refused, sync, stream,
            note: await readFile(new URL("file:///var/task/note.txt"), "utf8"), relative: readFileSync("note.txt", "utf8") };
        }`,
      'disk/note.txt': 'shipped',
    });
    const [one, two] = await Promise.all([
      lab.call('disk', { write: 'one', wait: 50 }),
      lab.call('disk', { write: 'two', wait: 50 }),
    ]);
    const expected = {
      before: false,
      tmp: '/tmp',
      made: true,
      refused: ['EROFS', "EROFS: read-only file system, writeFile './data.json'"],
      sync: 'EROFS',
      stream: 'EROFS',
      note: 'shipped',
      relative: 'shipped',
    };
    expect(one.value).toEqual(expected);
    expect(two.value).toEqual(expected);
    expect(['one', 'two']).toContain(
      ((await lab.call('disk', { write: 'x' })).value as { before: string }).before,
    );
  });

  it('/tmp outlives a crash of its environment', async () => {
    lab = await lambdaLab({
      crash: `import { existsSync, writeFileSync } from "node:fs";
        export const handler = async ({ die }) => { const there = existsSync("/tmp/kept"); writeFileSync("/tmp/kept", "1"); if (die) process.exit(1); return there; }`,
    });
    expect((await lab.call('crash', { die: true })).functionError).toBe('Unhandled');
    expect((await lab.call('crash')).value).toBe(true);
  });
});

describe('handler styles', () => {
  it('a callback waits for the event loop, unless it is told not to', async () => {
    lab = await lambdaLab({
      waits:
        'let n = 0; export const handler = (event, context, callback) => { setTimeout(() => n++, 60); callback(null, { n }); }',
      hurries:
        'export const handler = (event, context, callback) => { context.callbackWaitsForEmptyEventLoop = false; setTimeout(() => {}, 60_000); callback(null, 1); }',
      later:
        'export const handler = (event, context, callback) => { setTimeout(() => callback(null, "later"), 20); }',
      fails:
        'export const handler = (event, context, callback) => { setTimeout(() => callback(new Error("no")), 5); }',
      succeeds:
        'export const handler = (event, context) => { setTimeout(() => context.succeed("old style"), 5); }',
    });
    const { durationMs } = await lab.call('waits');
    expect(durationMs).toBeGreaterThan(55);
    expect((await lab.call('hurries')).value).toBe(1);
    expect((await lab.call('later')).value).toBe('later');
    expect((await lab.call('fails')).value).toMatchObject({ errorType: 'Error', errorMessage: 'no' });
    expect((await lab.call('succeeds')).value).toBe('old style');
  });

  it('a streaming handler gives what it wrote', async () => {
    lab = await lambdaLab({
      streams: `export const handler = awslambda.streamifyResponse(async (event, stream) => { stream.write('{"a":'); stream.end('1}'); })`,
      http: `export const handler = awslambda.streamifyResponse(async (event, stream) => {
        const out = awslambda.HttpResponseStream.from(stream, { statusCode: 201 }); out.write('hi'); out.end(); })`,
      open: 'export const handler = awslambda.streamifyResponse(async (event, stream) => { stream.write("x"); })',
      sync: 'export const handler = awslambda.streamifyResponse((event, stream) => { stream.end("x"); })',
    });
    expect((await lab.call('streams')).value).toEqual({ a: 1 });
    const raw = await lab.service.invoke({ functionName: 'http', payload: '{}' });
    expect(raw.payload).toBe(`{"statusCode":201}${'\0'.repeat(8)}hi`);
    expect((await lab.call('open')).value).toMatchObject({
      errorMessage: 'Response stream is not finished.',
    });
    expect((await lab.call('sync')).value).toMatchObject({
      errorMessage: 'Streaming does not support non-async handlers.',
    });
  });
});

describe('the story of a request', () => {
  it('has spans for the init phase, the handler and its HTTP calls', async () => {
    const server = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    lab = await lambdaLab({
      calls: `import http from "node:http";
        export const handler = async ({ url }) => {
          await (await fetch(url + "/fetched?secret=1")).text();
          await new Promise((resolve) => http.get(url + "/got", (response) => response.resume().on("end", resolve)));
          const headers = { authorization: "AWS4-HMAC-SHA256 Credential=K/20260101/eu-central-1/kms/aws4_request, x", "x-amz-target": "TrentService.Decrypt" };
          await new Promise((resolve) => http.request(url, { method: "POST", headers }, (response) => response.resume().on("end", resolve)).end());
        }`,
    });
    await lab.call('calls', { url: `http://127.0.0.1:${port}` }, 'story');
    server.close();
    expect(lab.spans.map(({ kind, name }) => [kind, name])).toEqual([
      ['lambda', 'calls init'],
      ['lambda', 'calls'],
      ['http', `GET http://127.0.0.1:${port}/fetched`],
      ['http', `GET http://127.0.0.1:${port}/got`],
      ['aws', 'kms Decrypt'],
    ]);
    expect(new Set(lab.spans.map(({ requestId }) => requestId))).toEqual(new Set(['story']));
    expect(lab.spans[2]?.attributes).toEqual({ status: 200 });
  });
});

describe('variables encrypted with a key', () => {
  const encrypted = {
    kmsKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/1',
    environment: { DB: 'plain' },
  };
  const source = { look: 'export const handler = async () => process.env.DB' };

  it('are held encrypted for this function, and decrypted before the start', async () => {
    const keys = new ReversingKeys();
    lab = await lambdaLab(source, encrypted, { keys });
    expect((await lab.call('look')).value).toBe('plain');
    const context = {
      'aws:lambda:FunctionArn': 'arn:aws:lambda:eu-central-1:123456789012:function:look',
    };
    expect(keys.used).toEqual([
      ['encrypt', encrypted.kmsKeyArn, 'plain', context],
      ['decrypt', 'nialp', context],
    ]);
  });

  it.each([
    ['DisabledException', 'KMSDisabledException', 'the KMS key used is disabled'],
    ['KMSInvalidStateException', 'KMSInvalidStateException', 'is not valid for Decrypt'],
    ['NotFoundException', 'KMSNotFoundException', 'the KMS key was not found'],
    ['AccessDeniedException', 'KMSAccessDeniedException', 'KMS access was denied'],
  ])('keep a function from starting while KMS says %s', async (fault, code, words) => {
    const keys = new ReversingKeys();
    lab = await lambdaLab(source, encrypted, { keys });
    await lab.call('look');
    keys.fault = fault;
    expect((await lab.call('look')).value).toBe('plain'); // an environment that runs does not ask again
    lab.clock.advance(3_600_000);
    await expect.poll(() => lab.service.stats().environments).toBe(0);
    const message = expect.stringContaining(words) as string;
    await expect(lab.call('look')).rejects.toMatchObject({ code, statusCode: 502, message });
    keys.fault = undefined;
    expect((await lab.call('look')).value).toBe('plain');
  });
});

/** KMS as far as Lambda uses it, with a cipher that needs no secret. */
class ReversingKeys implements KeyService {
  fault: string | undefined;
  readonly used: unknown[][] = [];

  async encrypt(keyId: string, plaintext: Buffer, context: object): Promise<Buffer> {
    return this.#turn(plaintext, ['encrypt', keyId, String(plaintext), context]);
  }

  async decrypt(ciphertext: Buffer, context: object): Promise<Buffer> {
    return this.#turn(ciphertext, ['decrypt', String(ciphertext), context]);
  }

  #turn(bytes: Buffer, use: unknown[]): Buffer {
    if (this.fault) throw Object.assign(new Error('no'), { name: this.fault });
    this.used.push(use);
    return Buffer.from([...bytes].reverse());
  }
}
