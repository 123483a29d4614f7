import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAuthorizers } from '../../../emulator/authorizer/index.js';
import { Exchange } from '../../../emulator/gateway/exchange.js';
import { RequestHeaders } from '../../../emulator/gateway/http/request-headers.js';
import { RouteTree } from '../../../emulator/gateway/tables/route-tree.js';
import { compileWebAcl, evaluateWebAcl } from '../../../emulator/gateway/waf/compile.js';
import { WafRequest } from '../../../emulator/gateway/waf/request.js';
import { MovableClock } from '../../../src/core/clock.js';
import { TestLambda } from '../../helpers/gateway/lambda.js';
import { authorizer, restApi } from '../../helpers/gateway/model.js';
import { managedAcl } from './acl.js';

// Parts of the chain by themselves, in µs a call: the median of nine slices, each run until it has taken 20 ms.
function time(run: () => unknown): number {
  const slices: number[] = [];
  for (let slice = 0; slice < 10; slice++) {
    const began = performance.now();
    let calls = 0;
    for (; performance.now() - began < 20; calls += 50) for (let i = 0; i < 50; i++) run();
    slices.push(((performance.now() - began) * 1000) / calls);
  }
  return slices.slice(1).sort((a, b) => a - b)[4] as number;
}

function say(what: string, value: number, aim: string): void {
  console.log(`${what.padEnd(46)} ${value.toFixed(2).padStart(8)} µs  ${aim}`);
}

function routes(count: number): () => unknown {
  const tree = new RouteTree<number>();
  for (let i = 0; i < count; i++) tree.add(`/r${i % 100}/s${i}/{id}`, 'GET', i);
  let next = 0;
  return () => {
    next = (next + 7) % count;
    return tree.find(`/r${next % 100}/s${next}/42`, 'GET');
  };
}

async function cachedDecision(): Promise<() => unknown> {
  const policyDocument = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const lambda = new TestLambda({ auth: () => ({ principalId: 'me', policyDocument }) });
  const authorizers = createAuthorizers({ lambda, clock: new MovableClock() });
  const question = {
    api: restApi([]),
    authorizer: authorizer(),
    identity: ['Bearer bench'],
    methodArn: 'arn:aws:execute-api:eu-west-1:123456789012:abcdef1234/prod/GET/items/42',
    storyId: 'bench',
    traceHeader: '',
    scopes: [],
    event: () => '',
  };
  await authorizers.decide(question);
  return () => authorizers.decide(question);
}

/** An order of 1 KB as an integrator sends it, with the headers of a browser behind a proxy. */
function waf(): () => unknown {
  const plan = compileWebAcl(managedAcl(), '123456789012', new MovableClock(), (_severity, what) => {
    throw new Error(what);
  });
  const passenger = {
    id: 'P1',
    type: 'ADT',
    firstName: 'Siobhán',
    lastName: "O'Brien",
    email: 'so@example.com',
  };
  const order = { pnr: 'ABC123', pointOfSale: 'WIDGET', passengers: [passenger, passenger, passenger] };
  const body = Buffer.from(
    JSON.stringify({ ...order, note: 'Window or aisle, please; no smoking. '.repeat(17) }),
  );
  const headers = new RequestHeaders([
    ...[
      'Host',
      'api.example.com',
      'User-Agent',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    ],
    ...[
      'Accept',
      'application/json',
      'Accept-Language',
      'en-GB,en;q=0.5',
      'Content-Type',
      'application/json',
    ],
    ...['Authorization', `Bearer ${'a'.repeat(400)}`, 'Cookie', 'session=3f2a77; theme=dark'],
    ...['X-Correlation-ID', '5d8c1f0e-77c2-4f1e-9f6c-52f3a1f0c0de', 'Content-Length', String(body.length)],
  ]);
  const exchange = new Exchange({
    req: { method: 'POST', socket: { localPort: 0 } } as unknown as IncomingMessage,
    res: {} as ServerResponse,
    startedAt: 0,
    headers,
    requestId: '',
    extendedRequestId: '',
    trace: { root: '', parent: '', sampled: '0' },
    sourceIp: '127.0.0.1',
    method: 'POST',
  });
  exchange.retarget('/transactions/widget-order-create', 'locale=en-GB&currency=EUR');
  exchange.body = body;
  const decision = evaluateWebAcl(plan, new WafRequest(exchange, '', plan.bodyLimit));
  if (decision.rule !== 'Default') throw new Error(`the order was stopped by ${decision.rule}`);
  console.log(`an order of ${body.length} bytes:`);
  return () => evaluateWebAcl(plan, new WafRequest(exchange, '', plan.bodyLimit));
}

const [few, many] = [time(routes(10)), time(routes(10_000))];
say('route among 10', few, '');
say('route among 10,000', many, `${(many / few).toFixed(2)} times that (aim: 2)`);
say('authorizer result from the cache', time(await cachedDecision()), 'aim: 30');
say('three managed WAF groups on it', time(waf()), 'aim: 200');
