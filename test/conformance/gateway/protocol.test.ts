import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fact } from '../../helpers/gateway/fact.js';
import { integration, method, restApi, stackOf } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { exchangeBytes, readAnswers, type WireAnswer } from '../../helpers/gateway/wire.js';

describe('bad input on the wire', () => {
  let aws: RunningGateway;
  beforeAll(async () => {
    const edge = restApi([method('ANY', '/{proxy+}')], { id: 'edge567890', endpointType: 'EDGE' });
    aws = await startGateway(stackOf([restApi([method('GET', '/'), method('ANY', '/{proxy+}')]), edge]), {
      fn: async ({ path, body }) => {
        if (path === '/slow') await new Promise((resolve) => setTimeout(resolve, 50));
        return { statusCode: 200, body: JSON.stringify({ path, body }) };
      },
    });
  });
  afterAll(async () => {
    expect(aws.bugs).toEqual([]);
    await aws[Symbol.asyncDispose]();
  });

  async function raw(...parts: (string | Buffer)[]): Promise<WireAnswer[]> {
    return readAnswers(await exchangeBytes(aws.gateway.port, parts));
  }
  const get = (target: string, ...headers: string[]) =>
    `GET ${target} HTTP/1.1\r\nHost: a\r\n${headers.map((line) => `${line}\r\n`).join('')}`;
  const statuses = (answers: WireAnswer[]) => answers.map(({ status }) => status);

  for (const [name, request] of [
    [
      'both Content-Length and Transfer-Encoding',
      'POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /evil HTTP/1.1\r\nHost: a\r\n\r\n',
    ],
    [
      'two Content-Lengths',
      'POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    ],
    [
      'an unknown transfer coding',
      'POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a bad chunk size',
      'POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n',
    ],
    [
      'a chunk size beyond reason',
      'POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nab',
    ],
    ['a negative Content-Length', 'POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n'],
    ['a space before the colon', 'GET /x HTTP/1.1\r\nHost : a\r\n\r\n'],
    ['a folded header', 'GET /x HTTP/1.1\r\nHost: a\r\n X: y\r\n\r\n'],
    ['a null byte in a header', 'GET /x HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n'],
    ['a null byte in the path', 'GET /x\0y HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['no Host', 'GET /x HTTP/1.1\r\n\r\n'],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n'],
    ['an unknown method', 'BREW /x HTTP/1.1\r\nHost: a\r\n\r\n'],
  ] as const)
    fact(`bad input: ${name} is one 400, and the connection ends`, async () => {
      const answers = await raw(request);
      expect(statuses(answers)).toEqual([400]);
      expect(answers[0]?.headers.filter(([key]) => /^x-am/i.test(key))).toEqual([]);
    });
  fact('bad input: rubbish behind a good request never overtakes its answer', async () => {
    const answers = await raw(`${get('/slow')}\r\n`, 'RUBBISH\r\n\r\n');
    expect(statuses(answers)).toEqual([200, 400]);
    expect(JSON.parse(answers[0]?.body.toString() ?? '')).toMatchObject({ path: '/slow' });
  });
  fact('bad input: pipelined requests are answered in order', async () => {
    const requests = ['/slow', '/b', '/c'].map((path) => `${get(path)}\r\n`).join('');
    const answers = await raw(requests, `${get('/d', 'Connection: close')}\r\n`);
    expect(answers.map(({ body }) => JSON.parse(body.toString()).path)).toEqual(['/slow', '/b', '/c', '/d']);
  });
  fact('bad input: a request split into single bytes', async () => {
    const parts = [...`${get('/split', 'Connection: close')}\r\n`];
    expect(statuses(await raw(...parts))).toEqual([200]);
  });
  fact('chunked bodies are read whole', async () => {
    const head = 'POST /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n';
    const [answer] = await raw(head, '5\r\nhello\r\n', '6\r\n world\r\n0\r\n\r\n');
    expect(JSON.parse(answer?.body.toString() ?? '')).toMatchObject({ body: 'hello world' });
  });
  fact('§2.5 header values over 10240 bytes in all', async () => {
    expect(statuses(await raw(`${get('/x', `X: ${'a'.repeat(10_240)}`, 'Connection: close')}\r\n`))).toEqual([
      431,
    ]);
  });
  fact('bad input: headers beyond what is read at all', async () => {
    expect(statuses(await raw(`${get('/x', `X: ${'a'.repeat(80_000)}`)}\r\n`))).toEqual([431]);
  });
  fact('§2.5 URLs: 10240 characters on a regional endpoint, 8192 at the edge', async () => {
    const close = 'Connection: close';
    expect(statuses(await raw(`${get(`/${'a'.repeat(10_240)}`, close)}\r\n`))).toEqual([414]);
    expect(statuses(await raw(`${get(`/${'a'.repeat(9_000)}`, close)}\r\n`))).toEqual([200]);
    const edge = `/_aws/execute-api/edge567890/prod/${'a'.repeat(8_192)}`;
    expect(statuses(await raw(`${get(edge, close)}\r\n`))).toEqual([414]);
  });
  fact('§1.1 raw |, { and } in a query string are refused', async () => {
    expect(statuses(await raw(`${get('/x?a={b}', 'Connection: close')}\r\n`))).toEqual([400]);
  });
  fact('an answer given before the body was read still reaches a client that is sending it', async () => {
    const head = `POST /${'a'.repeat(10_300)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 12000000\r\n\r\n`;
    const bytes = await exchangeBytes(aws.gateway.port, [head, Buffer.alloc(12_000_000, 97)]);
    expect(readAnswers(bytes).map(({ status }) => status)).toEqual([414]);
  });
  fact('bad input: OPTIONS * is no path', async () => {
    expect(statuses(await raw('OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'))).toEqual([400]);
  });
  fact('the absolute form of a target', async () => {
    const [answer] = await raw(`${get('http://api.example.com/abs?q=1', 'Connection: close')}\r\n`);
    expect(JSON.parse(answer?.body.toString() ?? '')).toMatchObject({ path: '/abs' });
  });
  fact('bad input: __proto__ as header, query key and path', async () => {
    const [answer] = await raw(
      `${get('/__proto__?__proto__=x&constructor=y', '__proto__: z', 'Connection: close')}\r\n`,
    );
    expect(answer?.status).toBe(200);
    const event = aws.event() as Record<string, Record<string, string>>;
    expect(Object.getOwnPropertyDescriptor(event.headers, '__proto__')?.value).toBe('z');
    expect(Object.getOwnPropertyDescriptor(event.queryStringParameters, '__proto__')?.value).toBe('x');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
  fact('bad input: invalid UTF-8 in path, query and body', async () => {
    const body = Buffer.from([0x61, 0xff, 0xfe]);
    const head = `POST /%ff?q=%ff%fe HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`;
    expect(statuses(await raw(head, body))).toEqual([200]);
    expect(aws.event()).toMatchObject({ path: '/%ff', body: 'a\ufffd\ufffd' });
  });
  fact('HEAD has the headers of GET and no body', async () => {
    const bytes = await exchangeBytes(aws.gateway.port, [
      'HEAD /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    ]);
    const [answer] = readAnswers(bytes, true);
    expect(answer?.status).toBe(200);
    expect(bytes.subarray(bytes.indexOf('\r\n\r\n')).length).toBe(4);
  });
  it('a client that leaves in mid-body or mid-answer harms nobody', async () => {
    for (const text of [
      'POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc',
      `${get('/slow')}\r\n`,
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(aws.gateway.port, '127.0.0.1', () =>
          socket.write(text, () => socket.destroy()),
        );
        socket.once('close', () => resolve());
      });
    }
    expect(statuses(await raw(`${get('/x', 'Connection: close')}\r\n`))).toEqual([200]);
  });
  it('answers a slice of generated requests, all with a defined status', async () => {
    const { generateRequest } = await import('../../perf/gateway/requests.mjs');
    for (let seed = 0; seed < 400; seed++) {
      const { parts, head } = generateRequest(seed);
      const bytes = await exchangeBytes(aws.gateway.port, parts);
      // What cannot be read as a request is answered with a body, HEAD or not.
      const bodiless = head && !bytes.includes('\r\n\r\nBad Request');
      for (const { status } of readAnswers(bytes, bodiless))
        expect([100, 200, 400, 403, 413, 414, 431]).toContain(status);
    }
  });
});

describe('one at a time through a slow integration', () => {
  it('a timeout of one request leaves the connection usable for the next', async () => {
    const slow = integration({ timeoutInMillis: 50 });
    await using aws = await startGateway(
      stackOf([restApi([method('GET', '/slow', { integration: slow }), method('GET', '/ok')])]),
      { fn: ({ path }) => (path === '/slow' ? new Promise((resolve) => setTimeout(resolve, 100, {})) : {}) },
    );
    const bytes = await exchangeBytes(aws.gateway.port, [
      'GET /slow HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET /ok HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    ]);
    expect(readAnswers(bytes).map(({ status }) => status)).toEqual([504, 200]);
  });
});
