import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { fact } from '../../helpers/gateway/fact.js';
import { integration, method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf } from '../../helpers/gateway/wire.js';

const ANSWER = {
  Accept: '*/*',
  Age: '5',
  Authorization: 'a',
  'Content-Encoding': 'identity',
  'Content-MD5': 'm',
  Expect: 'e',
  'Max-Forwards': '1',
  Pragma: 'p',
  'Proxy-Authenticate': 'p',
  Server: 's',
  'User-Agent': 'u',
  Via: '1.1 v',
  Warn: 'w',
  'WWW-Authenticate': 'Basic',
  'X-Own': 'yes',
};
const RENAMED = [
  'Authorization',
  'Content-MD5',
  'Date',
  'Max-Forwards',
  'Server',
  'User-Agent',
  'WWW-Authenticate',
];
const PASSED = ['Accept', 'Age', 'Content-Encoding', 'Pragma', 'Warn', 'X-Own'];
const DROPPED = ['Expect', 'Proxy-Authenticate'];

describe('§2.4, §10.9 HTTP_PROXY', () => {
  let aws: RunningGateway;
  let backend: Server;
  let seen: { headers: Record<string, unknown>; url: string; host: string } = {
    headers: {},
    url: '',
    host: '',
  };
  beforeAll(async () => {
    backend = createServer((req, res) => {
      seen = { headers: req.headers, url: req.url ?? '', host: String(req.headers.host) };
      req.resume();
      res.writeHead(req.url?.startsWith('/400') ? 400 : 200, ANSWER);
      res.end('{"from":"backend"}');
    });
    await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
    const { port } = backend.address() as AddressInfo;
    const to = (uri: string) => ({
      integration: integration({ type: 'HTTP_PROXY', httpMethod: 'ANY', uri }),
    });
    aws = await startGateway(
      stackOf([
        restApi(
          [
            method('ANY', '/x', to(`http://127.0.0.1:${port}/x`)),
            method('ANY', '/400', to(`http://127.0.0.1:${port}/400`)),
            method(
              'ANY',
              '/staged',
              to(`http://127.0.0.1:\${stageVariables.port}/\${stageVariables.none}staged`),
            ),
          ],
          { stages: [stage({ variables: { port: String(port) } })] },
        ),
      ]),
    );
  });
  afterAll(async () => {
    await aws[Symbol.asyncDispose]();
    await new Promise((resolve) => backend.close(resolve).closeAllConnections());
  });

  for (const name of RENAMED)
    fact(`§2.4 HTTP_PROXY: ${name} of the backend comes back renamed`, async () => {
      const answer = await aws.send('/x');
      expect(valuesOf(answer, `x-amzn-Remapped-${name}`)).toHaveLength(1);
      if (!['Date'].includes(name)) expect(valuesOf(answer, name)).toEqual([]);
    });
  for (const name of PASSED)
    fact(`§2.4 HTTP_PROXY: ${name} of the backend passes`, async () => {
      expect(valuesOf(await aws.send('/x'), name)).toEqual([ANSWER[name as keyof typeof ANSWER]]);
    });
  for (const name of DROPPED)
    fact(`§2.4 HTTP_PROXY: ${name} of the backend is dropped`, async () => {
      const answer = await aws.send('/x');
      expect([...valuesOf(answer, name), ...valuesOf(answer, `x-amzn-Remapped-${name}`)]).toEqual([]);
    });
  fact("§2.4 HTTP_PROXY: the backend's Via is dropped", async () => {
    expect(valuesOf(await aws.send('/x'), 'Via')).toEqual([]);
  });
  fact('§2.4 HTTP_PROXY: what reaches the backend, and what does not', async () => {
    const dropped = [
      'Content-MD5: m',
      'Expect: 100-continue',
      'Max-Forwards: 3',
      'Proxy-Authenticate: p',
      'Server: s',
    ];
    const more = ['TE: trailers', 'Trailer: T', 'Upgrade: h2c', 'Via: 1.1 me', 'WWW-Authenticate: w'];
    const kept = [
      'Accept: a/b',
      'Accept-Language: en',
      'Authorization: mine',
      'Range: bytes=0-1',
      'User-Agent: me',
    ];
    await aws.send('/x?a=%2B', { method: 'POST', headers: [...dropped, ...more, ...kept], body: 'hi' });
    const names = Object.keys(seen.headers);
    for (const line of [...dropped, ...more]) expect(names).not.toContain(line.split(':')[0]?.toLowerCase());
    for (const line of kept) {
      const [name = '', value] = line.split(': ');
      expect(seen.headers[name.toLowerCase()]).toBe(value);
    }
    expect(seen.host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(seen.url).toBe('/x?a=%2B');
  });
  fact('§2.4 HTTP_PROXY: a Content-Encoding of the request is dropped', async () => {
    await aws.send('/x', { method: 'POST', headers: ['Content-Encoding: gzip'], body: 'x' });
    expect(seen.headers).not.toHaveProperty('content-encoding');
  });
  fact("§10.9 HTTP_PROXY keeps the backend's status", async () => {
    expect((await aws.send('/400')).status).toBe(400);
  });
  fact('§3.2 no trace header on an HTTP_PROXY answer', async () => {
    expect(valuesOf(await aws.send('/x'), 'X-Amzn-Trace-Id')).toEqual([]);
  });
  fact('§10.4 stage variables in the URI; one that is not there is empty', async () => {
    expect((await aws.send('/staged')).status).toBe(200);
    expect(seen.url).toBe('/staged');
  });
});
