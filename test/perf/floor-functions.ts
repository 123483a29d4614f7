// The floor of throughput: the platform's own functions, called by bare node and express in one process. The database
// and the secrets are the emulator's, in the same process; its gateway, authorizer cache and workers take no part.
// Prints the line that `arcube dev --json` begins with.

import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import express, { type Request, type Response } from 'express';
import { createEmulator } from '../../emulator/index.js';
import { bundleFunction } from '../../src/bundle/index.js';
import { packageRoot } from '../../src/core/package-root.js';
import { loadStack } from '../../src/core/stack/load.js';

type Handler = (
  event: object,
) => Promise<{ statusCode: number; headers: Record<string, string>; body: string }>;

const projectDir = process.argv[2] as string;
const template = join(packageRoot(), 'templates', 'ancillary', 'template.yaml');
const emulator = createEmulator({ projectDir, port: 0, awsPort: 0, state: 'none' });
const urls = await emulator.start();
const { stack } = loadStack({
  file: template,
  region: 'eu-central-1',
  accountId: '000000000000',
  stackName: 'arcube',
});
if (!stack) throw new Error('the stack cannot be read');
for (const { environment } of stack.functions) Object.assign(process.env, environment);
Object.assign(process.env, {
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL: urls.aws,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});

/** The handler of the function in this folder, bundled as for AWS. */
async function load(name: string): Promise<Handler> {
  const definition = stack?.functions.find(({ code }) => 'folder' in code && basename(code.folder) === name);
  if (!definition || !('folder' in definition.code)) throw new Error(`no function lies in ${name}`);
  const { code, format, exportPath } = await bundleFunction({
    folder: definition.code.folder,
    handler: definition.handler,
  });
  const file = join(projectDir, `${name}.${format === 'cjs' ? 'cjs' : 'mjs'}`);
  writeFileSync(file, code);
  return ((await import(file)) as Record<string, Handler>)[exportPath] as Handler;
}

const routes: Record<string, Handler> = {
  'POST /oauth/token': await load('token'),
  'GET /health': await load('service'),
  'POST /aggregation-api/servePassengerRecommendations': await load('recommendations'),
  'POST /order-api/confirmOrder': await load('orders'),
};
const authorize = (await load('authorizer')) as unknown as (
  event: object,
) => Promise<{ context: Record<string, string>; principalId: string }>;

/** The gateway's cache, at its simplest: one decision a token. */
const decisions = new Map<string, Promise<{ context: Record<string, string>; principalId: string }>>();

function decide(token: string) {
  const known = decisions.get(token);
  if (known) return known;
  const methodArn = `arn:aws:execute-api:eu-central-1:000000000000:${stack?.restApis[0]?.id}/live/GET/health`;
  const decision = authorize({ type: 'TOKEN', authorizationToken: token, methodArn });
  decisions.set(token, decision);
  return decision;
}

async function answer(request: Request, response: Response): Promise<void> {
  const handler = routes[`${request.method} ${request.path}`] as Handler;
  const token = request.headers.authorization;
  const authorizer = token === undefined ? undefined : await decide(token);
  const { statusCode, headers, body } = await handler({
    resource: request.path,
    path: request.path,
    httpMethod: request.method,
    headers: request.headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value]]),
    ),
    queryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: typeof request.body === 'string' ? request.body : null,
    isBase64Encoded: false,
    requestContext: {
      requestId: crypto.randomUUID(),
      stage: 'live',
      httpMethod: request.method,
      resourcePath: request.path,
      identity: { sourceIp: '127.0.0.1' },
      authorizer: authorizer && { ...authorizer.context, principalId: authorizer.principalId },
    },
  });
  response.status(statusCode).set(headers).send(body);
}

const app = express();
app.use(express.text({ type: () => true, limit: '10mb' }), answer);
const server = app.listen(0, '127.0.0.1', () => {
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = emulator
    .credentials()
    .map((one) => ({ ...one, clientSecret: one.clientSecret.reveal() }));
  console.log(JSON.stringify({ event: 'ready', urls: { api }, credentials }));
});
process.on('SIGTERM', () => void emulator.stop().finally(() => process.exit(0)));
