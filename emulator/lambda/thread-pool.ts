import { availableParallelism } from 'node:os';
import type { Inspection } from './inspection.js';
import { Thread } from './thread.js';

/** Threads in which environments live alone; above that, they share the threads of their function. */
const ROOMY = 10;
/** Threads at most, for functions that have proven to need one for each environment. */
const MOST = 64;
/** A thread that is busy for more than this share of the time gets no more done with another environment. */
const CROWDED = 0.85;
/** The same for a function's threads together, while all processors are busy: they wait for these rather than for an answer. */
const CROWDED_TOGETHER = 0.4;
/** A function whose threads are all busy for more than this share may get another. */
const STRETCHED = 0.5;
/** A thread without environments is kept this long, in ms, for the next reload or cold start. */
const EMPTY_FOR = 10_000;

/** Who lives in the threads. */
export interface Crowd {
  /** Environments in a thread. */
  living(thread: Thread): number;
  /** Functions there are, invoked or not. */
  functions(): number;
}

/** What all threads share. */
export interface PoolOptions {
  clock: SharedArrayBuffer;
  inspection: Inspection;
  /** Some function is inspected. */
  inspectable: boolean;
  /** Threads in which environments live alone; above that, they share the threads of their function. 10 by default. */
  roomy?: number | undefined;
  /** Threads that a function gets even then while it keeps those it has busy; by default what the main thread leaves. */
  busy?: number | undefined;
}

/** The worker threads. Each hosts environments of one function only; how many, depends on how many threads there are. */
export class ThreadPool {
  readonly #options: PoolOptions;
  readonly #roomy: number;
  readonly #busy: number;
  readonly #threads = new Set<Thread>();
  /** Functions that have blocked or exhausted a thread they shared. */
  readonly #exclusive = new Set<string>();
  readonly #crowd: Crowd;
  #spare: Thread | undefined;
  #spareTimer: NodeJS.Timeout | undefined;
  #trimTimer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: PoolOptions, crowd: Crowd) {
    this.#options = options;
    this.#roomy = options.roomy ?? ROOMY;
    this.#busy = options.busy ?? availableParallelism() - 1;
    this.#crowd = crowd;
  }

  get size(): number {
    return this.#threads.size;
  }

  /** From now on each environment of the function gets a thread of its own while there are any. */
  isolate(functionName: string): void {
    this.#exclusive.add(functionName);
  }

  /** The thread for a new environment of the function. */
  place(functionName: string, memorySize: number): Thread {
    if (this.#options.inspection.covers(functionName)) return this.#inspected(functionName, memorySize);
    return this.#shared(functionName, memorySize) ?? this.#take(functionName, memorySize);
  }

  /**
   * True when a new environment of the function would get no more done: the thread it would share has no time left, or
   * those it has are what `saturated` processors are busy with already.
   */
  isCrowded(functionName: string, memorySize: number, saturated: boolean): boolean {
    const shared = this.#shared(functionName, memorySize);
    if (shared && shared.utilization > CROWDED) return true;
    const own = [...this.#threads].filter((thread) => thread.functionName === functionName);
    const busy = own.reduce((sum, thread) => sum + thread.utilization, 0);
    return saturated && own.length > 0 && busy > CROWDED_TOGETHER * own.length;
  }

  /** The thread that the function's next environment would share; undefined when it would get a new one. */
  #shared(functionName: string, memorySize: number): Thread | undefined {
    const own = [...this.#threads].filter(
      (thread) => thread.functionName === functionName && thread.memorySize === memorySize,
    );
    const awake = own.filter((thread) => thread.blockedSince === undefined);
    const empty = awake.find((thread) => this.#crowd.living(thread) === 0);
    if (empty) return empty;
    const most = this.#exclusive.has(functionName) ? MOST : this.#roomy;
    const [quietest] = awake.sort((a, b) => this.#crowd.living(a) - this.#crowd.living(b));
    if (quietest && this.#threads.size + this.#expected() >= most && !this.#isStretched(own)) return quietest;
    return this.#threads.size >= MOST ? own[0] : undefined;
  }

  /** True when a function keeps all threads it has at work, and there are processors for more. */
  #isStretched(own: Thread[]): boolean {
    return own.length < this.#busy && own.every(({ utilization }) => utilization > STRETCHED);
  }

  /** Boots a thread ahead of need, so that the next cold start need not wait for it. */
  prepare(memorySize: number): void {
    if (this.#stopped || this.#spare?.memorySize === memorySize) return;
    const old = this.#spare;
    this.#spare = this.#create(memorySize);
    if (old) void old.terminate();
  }

  /** Ends threads in which nothing has lived for a while, when that while is over. */
  trimSoon(): void {
    this.#trimTimer ??= setTimeout(() => {
      this.#trimTimer = undefined;
      this.#trim(performance.now());
    }, EMPTY_FOR + 100).unref();
  }

  /** Functions that have no thread yet, but will want one. */
  #expected(): number {
    const served = new Set([...this.#threads].map(({ functionName }) => functionName));
    return Math.max(0, this.#crowd.functions() - served.size);
  }

  #trim(now: number): void {
    for (const thread of this.#threads) {
      if (this.#crowd.living(thread) > 0) continue;
      if (now - thread.emptySince > EMPTY_FOR) void this.end(thread);
      else this.trimSoon();
    }
  }

  forget(thread: Thread): void {
    this.#threads.delete(thread);
  }

  async end(thread: Thread): Promise<void> {
    this.forget(thread);
    await thread.terminate();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#spareTimer);
    clearTimeout(this.#trimTimer);
    const threads = [...this.#threads, ...(this.#spare ? [this.#spare] : [])];
    this.#spare = undefined;
    this.#threads.clear();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  /** The one thread of a function that a debugger may attach to. */
  #inspected(functionName: string, memorySize: number): Thread {
    const known = [...this.#threads].find((thread) => thread.functionName === functionName);
    if (known) return known;
    const thread = this.#take(functionName, memorySize);
    thread.inspect(this.#options.inspection.portOf(functionName));
    return thread;
  }

  #take(functionName: string, memorySize: number): Thread {
    const prepared = this.#spare?.memorySize === memorySize ? this.#spare : undefined;
    if (prepared) this.#spare = undefined;
    const thread = prepared ?? this.#create(memorySize);
    thread.functionName = functionName;
    this.#threads.add(thread);
    // Not at once: the cold start that is under way needs the processor more.
    clearTimeout(this.#spareTimer);
    this.#spareTimer = setTimeout(() => this.prepare(memorySize), 250).unref();
    return thread;
  }

  #create(memorySize: number): Thread {
    const { clock, inspectable } = this.#options;
    const thread = new Thread({ clock, inspectable, memorySize });
    thread.onExit = () => {
      if (this.#spare === thread) this.#spare = undefined;
    };
    return thread;
  }
}
