import { createAuthorizers } from '../../../emulator/authorizer/index.js';
import { createGateway } from '../../../emulator/gateway/index.js';
import { EventBus } from '../../../emulator/kernel/events.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';
import type { ApiMethod, RestApi, WebAcl } from '../../../src/core/stack/model.js';
import { TestLambda } from '../../helpers/gateway/lambda.js';
import { authorizer, method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';

// The gateway alone, for benches: functions run in process, their events and results going through JSON.
const secured: Partial<ApiMethod> = { authorization: { type: 'CUSTOM', authorizer: 'auth', scopes: [] } };
const routes = Number(process.env.ROUTES ?? 0);
const PAD = 'x'.repeat(420);

function api(): RestApi {
  const methods = [
    method('GET', '/items/{id}', secured),
    method('POST', '/items', secured),
    method('ANY', '/{proxy+}'),
  ];
  for (let i = 0; i < routes; i++) methods.push(method('GET', `/r${i % 100}/s${i}/{id}`, secured));
  return restApi(methods, {
    authorizers: { auth: authorizer() },
    stages: [stage(process.env.WAF === '1' ? { webAclArn: 'arn:waf' } : {})],
  });
}

function acl(): WebAcl {
  const groups = ['CommonRuleSet', 'KnownBadInputsRuleSet', 'SQLiRuleSet'];
  return {
    logicalId: 'acl',
    arn: 'arn:waf',
    name: 'acl',
    defaultAction: { Allow: {} },
    rules: groups.map((name, i) => ({
      Name: name,
      Priority: i,
      Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: `AWSManagedRules${name}` } },
      OverrideAction: { None: {} },
    })),
    customResponseBodies: {},
    bodyLimit: 16_384,
    references: {},
    place: { file: 'template.yaml', line: 1, column: 1 },
  };
}

const lambda = new TestLambda({
  fn: (event) => {
    const { id = 'new' } = (event.pathParameters ?? {}) as Record<string, string>;
    const body = JSON.stringify({ id, name: 'bench item', qty: 3, description: PAD });
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
  },
  auth: () => ({
    principalId: 'bench',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: 'arn:aws:execute-api:*:*:*/*' }],
    },
    context: { tenant: 'bench' },
  }),
});
const clock = new MovableClock();
const gateway = createGateway({
  stack: stackOf([api()], { webAcls: [acl()] }),
  lambda,
  authorizers: createAuthorizers({ lambda, clock }),
  clock,
  ids: createIds(),
  events: new EventBus(),
  host: '127.0.0.1',
  port: 0,
  accountLimit: { rateLimit: -1, burstLimit: 0 }, // the bench asks for more than AWS's default of 10,000 a second
});
await gateway.start(new AbortController().signal);
// A bench keeps no record of what it called.
setInterval(() => (lambda.calls.length = 0), 100).unref();
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() }));
process.send?.({ port: gateway.port });
