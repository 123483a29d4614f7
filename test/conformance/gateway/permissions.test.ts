import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { LambdaFunction, LambdaPermission, StackResource } from '../../../src/core/stack/model.js';
import { fact } from '../../helpers/gateway/fact.js';
import {
  authorizer,
  functionArn,
  integration,
  method,
  restApi,
  stackOf,
} from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';

const place = { file: 'template.yaml', line: 1, column: 1 };
const API = 'arn:aws:execute-api:eu-west-1:123456789012:abcdef1234';

function declared(name: string): LambdaFunction {
  return {
    logicalId: name,
    name,
    arn: functionArn(name),
    code: { inline: '' },
    handler: 'index.handler',
    runtime: 'nodejs20.x',
    timeout: 3,
    memorySize: 128,
    ephemeralStorage: 512,
    environment: {},
    versions: [],
    tracing: 'PassThrough',
    aliases: [],
    place,
  };
}

function permission(name: string, change: Partial<LambdaPermission> = {}): LambdaPermission {
  return {
    functionArn: functionArn(name),
    action: 'lambda:InvokeFunction',
    principal: 'apigateway.amazonaws.com',
    ...change,
  };
}

const roleArn = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;

/** A role that `service` may take on, with one policy for `resource`. */
function role(name: string, service: string, resource: string): StackResource {
  const statement = (more: object) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', ...more }],
  });
  return {
    logicalId: name,
    type: 'AWS::IAM::Role',
    physicalId: name,
    arn: roleArn(name),
    properties: {
      AssumeRolePolicyDocument: statement({ Principal: { Service: service }, Action: 'sts:AssumeRole' }),
      Policies: [
        {
          PolicyName: 'p',
          PolicyDocument: statement({ Action: 'lambda:InvokeFunction', Resource: resource }),
        },
      ],
    },
    place,
  };
}

const callOf = (name: string, credentials?: string) =>
  integration({ uri: functionArn(name), ...(credentials && { credentials }) });
const securedBy = (name: string) => ({
  authorization: { type: 'CUSTOM' as const, authorizer: name, scopes: [] },
});

describe('§5.5, §13.3 API Gateway invokes only what it is permitted to', () => {
  let aws: RunningGateway;
  const authorizerFor = (name: string, credentials?: string) =>
    authorizer({
      name,
      id: `${name}id`,
      functionArn: functionArn(name),
      ...(credentials && { credentials }),
    });
  beforeAll(async () => {
    const ok = () => ({ statusCode: 200, body: 'ok' });
    const allow = () => ({
      policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    });
    const api = restApi(
      [
        method('GET', '/none', { integration: callOf('none') }),
        method('GET', '/one', { integration: callOf('one') }),
        method('POST', '/one', { integration: callOf('one') }),
        method('GET', '/account', { integration: callOf('account') }),
        method('GET', '/role', { integration: callOf('none', roleArn('good')) }),
        method('GET', '/narrow', { integration: callOf('one', roleArn('good')) }),
        method('GET', '/untrusted', { integration: callOf('none', roleArn('untrusted')) }),
        method('GET', '/foreign', { integration: callOf('none', roleArn('foreign')) }),
        method('GET', '/by-none', securedBy('none')),
        method('GET', '/by-auth', securedBy('auth')),
        method('GET', '/by-other', securedBy('other')),
        method('GET', '/by-role', securedBy('role')),
      ],
      {
        authorizers: {
          none: authorizerFor('none'),
          auth: authorizerFor('auth'),
          other: authorizerFor('other'),
          role: { ...authorizerFor('none', roleArn('good')), name: 'role' },
        },
      },
    );
    aws = await startGateway(
      stackOf([api], {
        functions: ['none', 'one', 'account', 'auth', 'other'].map(declared),
        permissions: [
          permission('one', { sourceArn: `${API}/*/GET/one` }),
          permission('account', { sourceAccount: '999999999999' }),
          permission('auth', { sourceArn: `${API}/authorizers/*` }),
          permission('other', { sourceArn: `${API}/authorizers/nobody` }),
        ],
        resources: [
          role('good', 'apigateway.amazonaws.com', functionArn('none')),
          role('untrusted', 'lambda.amazonaws.com', functionArn('none')),
        ],
      }),
      {
        none: (event) => ('authorizationToken' in event ? allow() : ok()),
        one: ok,
        auth: allow,
        other: allow,
      },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  const answerTo = async (path: string, verb = 'GET', headers = ['Authorization: x']) => {
    const { status, body } = await aws.send(path, { method: verb, headers });
    return `${status} ${body}`;
  };
  const SERVER_ERROR = '500 {"message": "Internal server error"}';
  const REFUSED = '500 {"message":null}';

  fact('§13.3 an integration without a permission is a 500 that never reaches the function', async () => {
    expect(await answerTo('/none')).toBe(SERVER_ERROR);
    expect(aws.lambda.calls).toEqual([]);
  });
  fact('§13.3 a permission covers the methods its SourceArn names', async () => {
    expect(await answerTo('/one')).toBe('200 ok');
    expect(await answerTo('/one', 'POST')).toBe(SERVER_ERROR);
  });
  fact("§13.3 a permission for another account's API does not count", async () => {
    expect(await answerTo('/account')).toBe(SERVER_ERROR);
  });
  fact('§13.3 credentials: the role must be trusted to API Gateway and allow the call', async () => {
    expect(await answerTo('/role')).toBe('200 ok');
    expect(await answerTo('/narrow')).toBe(SERVER_ERROR);
    expect(await answerTo('/untrusted')).toBe(SERVER_ERROR);
    expect(await answerTo('/foreign')).toBe('200 ok');
  });
  fact('§5.5 API Gateway lacks permission to invoke the authorizer: 500', async () => {
    expect(await answerTo('/by-none')).toBe(REFUSED);
    expect(await answerTo('/by-other')).toBe(REFUSED);
    const { headers } = await aws.send('/by-none', { headers: ['Authorization: x'] });
    expect(headers).toContainEqual(['x-amzn-ErrorType', 'AuthorizerConfigurationException']);
  });
  fact('§5.2 a missing token stays a 401, whatever the permission', async () => {
    expect(await answerTo('/by-none', 'GET', [])).toBe('401 {"message":"Unauthorized"}');
  });
  fact('§5.5 an authorizer is called by a permission for it, or by its credentials', async () => {
    expect(await answerTo('/by-auth')).toBe('200 ok');
    expect(await answerTo('/by-role')).toBe('200 ok');
  });
});
