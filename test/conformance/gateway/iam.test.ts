import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { KnownAccessKey } from '../../../emulator/kernel/access-keys.js';
import { Secret } from '../../../src/core/secret.js';
import type { ApiMethod, PolicyDocument, PolicyStatement } from '../../../src/core/stack/model.js';
import { fact } from '../../helpers/gateway/fact.js';
import { authorizer, method, restApi, stackOf } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf, type WireAnswer } from '../../helpers/gateway/wire.js';

const ARN = 'arn:aws:execute-api:eu-west-1:123456789012:abcdef1234/prod';
const HOST = 'abcdef1234.execute-api.eu-west-1.amazonaws.com';

function policy(...statements: Partial<PolicyStatement>[]): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: statements.map((one) => ({
      Effect: 'Allow',
      Action: 'execute-api:Invoke',
      ...(one.NotResource === undefined && { Resource: '*' }),
      ...one,
    })),
  };
}

function key(name: string, change: Partial<KnownAccessKey> = {}, accountId = '123456789012'): KnownAccessKey {
  return {
    secretAccessKey: new Secret(`${name}-secret`),
    caller: {
      accountId,
      arn: `arn:aws:sts::${accountId}:assumed-role/app/${name}`,
      userId: `AROAEXAMPLE:${name}`,
    },
    ...change,
  };
}

const KEYS: Record<string, KnownAccessKey> = {
  AKIAALLOW: key('allow', { policies: [policy({})] }),
  AKIASILENT: key('silent', { policies: [] }),
  AKIADENY: key('deny', { policies: [policy({}, { Effect: 'Deny', Resource: `${ARN}/GET/iam` })] }),
  AKIAFOREIGN: key('foreign', { policies: [policy({})] }, '999999999999'),
  AKIAEXPIRED: key('expired', { policies: [policy({})], expiresAt: 1 }),
};

interface Signing {
  id?: string;
  secret?: string;
  body?: string;
  service?: string;
  date?: Date;
  api?: string;
}

/** Signs as the AWS SDK does and sends it. */
async function signed(aws: RunningGateway, path: string, signing: Signing = {}): Promise<WireAnswer> {
  const { id = 'AKIAALLOW', body, service = 'execute-api', date } = signing;
  const host = signing.api === undefined ? HOST : HOST.replace('abcdef1234', signing.api);
  const request = {
    method: body === undefined ? 'GET' : 'POST',
    protocol: 'https:',
    hostname: host,
    ...parts(`/prod${path}`),
    headers: { host, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
  };
  const sent = await signer(id, signing.secret, service).sign(request, date && { signingDate: date });
  const headers = Object.entries(sent.headers).map(([name, value]) => `${name}: ${value}`);
  return aws.send(`/prod${path}`, {
    method: request.method,
    headers,
    ...(body !== undefined && { body }),
  });
}

function signer(id: string, secret: string | undefined, service: string): SignatureV4 {
  const secretAccessKey = secret ?? KEYS[id]?.secretAccessKey.reveal() ?? 'none';
  return new SignatureV4({
    credentials: { accessKeyId: id, secretAccessKey },
    region: 'eu-west-1',
    service,
    sha256: Sha256,
  });
}

function parts(target: string): { path: string; query: Record<string, string> } {
  const [path = '', query = ''] = target.split('?');
  return { path, query: Object.fromEntries(new URLSearchParams(query)) };
}

const message = (answer: WireAnswer) => JSON.parse(answer.body.toString()) as Record<string, string>;

describe('§6.2 IAM, signed by @smithy/signature-v4', () => {
  let aws: RunningGateway;
  beforeAll(async () => {
    const open: Partial<ApiMethod> = { authorization: { type: 'AWS_IAM' } };
    aws = await startGateway(
      stackOf([restApi([method('ANY', '/iam', open), method('ANY', '/files/{proxy+}', open)])]),
      {},
      { accessKeys: { find: (id) => KEYS[id] } },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  fact('§1.2 by IAM: no authorizer key; the caller is in identity; Authorization is not shown', async () => {
    expect((await signed(aws, '/iam')).status).toBe(200);
    const { requestContext, headers } = aws.event() as { requestContext: object; headers: object };
    expect(requestContext).not.toHaveProperty('authorizer');
    expect(requestContext).toMatchObject({
      identity: {
        accessKey: 'AKIAALLOW',
        accountId: '123456789012',
        caller: 'AROAEXAMPLE:allow',
        user: 'AROAEXAMPLE:allow',
        userArn: 'arn:aws:sts::123456789012:assumed-role/app/allow',
      },
    });
    expect(Object.keys(headers).map((name) => name.toLowerCase())).not.toContain('authorization');
  });
  fact('§6.2 a body, a query and an encoded path are covered by the signature', async () => {
    expect((await signed(aws, '/iam?b=2&a=1%202', { body: '{"a":1}' })).status).toBe(200);
    expect((await signed(aws, '/files/a%20b/c%2Fd')).status).toBe(200);
  });
  fact('§6.2 the query form', async () => {
    const request = {
      method: 'GET',
      protocol: 'https:',
      hostname: HOST,
      path: '/prod/iam',
      headers: { host: HOST },
    };
    const { query } = await signer('AKIAALLOW', undefined, 'execute-api').presign(request, { expiresIn: 60 });
    const text = Object.entries(query ?? {}).map(
      ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
    );
    const answer = await aws.send(`/prod/iam?${text.join('&')}`, { headers: [`Host: ${HOST}`] });
    expect(answer.status).toBe(200);
  });
  fact('§6.2 no credentials', async () => {
    const answer = await aws.send('/prod/iam', { headers: [`Host: ${HOST}`] });
    expect([answer.status, message(answer)]).toEqual([403, { message: 'Missing Authentication Token' }]);
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['MissingAuthenticationTokenException']);
  });
  fact('§6.2 an unknown key', async () => {
    const answer = await signed(aws, '/iam', { id: 'AKIANOBODY' });
    expect([answer.status, message(answer)]).toEqual([
      403,
      { message: 'The security token included in the request is invalid.' },
    ]);
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['UnrecognizedClientException']);
  });
  fact('§6.2 a wrong signature', async () => {
    const answer = await signed(aws, '/iam', { secret: 'wrong' });
    expect(answer.status).toBe(403);
    expect(message(answer).message).toMatch(
      /^The request signature we calculated does not match the signature you provided\./,
    );
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['InvalidSignatureException']);
  });
  fact('§6.2 clock skew, by the emulator clock', async () => {
    const signedAt = new Date();
    aws.clock.advance(20 * 60_000);
    const answer = await signed(aws, '/iam', { date: signedAt });
    aws.clock.reset();
    expect([answer.status, valuesOf(answer, 'x-amzn-ErrorType')]).toEqual([
      403,
      ['InvalidSignatureException'],
    ]);
    expect(message(answer).message).toMatch(/^Signature expired/);
  });
  fact('§6.2 an expired session', async () => {
    const answer = await signed(aws, '/iam', { id: 'AKIAEXPIRED' });
    expect([answer.status, message(answer).message]).toEqual([
      403,
      'The security token included in the request is expired',
    ]);
  });
  fact('§6.2 a signature for another service', async () => {
    expect((await signed(aws, '/iam', { service: 's3' })).status).toBe(403);
  });
  fact('§6.2 no policy: 403 naming the caller and the masked resource', async () => {
    const answer = await signed(aws, '/iam', { id: 'AKIASILENT' });
    expect([answer.status, message(answer)]).toEqual([
      403,
      {
        Message:
          'User: arn:aws:sts::123456789012:assumed-role/app/silent is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********9012:abcdef1234/prod/GET/iam',
      },
    ]);
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['AccessDeniedException']);
  });
  fact('§6.2 an explicit deny says so', async () => {
    expect(message(await signed(aws, '/iam', { id: 'AKIADENY' })).Message).toMatch(/ with an explicit deny$/);
  });
  fact('§6.2 an Authorization that is no SigV4', async () => {
    const answer = await aws.send('/prod/iam', { headers: [`Host: ${HOST}`, 'Authorization: Bearer abc'] });
    expect([answer.status, valuesOf(answer, 'x-amzn-ErrorType')]).toEqual([
      403,
      ['IncompleteSignatureException'],
    ]);
    expect(message(answer).message).toBe(
      "'abc' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer abc'.",
    );
  });
});

describe('§11 resource policies', () => {
  let aws: RunningGateway;
  const principal = { Principal: '*' } as const;
  const documents: Record<string, PolicyDocument> = {
    allow00000: policy(principal),
    silent0000: policy({ ...principal, Resource: 'arn:aws:execute-api:eu-west-1:123456789012:other/*' }),
    deny000000: policy(principal, { ...principal, Effect: 'Deny' }),
    ranges0000: policy(principal, {
      ...principal,
      Effect: 'Deny',
      Condition: { NotIpAddress: { 'aws:SourceIp': ['127.0.0.1/32'] } },
    }),
    vpc0000000: policy({
      ...principal,
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    }),
    agent00000: policy({
      ...principal,
      Condition: { StringLike: { 'aws:UserAgent': 'good*' }, Bool: { 'aws:SecureTransport': 'true' } },
    }),
  };
  beforeAll(async () => {
    const methods = [
      method('GET', '/none'),
      method('GET', '/lambda', { authorization: { type: 'CUSTOM', authorizer: 'auth', scopes: [] } }),
      method('GET', '/iam', { authorization: { type: 'AWS_IAM' } }),
    ];
    const apis = Object.entries(documents).map(([id, document]) =>
      restApi(methods, { id, policy: document, authorizers: { auth: authorizer() } }),
    );
    aws = await startGateway(
      stackOf(apis),
      {
        auth: ({ authorizationToken }) => {
          const effects: Record<string, object[]> = {
            allow: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
            silent: [{ Effect: 'Allow', Action: '*', Resource: 'arn:none' }],
            deny: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
          };
          return { principalId: 'p', policyDocument: { Statement: effects[authorizationToken as string] } };
        },
      },
      { accessKeys: { find: (id) => KEYS[id] } },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());
  const ask = (api: string, path: string, headers: string[] = [], localAddress?: string) =>
    aws.send(`/_aws/execute-api/${api}/prod${path}`, {
      headers,
      ...(localAddress !== undefined && { localAddress }),
    });

  for (const [api, status] of [
    ['allow00000', 200],
    ['silent0000', 403],
    ['deny000000', 403],
  ] as const)
    fact(`§11 no authorization, policy ${api.replace(/0+$/, '')}: ${status}`, async () => {
      expect((await ask(api, '/none')).status).toBe(status);
    });
  fact('§11 the text of a denial, implicit and explicit', async () => {
    const text = (api: string) =>
      `User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********9012:${api}/prod/GET/none`;
    expect(message(await ask('silent0000', '/none'))).toEqual({ Message: text('silent0000') });
    expect(message(await ask('deny000000', '/none'))).toEqual({
      Message: `${text('deny000000')} with an explicit deny`,
    });
  });
  const tableA = {
    allow00000: { allow: 200, silent: 200, deny: 403 },
    silent0000: { allow: 200, silent: 403, deny: 403 },
    deny000000: { allow: 403, silent: 403, deny: 403 },
  } as const;
  for (const [api, row] of Object.entries(tableA))
    for (const [word, status] of Object.entries(row)) {
      const name = api.replace(/0+$/, '');
      fact(`§11 table A: policy ${name}, Lambda authorizer ${word}: ${status}`, async () => {
        expect((await ask(api, '/lambda', [`Authorization: ${word}`])).status).toBe(status);
      });
      if (word === 'deny') continue;
      fact(`§11 table A: policy ${name}, IAM of the same account ${word}: ${status}`, async () => {
        expect((await signed(aws, '/iam', { id: `AKIA${word.toUpperCase()}`, api })).status).toBe(status);
      });
    }
  fact('§11 phase 1: an explicit Deny ends the request before the authorizer runs', async () => {
    aws.lambda.calls.length = 0;
    await ask('deny000000', '/lambda', ['Authorization: fresh']);
    expect(aws.lambda.calls).toEqual([]);
  });
  for (const [api, status] of [
    ['allow00000', 200],
    ['silent0000', 403],
    ['deny000000', 403],
  ] as const)
    fact(
      `§11 table B: policy ${api.replace(/0+$/, '')}, IAM of another account allow: ${status}`,
      async () => {
        expect((await signed(aws, '/iam', { id: 'AKIAFOREIGN', api })).status).toBe(status);
      },
    );
  fact('§11 aws:SourceIp ranges', async () => {
    expect((await ask('ranges0000', '/none')).status).toBe(200);
    expect((await ask('ranges0000', '/none', [], '127.0.0.2')).status).toBe(403);
  });
  fact('§11 a client cannot lie about its address with X-Forwarded-For', async () => {
    expect((await ask('ranges0000', '/none', ['X-Forwarded-For: 127.0.0.1'], '127.0.0.2')).status).toBe(403);
  });
  fact('§11 aws:SourceVpce is absent outside private APIs', async () => {
    expect((await ask('vpc0000000', '/none')).status).toBe(403);
  });
  fact('§11 aws:UserAgent and aws:SecureTransport', async () => {
    expect((await ask('agent00000', '/none', ['User-Agent: good/1'])).status).toBe(200);
    expect((await ask('agent00000', '/none', ['User-Agent: bad'])).status).toBe(403);
  });
});
