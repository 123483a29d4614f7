import { createAuthorizers } from '../../../emulator/authorizer/index.js';
import { createGateway, type GatewayOptions, type GatewayService } from '../../../emulator/gateway/index.js';
import { EventBus } from '../../../emulator/kernel/events.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';
import type { StackModel } from '../../../src/core/stack/model.js';
import { type TestHandler, TestLambda } from './lambda.js';
import { send, type WireAnswer, type WireCall } from './wire.js';

/** A running gateway and what stands around it. */
export interface RunningGateway {
  gateway: GatewayService;
  lambda: TestLambda;
  clock: MovableClock;
  events: EventBus;
  bugs: string[];
  send(target: string, call?: WireCall): Promise<WireAnswer>;
  /** The last event the function `fn` was given. */
  event(): Record<string, unknown>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a gateway on a free port with these functions; `fn` keeps its event and answers 200 when it is not given. */
export async function startGateway(
  stack: StackModel,
  handlers: Record<string, TestHandler> = {},
  change: Partial<GatewayOptions> = {},
): Promise<RunningGateway> {
  let latest: Record<string, unknown> = {};
  const fn: TestHandler = () => ({ statusCode: 200, body: 'ok' });
  const lambda = new TestLambda({
    ...handlers,
    fn: (event, invocation) => {
      latest = event;
      return (handlers.fn ?? fn)(event, invocation);
    },
  });
  const clock = new MovableClock();
  const events = new EventBus();
  const bugs: string[] = [];
  const gateway = createGateway({
    stack,
    lambda,
    authorizers: createAuthorizers({ lambda, clock }),
    clock,
    ids: createIds('test'),
    events,
    host: '127.0.0.1',
    port: 0,
    report: (text) => bugs.push(text),
    ...change,
  });
  await gateway.start(AbortSignal.timeout(5000));
  return {
    gateway,
    lambda,
    clock,
    events,
    bugs,
    send: (target, call) => send(gateway.port, target, call),
    event: () => latest,
    [Symbol.asyncDispose]: async () => {
      await gateway.stop();
      clock.stop();
    },
  };
}
