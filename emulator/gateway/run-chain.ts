import { Refusal } from './answer.js';
import { type Finisher, finishers, type Handler, handlers, type Outcome } from './chain.js';
import type { GatewayCore } from './core.js';
import type { Exchange } from './exchange.js';

/**
 * Takes a request through the chain. Handlers that answer at once cost no turn of the event loop. What a handler throws is a
 * bug of ours: it becomes a 500 and is told as such.
 */
export function runChain(exchange: Exchange, core: GatewayCore): void | Promise<void> {
  return decide(exchange, core, 0);
}

function decide(exchange: Exchange, core: GatewayCore, from: number): void | Promise<void> {
  for (let i = from; i < handlers.length; i++) {
    const handler = handlers[i] as Handler;
    let outcome: Outcome | Promise<Outcome>;
    try {
      outcome = handler.handle(exchange, core);
    } catch (error) {
      outcome = bug(exchange, core, error);
    }
    if (outcome instanceof Promise)
      return outcome
        .catch((error: unknown) => bug(exchange, core, error))
        .then((settled) => {
          if (settled === undefined) return decide(exchange, core, i + 1);
          take(exchange, handler, settled);
          return finish(exchange, core, 0);
        });
    if (outcome === undefined) continue;
    take(exchange, handler, outcome);
    return finish(exchange, core, 0);
  }
  take(exchange, { name: 'chain' }, new Refusal('API_CONFIGURATION_ERROR', 'no handler answered'));
  return finish(exchange, core, 0);
}

function take(exchange: Exchange, handler: { name: string }, outcome: Exclude<Outcome, undefined>): void {
  exchange.decidedBy = handler.name;
  if (outcome instanceof Refusal) exchange.refusal = outcome;
  else exchange.answer = outcome;
}

function finish(exchange: Exchange, core: GatewayCore, from: number): void | Promise<void> {
  for (let i = from; i < finishers.length; i++) {
    const finished = (finishers[i] as Finisher).finish(exchange, core);
    if (finished instanceof Promise) return finished.then(() => finish(exchange, core, i + 1));
  }
}

function bug(exchange: Exchange, core: GatewayCore, error: unknown): Refusal {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  core.report(`The gateway failed on ${exchange.method} ${exchange.rawPath}: ${why}`);
  return new Refusal('API_CONFIGURATION_ERROR', `an error of the emulator's own: ${why}`, { status: 500 });
}
