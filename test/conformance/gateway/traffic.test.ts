import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { Secret } from '../../../src/core/secret.js';
import type { ApiKey, ApiMethod, UsagePlan } from '../../../src/core/stack/model.js';
import { fact } from '../../helpers/gateway/fact.js';
import { authorizer, integration, method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf, type WireAnswer } from '../../helpers/gateway/wire.js';

const KEY = '0123456789abcdef0123';
const keyed: Partial<ApiMethod> = { apiKeyRequired: true };

function apiKey(id: string, value: string, enabled = true): ApiKey {
  return { logicalId: id, id, name: id, value: new Secret(value), enabled };
}

function usagePlan(id: string, apiKeyIds: string[], change: Partial<UsagePlan> = {}): UsagePlan {
  const apiStages = [{ apiId: 'abcdef1234', stage: 'prod', throttle: {} }];
  return { logicalId: id, id, name: id, apiStages, apiKeyIds, ...change };
}

async function times(count: number, ask: () => Promise<WireAnswer>): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < count; i++) statuses.push((await ask()).status);
  return statuses;
}

describe('§7 API keys, usage plans and throttles', () => {
  let aws: RunningGateway;
  beforeAll(async () => {
    const first = restApi(
      [
        method('GET', '/keyed', keyed),
        method('GET', '/plain'),
        method('GET', '/own', keyed),
        method('GET', '/slow'),
        method('GET', '/closed'),
        method('GET', '/free'),
      ],
      {
        stages: [
          stage({
            methodSettings: {
              '/slow/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 2 },
              '/closed/GET': { throttlingRateLimit: 0, throttlingBurstLimit: 0 },
            },
          }),
          stage({ name: 'other' }),
        ],
      },
    );
    const byAuthorizer = restApi(
      [
        method('GET', '/keyed', {
          ...keyed,
          authorization: { type: 'CUSTOM', authorizer: 'auth', scopes: [] },
        }),
      ],
      { id: 'second5678', apiKeySource: 'AUTHORIZER', authorizers: { auth: authorizer() } },
    );
    const both: UsagePlan['apiStages'] = [
      {
        apiId: 'abcdef1234',
        stage: 'prod',
        throttle: { '/own/GET': { rateLimit: 1, burstLimit: 1 } },
      },
      { apiId: 'second5678', stage: 'prod', throttle: {} },
    ];
    aws = await startGateway(
      stackOf([first, byAuthorizer], {
        apiKeys: [
          apiKey('one', KEY),
          apiKey('off', 'disabled-disabled-disabled', false),
          apiKey('alone', 'alone-alone-alone-alone'),
          apiKey('counted', 'counted-counted-counted'),
        ],
        usagePlans: [
          usagePlan('plan', ['one', 'off'], { throttle: { rateLimit: 1, burstLimit: 2 }, apiStages: both }),
          usagePlan('quota', ['counted'], { quota: { limit: 2, offset: 0, period: 'DAY' } }),
        ],
      }),
      {
        auth: () => ({
          principalId: 'p',
          policyDocument: {
            Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
          },
          usageIdentifierKey: KEY,
        }),
      },
      { accountLimit: { rateLimit: 10, burstLimit: 20 } },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());
  beforeEach(() => {
    aws.gateway.resetTraffic();
    aws.clock.freeze(Date.UTC(2024, 5, 18, 12));
  });

  const ask = (path: string, key?: string) =>
    aws.send(path, key === undefined ? {} : { headers: [`x-api-key: ${key}`] });

  for (const [name, key] of [
    ['missing', undefined],
    ['unknown', 'nobody-nobody-nobody'],
    ['disabled', 'disabled-disabled-disabled'],
    ['in no plan for the stage', 'alone-alone-alone-alone'],
  ] as const)
    fact(`§7 a key that is ${name}: 403 Forbidden`, async () => {
      const answer = await ask('/keyed', key);
      expect([answer.status, answer.body.toString()]).toEqual([403, '{"message":"Forbidden"}']);
      expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['ForbiddenException']);
    });
  fact('§7 a key of a plan for another stage: 403', async () => {
    const answer = await aws.send('/_aws/execute-api/abcdef1234/other/keyed', {
      headers: [`x-api-key: ${KEY}`],
    });
    expect(answer.status).toBe(403);
  });
  fact('§1.2 identity.apiKey and apiKeyId when the method requires a key', async () => {
    expect((await ask('/keyed', KEY)).status).toBe(200);
    expect(aws.event().requestContext).toMatchObject({ identity: { apiKey: KEY, apiKeyId: 'one' } });
  });
  fact('§7 rate and burst of the plan: 429 Too Many Requests', async () => {
    expect(await times(3, () => ask('/keyed', KEY))).toEqual([200, 200, 429]);
    const answer = await ask('/keyed', KEY);
    expect(answer.body.toString()).toBe('{"message":"Too Many Requests"}');
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['TooManyRequestsException']);
    expect(valuesOf(answer, 'Retry-After')).toEqual([]);
    aws.clock.advance(1000);
    expect(await times(2, () => ask('/keyed', KEY))).toEqual([200, 429]);
  });
  fact("§7 a plan's own limit for a method goes before the plan's", async () => {
    expect(await times(2, () => ask('/own', KEY))).toEqual([200, 429]);
    expect(await times(2, () => ask('/keyed', KEY))).toEqual([200, 200]);
  });
  fact('§7 counted per key over all stages of the plan', async () => {
    expect(await times(2, () => ask('/keyed', KEY))).toEqual([200, 200]);
    const answer = await aws.send('/_aws/execute-api/second5678/prod/keyed', {
      headers: ['Authorization: x'],
    });
    expect(answer.status).toBe(429);
  });
  fact('§7 key source AUTHORIZER: the client need send nothing', async () => {
    const answer = await aws.send('/_aws/execute-api/second5678/prod/keyed', {
      headers: ['Authorization: x'],
    });
    expect(answer.status).toBe(200);
    expect(aws.event().requestContext).toMatchObject({ identity: { apiKeyId: 'one' } });
  });
  fact('§7 quota: 429 Limit Exceeded until the next period', async () => {
    const counted = () => ask('/keyed', 'counted-counted-counted');
    expect(await times(3, counted)).toEqual([200, 200, 429]);
    const answer = await counted();
    expect(answer.body.toString()).toBe('{"message":"Limit Exceeded"}');
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['LimitExceededException']);
    aws.clock.advance(12 * 3_600_000);
    expect((await counted()).status).toBe(200);
  });
  fact('§7 a method that requires no key never counts', async () => {
    expect(await times(5, () => ask('/plain', KEY))).toEqual([200, 200, 200, 200, 200]);
  });
  fact('§4 step 9: the throttle of the stage for a method', async () => {
    expect(await times(3, () => ask('/slow'))).toEqual([200, 200, 429]);
    expect((await ask('/plain')).status).toBe(200);
  });
  fact('§4 step 9: a rate of 0 lets nothing through', async () => {
    expect((await ask('/closed')).status).toBe(429);
  });
  fact("§4 step 9: the account's throttle, shared by all methods", async () => {
    const statuses = [...(await times(11, () => ask('/plain'))), ...(await times(11, () => ask('/free')))];
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.slice(20)).toEqual([429, 429]);
  });
  fact('§4 throttled calls never reach the integration', async () => {
    await times(2, () => ask('/keyed', KEY));
    aws.lambda.calls.length = 0;
    await ask('/keyed', KEY);
    expect(aws.lambda.calls).toEqual([]);
  });
});

describe('§8 the stage cache', () => {
  let aws: RunningGateway;
  let count = 0;
  let size = 0;
  let status = 200;
  beforeAll(async () => {
    const cached = (cacheKeyParameters: string[] = []): Partial<ApiMethod> => ({
      integration: integration({ cacheKeyParameters }),
    });
    const all = { cachingEnabled: true };
    const open = { requireAuthorizationForCacheControl: false };
    aws = await startGateway(
      stackOf([
        restApi(
          [
            method('GET', '/open', cached()),
            method('POST', '/open', cached()),
            method('POST', '/own', cached()),
            method('GET', '/keyed/{id}', cached(['method.request.path.id', 'method.request.querystring.q'])),
            method('GET', '/strict', cached()),
            method('GET', '/ignored', cached()),
            method('GET', '/warned', cached()),
            method('GET', '/off', cached()),
            method('GET', '/short', cached()),
          ],
          {
            stages: [
              stage({
                cacheClusterEnabled: true,
                methodSettings: {
                  '/*/*': all,
                  '/open/GET': open,
                  '/own/POST': all,
                  '/strict/GET': { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' },
                  '/ignored/GET': {
                    unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER',
                  },
                  '/warned/GET': { unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER' },
                  '/off/GET': { cacheTtlInSeconds: 0 },
                  '/short/GET': { cacheTtlInSeconds: 3 },
                },
              }),
            ],
          },
        ),
      ]),
      { fn: () => ({ statusCode: status, body: `${++count}${'x'.repeat(size)}` }) },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());
  beforeEach(() => {
    aws.gateway.flush();
    aws.clock.reset();
  });

  const ask = async (path: string, headers: string[] = [], verb = 'GET') =>
    (await aws.send(path, { method: verb, headers })).body.toString();
  const isKept = async (path: string, headers: string[] = [], verb = 'GET') =>
    (await ask(path, [], verb)) === (await ask(path, headers, verb));

  fact('§8 a second GET is answered from the cache, with ids of its own', async () => {
    const first = await aws.send('/open');
    const second = await aws.send('/open');
    expect(second.body).toEqual(first.body);
    expect(valuesOf(second, 'x-amzn-RequestId')).not.toEqual(valuesOf(first, 'x-amzn-RequestId'));
    const id = valuesOf(second, 'x-amzn-RequestId')[0] as string;
    expect(aws.gateway.explain(id)?.record.decidedBy.handler).toBe('response-cache');
  });
  fact('§8 TTL 300 s by default, by the emulator clock', async () => {
    const first = await ask('/open');
    aws.clock.advance(299_000);
    expect(await ask('/open')).toBe(first);
    aws.clock.advance(2_000);
    expect(await ask('/open')).not.toBe(first);
  });
  fact("§8 the method's own TTL; 0 is off", async () => {
    const first = await ask('/short');
    aws.clock.advance(3_001);
    expect(await ask('/short')).not.toBe(first);
    expect(await isKept('/off')).toBe(false);
  });
  fact('§8 only GET by default, other verbs by their own setting', async () => {
    expect(await isKept('/open', [], 'POST')).toBe(false);
    expect(await isKept('/own', [], 'POST')).toBe(true);
  });
  fact('§8 the key: method, resource and the chosen parameters; others are ignored', async () => {
    const first = await ask('/keyed/1?q=1&z=1');
    expect(await ask('/keyed/1?q=1&z=2')).toBe(first);
    expect(await ask('/keyed/2?q=1')).not.toBe(first);
    expect(await ask('/keyed/1?q=2')).not.toBe(first);
    expect(await ask('/keyed/1')).not.toBe(first);
  });
  fact('§8 items over 1 MB are not kept', async () => {
    size = 1_048_577;
    const kept = await isKept('/open');
    size = 0;
    expect(kept).toBe(false);
  });
  fact('§8 max-age=0 refetches and replaces, by anyone when no authorization is required', async () => {
    const first = await ask('/open');
    const fresh = await ask('/open', ['Cache-Control: max-age=0']);
    expect(fresh).not.toBe(first);
    expect(await ask('/open')).toBe(fresh);
  });
  fact('§8 FAIL_WITH_403', async () => {
    await ask('/strict');
    expect((await aws.send('/strict', { headers: ['Cache-Control: max-age=0'] })).status).toBe(403);
  });
  fact('§8 SUCCEED_WITHOUT_RESPONSE_HEADER: the header is ignored silently', async () => {
    const first = await ask('/ignored');
    const answer = await aws.send('/ignored', { headers: ['Cache-Control: max-age=0'] });
    expect([answer.body.toString(), valuesOf(answer, 'Warning')]).toEqual([first, []]);
  });
  fact('§8 SUCCEED_WITH_RESPONSE_HEADER: ignored, and a warning header says so', async () => {
    const first = await ask('/warned');
    const answer = await aws.send('/warned', { headers: ['Cache-Control: max-age=0'] });
    expect(answer.body.toString()).toBe(first);
    expect(valuesOf(answer, 'Warning')).toHaveLength(1);
  });
  fact('§8 no X-Cache on a regional hit', async () => {
    await ask('/open');
    expect(valuesOf(await aws.send('/open'), 'X-Cache')).toEqual([]);
  });
  fact('§16 assumed: an answer other than 200 is not kept', async () => {
    status = 404;
    const kept = await isKept('/open');
    status = 200;
    expect(kept).toBe(false);
  });
});
