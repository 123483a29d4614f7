import type { Connections, LoadAnswer, LoadRequest } from './connections.js';
import type { JourneyState, LoadJourney, LoadStep } from './journey.js';
import { outcomeOfError, outcomeOfStatus } from './outcome.js';
import { retryDelay } from './retries.js';
import { OUTCOMES, type Outcome, type Samples } from './samples.js';

const INDEX = new Map(OUTCOMES.map((name, index) => [name, index]));

/** What a generator works with. */
export interface Tools {
  connections: Connections;
  samples: Samples;
  /** `performance.now()` at the run's start. */
  startedAt: number;
  /** Try again as the contract advises. */
  retries: boolean;
  signal: AbortSignal;
}

/** A traveller on the way: which journey, which step, what is known. */
interface Traveller {
  journey: LoadJourney;
  state: JourneyState;
  step: number;
  /** When the step was meant to be sent and how late it was, ms. */
  intended: number;
  lag: number;
  tries: number;
  /** Ends the journey. */
  done: () => void;
}

/** Sends journeys and records each request. */
export class Generator {
  readonly #tools: Tools;
  #open = 0;
  #iterations = 0;
  #whenIdle: (() => void) | undefined;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Journeys on the way. */
  get open(): number {
    return this.#open;
  }

  /** Begins a journey that was meant to begin at `intended` and begins `now`; both ms from the start. */
  begin(journey: LoadJourney, intended: number, now: number, done: () => void = () => {}): void {
    this.#open++;
    const traveller: Traveller = {
      journey,
      state: {},
      step: 0,
      intended,
      lag: now - intended,
      tries: 0,
      done: () => {
        this.#open--;
        done();
        if (this.#open === 0) this.#whenIdle?.();
      },
    };
    try {
      traveller.state = journey.begin(this.#iterations++);
    } catch {
      this.#end(traveller, 'failed-check', 0);
      return;
    }
    this.#send(traveller);
  }

  /** Resolves when no journey is on the way. */
  idle(): Promise<void> {
    if (this.#open === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenIdle = resolve;
    });
  }

  #send(traveller: Traveller): void {
    const step = traveller.journey.steps[traveller.step] as LoadStep;
    try {
      const request = step.request(traveller.state);
      if (!(request instanceof Promise)) this.#dispatch(traveller, step, request);
      else
        request.then(
          (made) => this.#dispatch(traveller, step, made),
          () => this.#end(traveller, 'failed-check', 0),
        );
    } catch {
      // a value that an earlier step should have captured, or no token: what led there is in the figures
      this.#end(traveller, 'failed-check', 0);
    }
  }

  #dispatch(traveller: Traveller, step: LoadStep, request: LoadRequest): void {
    this.#tools.connections.send(request, step.keepBody, (error, answer) => {
      if (answer) this.#answered(traveller, step, answer);
      else this.#end(traveller, outcomeOfError(error as Error), 0);
    });
  }

  #answered(traveller: Traveller, step: LoadStep, answer: LoadAnswer): void {
    const { status } = answer;
    const requestId = text(answer.headers['x-amzn-requestid']);
    if (requestId !== undefined)
      this.#tools.samples.slow(step.route(traveller.state), requestId, this.#latency(traveller));
    const wrong = step.check(answer, traveller.state);
    const outcome = wrong === undefined ? 'ok' : (outcomeOfStatus(status) ?? wrong);
    if (outcome === 'ok') {
      this.#next(traveller, status);
      return;
    }
    if (status === 401) traveller.journey.unauthorised?.();
    traveller.tries++;
    const delay = this.#tools.retries
      ? retryDelay(status, traveller.tries, text(answer.headers['retry-after']))
      : undefined;
    if (delay === undefined) this.#end(traveller, outcome, status);
    else {
      this.#record(traveller, outcome, status);
      this.#later(traveller, delay);
    }
  }

  #next(traveller: Traveller, status: number): void {
    this.#record(traveller, 'ok', status);
    traveller.step++;
    traveller.tries = 0;
    const step = traveller.journey.steps[traveller.step];
    if (!step || this.#tools.signal.aborted) traveller.done();
    else this.#later(traveller, step.thinkMs());
  }

  /** The next request is meant to be sent `delay` ms from now. */
  #later(traveller: Traveller, delay: number): void {
    const now = performance.now() - this.#tools.startedAt;
    traveller.intended = now + delay;
    traveller.lag = 0;
    if (delay === 0) this.#send(traveller);
    else setTimeout(() => this.#continue(traveller), delay);
  }

  #continue(traveller: Traveller): void {
    if (this.#tools.signal.aborted) {
      traveller.done();
      return;
    }
    traveller.lag = Math.max(0, performance.now() - this.#tools.startedAt - traveller.intended);
    this.#send(traveller);
  }

  #end(traveller: Traveller, outcome: Outcome, status: number): void {
    // what a stop cut off says nothing of the target
    if (!(this.#tools.signal.aborted && status === 0)) this.#record(traveller, outcome, status);
    traveller.done();
  }

  #record(traveller: Traveller, outcome: Outcome, status: number): void {
    const { journey, step, state, intended, lag } = traveller;
    const route = (journey.steps[step] as LoadStep).route(state);
    const latency = this.#latency(traveller);
    this.#tools.samples.add(route, INDEX.get(outcome) as number, status, intended, lag, latency);
  }

  #latency({ intended }: Traveller): number {
    return performance.now() - this.#tools.startedAt - intended;
  }
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
