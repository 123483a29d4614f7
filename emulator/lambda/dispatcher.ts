import type { Span } from '../kernel/events.js';
import type { EnvironmentRecord } from './environment-record.js';
import { interruptThread } from './interrupt.js';
import type { FromThread, InvocationSpec, PhaseResult, ThreadLine } from './protocol.js';
import type { ThreadExit } from './thread.js';

/** How often events at work are looked at, in ms; timeouts are this exact. */
const SWEEP = 5;
/** An event that waits for a thread that has been silent for this many ms goes to another environment. */
const PATIENCE = 20;
/** So many times longer while all processors are busy: elsewhere it would not be faster, only dearer. */
const WHEN_SATURATED = 25;
/** The same while an init phase runs there: cold starts come in bursts, and then the processor is what they wait for. */
const INIT_PATIENCE = 200;
/** The init phase's own limit in ms; after it the function's timeout runs. */
const INIT_LIMIT = 10_000;
/** A thread that does not answer for this many ms after an event's time was up is broken off, where that can be done. */
const GRACE = 50;
/** The same until it is ended, with its other environments. */
const LAST_GRACE = 1000;
/** On a saturated machine both are so many times longer: silence is no fault of the thread's there. */
const GRACE_WHEN_SATURATED = 4;

/** An inspected thread that is silent for this many ms is held by its debugger. */
const PAUSED_AFTER = 50;

/**
 * Ms between two looks that count at most. A longer gap shows that the emulator itself stood still (on a machine at its limit,
 * or asleep), and with it the gateway, the database and the AWS endpoint that functions wait for; answers that came
 * meanwhile are still on their way in, too. That time is not the functions'.
 */
const LONGEST_LOOK = 250;

/** How an event ended. */
export interface Ending {
  kind: 'result' | 'timeout' | 'thread-exit' | 'init-failure' | 'withdrawn';
  result?: PhaseResult;
  exit?: ThreadExit;
  durationMs: number;
  /** Ms of the init phase that came before it. */
  initDurationMs?: number;
  lines: ThreadLine[];
  spans: Span[];
}

/** What the dispatcher needs to know and to tell. */
export interface DispatcherHooks {
  /** Environments that live in the same thread besides this one. */
  neighbours(environment: EnvironmentRecord): number;
  /** True while every processor is busy with this process: a silent thread may just not have had its turn. */
  isSaturated(): boolean;
  /** The environment ran into its time limit in a thread that does not answer: it had better be alone. */
  onBlocked(environment: EnvironmentRecord): void;
}

interface Flight {
  environment: EnvironmentRecord;
  spec: InvocationSpec;
  sentAt: number;
  /** Moment the function's timeout runs from; undefined during the init phase. */
  startedAt: number | undefined;
  initDurationMs?: number;
  /** When its thread was asked for a sign of life, in the init phase. */
  askedAt?: number;
  /** Grows each time the event has been taken back, see `PATIENCE`. */
  patience: number;
  settle: (ending: Ending) => void;
}

/** A thread that has not answered since the time of the event in `slot` was up. */
interface Stuck {
  since: number;
  slot: number;
}

/** Events at work: hands them to threads, sees to their time limits, and finds a way around threads that block. */
export class Dispatcher {
  readonly #flights = new Map<number, Flight>();
  readonly #hooks: DispatcherHooks;
  #sweeper: NodeJS.Timeout | undefined;
  /** Threads to be broken off, and since when. */
  readonly #stuck = new Map<EnvironmentRecord['thread'], Stuck>();
  #sweptAt = 0;
  /** How late the last look was, in ms, times four. */
  #lateness = 0;

  constructor(hooks: DispatcherHooks) {
    this.#hooks = hooks;
  }

  get size(): number {
    return this.#flights.size;
  }

  /**
   * Hands an event to an environment. Never rejects. The more often it has been taken back (`attempt`), the longer it
   * is left where it is: on a busy machine every thread is slow, and cold starts elsewhere only make it slower.
   */
  send(environment: EnvironmentRecord, spec: InvocationSpec, attempt = 0): Promise<Ending> {
    return new Promise((settle) => {
      const now = performance.now();
      const startedAt = environment.state === 'starting' ? undefined : now;
      this.#flights.set(environment.id, {
        environment,
        spec,
        sentAt: now,
        startedAt,
        patience: 4 ** attempt,
        settle,
      });
      environment.thread.send({ type: 'invoke', id: environment.id, invocation: spec });
      this.#watch();
    });
  }

  /** The init phase is over. */
  initialized(message: Extract<FromThread, { type: 'init' }>): void {
    const flight = this.#flights.get(message.id);
    if (!flight) return;
    flight.startedAt = performance.now();
    flight.initDurationMs = message.durationMs;
    if (!message.result) return;
    this.#end(flight, {
      kind: 'init-failure',
      result: message.result,
      durationMs: 0,
      lines: message.lines,
      spans: [],
    });
  }

  /** The handler has answered. */
  answered({ id, slot, result, durationMs, lines, spans }: Extract<FromThread, { type: 'result' }>): void {
    const flight = this.#flights.get(id);
    if (flight?.spec.slot === slot) this.#end(flight, { kind: 'result', result, durationMs, lines, spans });
  }

  /** The process of the environment has ended. */
  exited({ id, result, lines }: Extract<FromThread, { type: 'exit' }>): void {
    const flight = this.#flights.get(id);
    if (flight) this.#end(flight, { kind: 'result', result, durationMs: elapsed(flight), lines, spans: [] });
  }

  /** The environment is gone with its thread. */
  lost(id: number, exit: ThreadExit): void {
    const flight = this.#flights.get(id);
    if (flight)
      this.#end(flight, { kind: 'thread-exit', exit, durationMs: elapsed(flight), lines: [], spans: [] });
  }

  stop(): void {
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
    for (const flight of [...this.#flights.values()]) {
      const exit = { exitCode: 1, outOfMemory: false };
      this.#end(flight, { kind: 'thread-exit', exit, durationMs: elapsed(flight), lines: [], spans: [] });
    }
  }

  #end(flight: Flight, ending: Ending): void {
    this.#flights.delete(flight.environment.id);
    if (this.#flights.size === 0 && this.#stuck.size === 0) {
      clearInterval(this.#sweeper);
      this.#sweeper = undefined;
    }
    const init = flight.initDurationMs === undefined ? {} : { initDurationMs: flight.initDurationMs };
    flight.settle({ ...ending, ...init });
  }

  /** Looks at the events at work from now on, until there is none. */
  #watch(): void {
    if (this.#sweeper !== undefined) return;
    this.#sweptAt = performance.now();
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP);
  }

  #sweep(): void {
    const now = performance.now();
    const since = now - this.#sweptAt;
    this.#sweptAt = now;
    if (since > LONGEST_LOOK) this.#giveBack(now, since - LONGEST_LOOK);
    this.#lateness = Math.min(4 * Math.max(0, since - 2 * SWEEP), INIT_PATIENCE);
    for (const flight of [...this.#flights.values()]) {
      const { inspected } = flight.environment.thread;
      if (inspected) this.#holdPaused(flight, now, Math.min(since, 10 * SWEEP));
      if (now >= limitOf(flight)) this.#timeOut(flight, now);
      else if (inspected) continue;
      else if (silence(flight, now) > this.#patience(flight)) this.#tryElsewhere(flight, now);
    }
    for (const [thread, stuck] of this.#stuck) this.#free(thread, stuck, now);
    if (this.#flights.size > 0 || this.#stuck.size > 0) return;
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
  }

  /** Gives every event the time back in which nothing here went on. */
  #giveBack(now: number, ms: number): void {
    for (const flight of this.#flights.values()) {
      flight.sentAt += Math.min(ms, now - flight.sentAt);
      if (flight.startedAt !== undefined) flight.startedAt += Math.min(ms, now - flight.startedAt);
    }
    for (const stuck of this.#stuck.values()) stuck.since += Math.min(ms, now - stuck.since);
  }

  /** A thread that does not answer its debugger's host is taken to stand at a breakpoint: its events' time stands still too. */
  #holdPaused(flight: Flight, now: number, since: number): void {
    const { thread } = flight.environment;
    thread.send({ type: 'ping' });
    if (now - (thread.heardAt ?? now) < PAUSED_AFTER) return;
    flight.sentAt += since;
    if (flight.startedAt !== undefined) flight.startedAt += since;
  }

  /** Takes back an event that waits behind another environment's code. */
  #tryElsewhere(flight: Flight, now: number): void {
    const { environment, spec } = flight;
    const { thread } = environment;
    if (thread.hasStarted(spec.slot)) return;
    if (flight.startedAt === undefined && !this.#waitsForOthers(flight, now)) return;
    if (!thread.withdraw(spec.slot)) return;
    thread.blockedSince ??= now;
    thread.send({ type: 'ping' });
    this.#end(flight, { kind: 'withdrawn', durationMs: 0, lines: [], spans: [] });
  }

  /** True when the init phase cannot go on because the thread does not answer, and it is not to blame itself. */
  #waitsForOthers(flight: Flight, now: number): boolean {
    const { environment } = flight;
    const { thread } = environment;
    if (thread.heardAt === undefined || !this.#works(thread)) return false;
    if (flight.askedAt === undefined || thread.heardAt > flight.askedAt) {
      flight.askedAt = now;
      thread.send({ type: 'ping' });
      return false;
    }
    return now - flight.askedAt > INIT_PATIENCE * flight.patience;
  }

  /** Ms of silence that are borne; on a machine that is late itself, everybody is given more. */
  #patience({ environment: { thread }, patience }: Flight): number {
    for (const { environment, startedAt } of this.#flights.values()) {
      if (environment.thread === thread && startedAt === undefined)
        return (INIT_PATIENCE + this.#lateness) * patience;
    }
    const busy = this.#hooks.isSaturated() ? WHEN_SATURATED : 1;
    return (PATIENCE * busy + this.#lateness) * patience;
  }

  /** True when a handler is at work in the thread; other init phases alone are no reason to go elsewhere. */
  #works(thread: EnvironmentRecord['thread']): boolean {
    for (const { environment, startedAt, spec } of this.#flights.values()) {
      if (environment.thread === thread && startedAt !== undefined && thread.hasStarted(spec.slot))
        return true;
    }
    return false;
  }

  #timeOut(flight: Flight, now: number): void {
    const { thread } = flight.environment;
    this.#end(flight, { kind: 'timeout', durationMs: flight.spec.timeoutMs, lines: [], spans: [] });
    if (this.#hooks.neighbours(flight.environment) === 0) return; // the owner ends the whole thread
    if (thread.blockedSince !== undefined) this.#hooks.onBlocked(flight.environment);
    thread.blockedSince ??= now;
    thread.send({ type: 'abandon', id: flight.environment.id });
    thread.send({ type: 'ping' });
    this.#stuck.set(thread, { since: now, slot: flight.spec.slot });
    this.#watch();
  }

  /** Breaks off a thread that still does not answer, and ends it when even that does not help. */
  #free(thread: EnvironmentRecord['thread'], { since, slot }: Stuck, now: number): void {
    const more = this.#hooks.isSaturated() ? GRACE_WHEN_SATURATED : 1;
    if (thread.blockedSince === undefined) {
      thread.interruptedAt = undefined;
      this.#stuck.delete(thread);
    } else if (now - since > LAST_GRACE * more) {
      this.#stuck.delete(thread);
      void thread.terminate();
    } else if (
      thread.interruptedAt === undefined &&
      now - since > GRACE * more &&
      thread.isSynchronous(slot)
    ) {
      thread.interruptedAt = now;
      interruptThread(thread.id);
    }
  }
}

function limitOf({ startedAt, sentAt, spec }: Flight): number {
  return startedAt === undefined ? sentAt + INIT_LIMIT + spec.timeoutMs : startedAt + spec.timeoutMs;
}

/** Ms since the event was handed over or its thread last told anything. */
function silence({ environment, startedAt, sentAt }: Flight, now: number): number {
  return now - Math.max(startedAt ?? sentAt, environment.thread.heardAt ?? now);
}

function elapsed({ startedAt, sentAt }: Flight): number {
  return performance.now() - (startedAt ?? sentAt);
}
