import { afterAll, beforeAll, describe, expect } from 'vitest';
import { Secret } from '../../../src/core/secret.js';
import type { ApiMethod, WebAcl } from '../../../src/core/stack/model.js';
import { fact } from '../../helpers/gateway/fact.js';
import { authorizer, integration, method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf, type WireCall } from '../../helpers/gateway/wire.js';

/** Stops a request that says so in its query, by a custom answer or as WAF does by itself. */
const acl: WebAcl = {
  logicalId: 'acl',
  arn: 'arn:acl',
  name: 'acl',
  defaultAction: { Allow: {} },
  rules: ['own', 'usual'].map((word, i) => ({
    Name: word,
    Priority: i,
    Action: { Block: word === 'own' ? { CustomResponse: { ResponseCode: 429 } } : {} },
    Statement: {
      ByteMatchStatement: {
        SearchString: word,
        PositionalConstraint: 'CONTAINS',
        FieldToMatch: { QueryString: {} },
        TextTransformations: [{ Priority: 0, Type: 'NONE' }],
      },
    },
  })),
  customResponseBodies: {},
  bodyLimit: 16_384,
  references: {},
  place: { file: 'template.yaml', line: 1, column: 1 },
};

const secured: Partial<ApiMethod> = {
  authorization: { type: 'CUSTOM', authorizer: 'auth', scopes: [] },
  apiKeyRequired: true,
  validator: 'all',
  requestParameters: { 'method.request.querystring.q': true },
};
const slow = { throttlingRateLimit: 1, throttlingBurstLimit: 2 };
const cached = { cachingEnabled: true, cacheTtlInSeconds: 300 };

describe('§4 the order of evaluation', () => {
  let aws: RunningGateway;
  let answers = 0;
  beforeAll(async () => {
    const deny = {
      Effect: 'Deny' as const,
      Principal: '*' as const,
      Action: '*',
      Resource: 'arn:*/GET/denied',
    };
    const allow = { Effect: 'Allow' as const, Principal: '*' as const, Action: '*', Resource: '*' };
    aws = await startGateway(
      stackOf(
        [
          restApi(
            [
              method('GET', '/all', secured),
              method('GET', '/denied', secured),
              method('GET', '/narrow', { ...secured, requestParameters: {} }),
              method('GET', '/kept', { ...secured, integration: integration({ cacheKeyParameters: [] }) }),
            ],
            {
              authorizers: { auth: authorizer({ resultTtlInSeconds: 0 }) },
              validators: { all: { validateRequestParameters: true, validateRequestBody: false } },
              policy: { Version: '2012-10-17', Statement: [deny, allow] },
              gatewayResponses: {
                WAF_FILTERED: { statusCode: '418', responseParameters: {}, responseTemplates: {} },
                REQUEST_TOO_LARGE: { statusCode: '418', responseParameters: {}, responseTemplates: {} },
              },
              stages: [
                stage({
                  webAclArn: acl.arn,
                  cacheClusterEnabled: true,
                  methodSettings: { '/narrow/GET': slow, '/kept/GET': cached },
                }),
              ],
            },
          ),
        ],
        {
          webAcls: [acl],
          apiKeys: [{ logicalId: 'k', id: 'k', name: 'k', value: new Secret('k'.repeat(20)), enabled: true }],
          usagePlans: [
            {
              logicalId: 'p',
              id: 'p',
              name: 'p',
              apiStages: [{ apiId: 'abcdef1234', stage: 'prod', throttle: {} }],
              apiKeyIds: ['k'],
            },
          ],
        },
      ),
      {
        fn: () => ({ statusCode: 200, body: String(++answers) }),
        auth: ({ authorizationToken }) => ({
          policyDocument: {
            Statement: [
              { Effect: authorizationToken === 'no' ? 'Deny' : 'Allow', Action: '*', Resource: '*' },
            ],
          },
        }),
      },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  const key = `x-api-key: ${'k'.repeat(20)}`;
  const token = 'Authorization: yes';
  async function decider(path: string, headers: string[], call: WireCall = {}): Promise<string> {
    const answer = await aws.send(path, { ...call, headers });
    const [id] = valuesOf(answer, 'x-amzn-RequestId');
    const by = id === undefined ? 'nobody' : aws.gateway.explain(id)?.record.decidedBy.handler;
    return `${answer.status} ${by}`;
  }

  fact('§4 steps 1, 3: the size of a body goes before WAF', async () => {
    const body = Buffer.alloc(10_485_761);
    expect(await decider('/all?usual', [], { method: 'POST', body })).toBe('413 payload');
  });
  fact('§4 steps 3, 4: WAF goes before the route', async () => {
    expect(await decider('/nowhere?usual', [])).toBe('418 waf');
    expect(await decider('/nowhere', [])).toBe('403 route');
  });
  fact('§3.1 a custom response of WAF beats the gateway response WAF_FILTERED', async () => {
    expect(await decider('/all?own', [])).toBe('429 waf');
  });
  fact('§4 steps 5, 6: a Deny of the resource policy goes before the authorizer', async () => {
    const before = aws.lambda.calls.length;
    expect(await decider('/denied', [])).toBe('403 resource-policy');
    expect(aws.lambda.calls.length).toBe(before);
  });
  fact('§4 steps 6 to 8: token, then policy, then API key', async () => {
    expect(await decider('/all', [])).toBe('401 authorizer');
    expect(await decider('/all', ['Authorization: no'])).toBe('403 policy-decision');
    expect(await decider('/all', [token])).toBe('403 api-key');
  });
  fact('§4 steps 8 to 10: API key, then throttle, then validation', async () => {
    for (let i = 0; i < 3; i++) expect(await decider('/narrow', [token])).toBe('403 api-key');
    expect(await decider('/all', [token, key])).toBe('400 validation');
    const narrow = [];
    for (let i = 0; i < 3; i++) narrow.push(await decider('/narrow', [token, key]));
    expect(narrow).toEqual(['200 integration', '200 integration', '429 throttle']);
  });
  fact('§4 steps 10, 11: validation goes before the cache, which skips the integration', async () => {
    expect(await decider('/kept?q=1', [token, key])).toBe('200 integration');
    expect(await decider('/kept?q=2', [token, key])).toBe('200 response-cache');
    expect(await decider('/kept', [token, key])).toBe('400 validation');
    expect(await decider('/kept?q=1', [token])).toBe('403 api-key');
  });
  fact('§2.5, §3.1 REQUEST_TOO_LARGE cannot be customised', async () => {
    const answer = await aws.send('/all', { method: 'POST', body: Buffer.alloc(10_485_761) });
    expect(answer.status).toBe(413);
  });
});
