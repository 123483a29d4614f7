import { createAuthorizers } from '../../../emulator/authorizer/index.js';
import { createGateway } from '../../../emulator/gateway/index.js';
import { EventBus } from '../../../emulator/kernel/events.js';
import type { LambdaInvocation, LambdaOutcome } from '../../../emulator/kernel/lambda.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';
import type { ApiMethod, RestApi } from '../../../src/core/stack/model.js';
import { TestLambda } from '../../helpers/gateway/lambda.js';
import { authorizer, method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { managedAcl } from './acl.js';

// The gateway alone, for benches: functions run in process, their events and results going through JSON; with UNREAD=1 the
// event is not read, as that is the work of the function's own thread in `arcube dev`.
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

class BenchLambda extends TestLambda {
  override async invoke(invocation: LambdaInvocation): Promise<LambdaOutcome> {
    if (process.env.UNREAD !== '1' || !invocation.functionName.endsWith(':fn'))
      return super.invoke(invocation);
    const payload = JSON.stringify(answerFor('42'));
    return { requestId: 'invocation', executedVersion: '$LATEST', durationMs: 1, payload };
  }
}

function answerFor(id: string): object {
  const body = JSON.stringify({ id, name: 'bench item', qty: 3, description: PAD });
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
}

const lambda = new BenchLambda({
  fn: (event) => {
    const { id = 'new' } = (event.pathParameters ?? {}) as Record<string, string>;
    return answerFor(id);
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
  stack: stackOf([api()], { webAcls: [managedAcl()] }),
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
