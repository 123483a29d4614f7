import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, type ClientRequest, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/index.js';
import type { ReloadRecord } from '../../emulator/kernel/events.js';
import { emptyProject } from '../helpers/dev.js';

const project = emptyProject();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const sockets = new Set<ClientRequest['socket']>();
const reloads: ReloadRecord[] = [];
const connections: unknown[] = [];
let emulator: Emulator;
let mongo: MongoClient;

const COUNTER = `let n = 0;
export const handler = async () => ({ statusCode: 200, body: JSON.stringify({ n: ++n, word: process.env.WORD }) });
`;
const functionOf = (id: string, word: string) => `  ${id}Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: ${id.toLowerCase()}
      Environment: { Variables: { WORD: ${word} } }
  ${id}Permission:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref ${id}Function, Action: lambda:InvokeFunction, Principal: apigateway.amazonaws.com }
`;
const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
${functionOf('One', 'first')}${functionOf('Two', 'first')}  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: live
      Body: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: openapi.yaml } } }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: live } }
`;
const routeOf = (path: string, id: string) => `  ${path}:
    get:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: { 'Fn::Sub': 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${id}Function.Arn}/invocations' }
      responses: { '200': { description: ok } }
`;
const OPENAPI = `openapi: 3.0.1
info: { title: live, version: '1' }
paths:
${routeOf('/one', 'One')}${routeOf('/two', 'Two')}`;

const at = (file: string) => join(project.folder, file);
beforeAll(async () => {
  for (const name of ['one', 'two']) {
    mkdirSync(at(name));
    writeFileSync(at(`${name}/index.mjs`), COUNTER);
  }
  writeFileSync(at('template.yaml'), TEMPLATE);
  writeFileSync(at('openapi.yaml'), OPENAPI);
  const options = { projectDir: project.folder, template: at('template.yaml'), watch: true };
  emulator = createEmulator({ ...options, state: 'none', port: 0, awsPort: 0 });
  emulator.events.on('reload', (record) => reloads.push(record));
  const urls = await emulator.start();
  mongo = await new MongoClient(urls.mongo).connect();
  await mongo.db('live').collection('kept').insertOne({ kept: true });
  mongo.on('connectionCreated', (event) => connections.push(event));
  expect([await get('/one'), await get('/two')]).toMatchObject([{ n: 1 }, { n: 1 }]);
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await mongo?.close();
  await emulator?.stop();
  project.remove();
});

async function get(path: string): Promise<object> {
  const sent = request(emulator.urls.api + path, { agent });
  const answer = new Promise<string>((resolve, reject) => {
    sent.on('response', (response) => resolve(text(response)));
    sent.on('error', reject);
  });
  sent.on('socket', (socket) => sockets.add(socket));
  sent.end();
  return JSON.parse(await answer) as object;
}

async function edit(file: string, change: (text: string) => string): Promise<ReloadRecord> {
  reloads.length = 0;
  writeFileSync(at(file), change(readFileSync(at(file), 'utf8')));
  await vi.waitFor(() => expect(reloads.length).toBeGreaterThan(0), { timeout: 10_000, interval: 10 });
  return reloads[0] as ReloadRecord;
}

/** Nobody has lost a connection, and the data are there. */
async function undisturbed(): Promise<void> {
  expect(await mongo.db('live').collection('kept').countDocuments()).toBe(1);
  expect([sockets.size, connections.length]).toEqual([1, 0]);
}

test('a route that is added to openapi.yaml is there; what functions remember stays', async () => {
  const record = await edit('openapi.yaml', (now) => now + routeOf('/uno', 'One'));
  expect(record).toMatchObject({ what: 'stack', ok: true });
  expect([await get('/uno'), await get('/two')]).toMatchObject([{ n: 2 }, { n: 2 }]);
  await undisturbed();
});

test('a fault in openapi.yaml is told with its line, and the last good one goes on', async () => {
  const record = await edit('openapi.yaml', (now) => now.replace('paths:', 'paths: ['));
  expect(record.ok).toBe(false);
  expect(record.diagnostics[0]?.place).toMatchObject({ file: at('openapi.yaml'), line: expect.any(Number) });
  expect(await get('/uno')).toMatchObject({ n: 3 });
  await edit('openapi.yaml', (now) => now.replace('paths: [', 'paths:'));
  await undisturbed();
});

test('a function that is changed in template.yaml begins anew, and no other', async () => {
  await edit('template.yaml', (now) => now.replace('WORD: first', 'WORD: second'));
  expect([await get('/one'), await get('/two')]).toEqual([
    { n: 1, word: 'second' },
    { n: 3, word: 'first' },
  ]);
  await undisturbed();
});

test('a handler that is saved is in force with the next request, and touches no other', async () => {
  const record = await edit('two/index.mjs', (now) => now.replace('++n', '`new ${++n}`'));
  expect(record).toMatchObject({ what: 'function', ok: true });
  expect([await get('/one'), await get('/two')]).toMatchObject([{ n: 2 }, { n: 'new 1' }]);
  await undisturbed();
});
