import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { bundleFunctions } from '../../../src/bundle/index.js';

/** What a hook answers. */
interface Outcome {
  status: string;
  verdicts: { smoke: string; fault?: string; step?: string; place?: string }[];
}
type Hook = (event: object, context: { getRemainingTimeInMillis(): number }) => Promise<Outcome>;

const VERSION = 'arn:aws:lambda:eu-central-1:000000000000:function:shop-orders:7';
const HEALTH = { statusCode: 200, headers: { 'X-Request-Id': 'req_1' }, body: '{"status":"ok"}' };
const KEYS = { statusCode: 200, headers: {}, body: '{"keys":[{"kty":"EC"}]}' };

let hook: Hook;
let server: Server;
let group = '';
/** What the version makes of an event; undefined for a version that does not answer. */
let version: (event: Record<string, unknown>) => object | undefined;
const told: string[] = [];
const asked: { path: string; event: Record<string, unknown> }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('STACK_NAME', 'shop');
  vi.stubEnv('VERSIONS', JSON.stringify({ orders: VERSION, service: VERSION, emails: VERSION }));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const [built] = await bundleFunctions(
    [
      {
        folder: join(process.cwd(), 'templates/ancillary/functions/deployment-hook'),
        handler: 'index.handler',
      },
    ],
    { root: join(process.cwd(), 'templates/ancillary') },
  );
  if (built?.status !== 'fulfilled') throw built?.reason;
  hook = load(built.value.code);
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  told.length = 0;
  asked.length = 0;
});

/** CodeDeploy and Lambda, as far as the hook asks them. */
async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse((await text(request)) || '{}') as Record<string, unknown>;
  const target = String(request.headers['x-amz-target'] ?? '');
  if (target.endsWith('.GetDeployment'))
    return void response.end(JSON.stringify({ deploymentInfo: { deploymentGroupName: group } }));
  if (target !== '') {
    told.push(String(body.status));
    return void response.end('{}');
  }
  asked.push({ path: decodeURIComponent(request.url ?? ''), event: body });
  const answer = version(body);
  if (answer !== undefined) response.end(JSON.stringify(answer));
}

/** The handler of a bundle, as Lambda loads it. */
function load(code: string): Hook {
  const module = { exports: {} as { handler: Hook } };
  const require = process.getBuiltinModule;
  new Function('module', 'exports', 'require', '__filename', '__dirname', code)(
    module,
    module.exports,
    require,
    '/var/task/index.js',
    '/var/task',
  );
  return module.exports.handler;
}

async function run(name: string, remaining = 300_000): Promise<Outcome> {
  group = `shop-${name}`;
  const event = { DeploymentId: 'd-1', LifecycleEventHookExecutionId: 'hook-1' };
  return hook(event, { getRemainingTimeInMillis: () => remaining });
}

it('a version gets what the gateway would send it behind the authorizer', async () => {
  version = () => ({ statusCode: 403, headers: {}, body: '{"error":{"code":"PERMISSION_DENIED"}}' });
  expect(await run('orders')).toMatchObject({
    status: 'Succeeded',
    verdicts: [{ smoke: expect.stringContaining('orders') }],
  });
  expect(told).toEqual(['Succeeded']);
  const [{ path, event } = { path: '', event: {} }] = asked;
  expect(path).toBe(`/2015-03-31/functions/${VERSION}/invocations`);
  expect(event).toMatchObject({
    resource: '/order-api/confirmOrder',
    path: '/order-api/confirmOrder',
    httpMethod: 'POST',
    headers: { 'content-type': 'application/json' },
    multiValueHeaders: { 'content-type': ['application/json'] },
    queryStringParameters: null,
    pathParameters: null,
    requestContext: {
      resourcePath: '/order-api/confirmOrder',
      authorizer: { tenant: 'deployment-smoke', role: 'api_client', region: 'eu-central-1' },
    },
    isBase64Encoded: false,
  });
  expect(JSON.parse(String(event.body))).toHaveProperty('selectedAncillaries'); // the document's own example
});

it('an event of a function without a route goes to it as it is', async () => {
  version = () => ({ sent: 0 });
  expect((await run('emails')).status).toBe('Succeeded');
  expect(asked.map(({ event }) => event)).toEqual([
    { tenant: 'deployment-smoke', order: 'deployment-smoke' },
  ]);
});

it('an expectation that does not hold fails the deployment, and is named with its step and line', async () => {
  version = ({ path }) =>
    path === '/health' ? HEALTH : { ...KEYS, body: '{"keys":[{"kty":"EC","d":"private"}]}' };
  const { status, verdicts } = await run('service');
  expect(status).toBe('Failed');
  expect(told).toEqual(['Failed']);
  expect(verdicts).toMatchObject([
    {
      smoke: 'the service is well',
      step: 'keys are published, and nothing secret of them',
      place: expect.stringMatching(/^service\.scenario\.yaml:\d+$/),
      fault: '$..d: ["private"] is there.',
    },
  ]);
});

it('a fault that does not show twice is none', async () => {
  let calls = 0;
  version = ({ path }) => {
    if (calls++ === 0) return { statusCode: 503, body: '' };
    return path === '/health' ? HEALTH : KEYS;
  };
  expect((await run('service')).status).toBe('Succeeded');
  expect(asked).toHaveLength(3);
});

it('a hook that is short of time says so, and does not leave CodeDeploy waiting', async () => {
  version = () => undefined;
  const { status, verdicts } = await run('service', 15_200);
  expect([status, ...told]).toEqual(['Failed', 'Failed']);
  expect(verdicts).toMatchObject([{ fault: 'not finished: the hook has no time left for it' }]);
});
