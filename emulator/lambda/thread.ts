import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { builtFile } from '../../src/core/package-root.js';
import { CLAIM_SLOTS, Claim, type FromThread, type ThreadData, type ToThread } from './protocol.js';

/** What a thread needs from outside. */
export interface ThreadOptions {
  clock: SharedArrayBuffer;
  /** MB of heap; more ends the thread. */
  memorySize: number;
  /** It may become one that a debugger attaches to. */
  inspectable: boolean;
}

/** Why a thread is gone. */
export interface ThreadExit {
  exitCode: number;
  outOfMemory: boolean;
}

/** Ms between two looks at how busy a thread is. */
const LOOK = 25;

let threads = 0;

/** A worker thread that hosts execution environments. */
export class Thread {
  readonly number = ++threads;
  readonly memorySize: number;
  /** Hashes of the code it has. */
  readonly codes = new Set<string>();
  /** Since when it has not answered, in ms of `performance.now()`; undefined while it answers. */
  blockedSince: number | undefined;
  /** When it last told anything, on the same scale; undefined until it has booted. */
  heardAt: number | undefined;
  /** When what it was executing was last broken off, on the same scale; undefined once it answers. */
  interruptedAt: number | undefined;
  /** Function whose environments it hosts; undefined for a spare one. */
  functionName: string | undefined;
  /** A debugger may hold it. */
  inspected = false;
  /** Nothing lives here since then, in ms of `performance.now()`. */
  emptySince = performance.now();
  onMessage: (message: FromThread) => void = () => {};
  onExit: (exit: ThreadExit) => void = () => {};
  readonly #worker: Worker;
  readonly #claims = new Int32Array(new SharedArrayBuffer(CLAIM_SLOTS * 4));
  readonly #gone: Promise<void>;
  #next = 0;
  #outOfMemory = false;
  #load: EventLoopUtilization | undefined;
  #utilization = 0;
  #lookedAt = 0;

  constructor({ clock, memorySize, inspectable }: ThreadOptions) {
    this.memorySize = memorySize;
    const workerData: ThreadData = { clock, claims: this.#claims.buffer as SharedArrayBuffer };
    this.#worker = new Worker(builtFile('emulator/lambda/lambda.worker.js'), {
      workerData,
      name: 'lambda',
      // how functions are loaded is experimental in node; that is no news for a function's log
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        // the address is told by us, with the function's name
        ...(inspectable ? ['--inspect-publish-uid=http'] : []),
      ],
      resourceLimits: {
        maxOldGenerationSizeMb: memorySize,
        // Without this the space for young objects grows to 48 MB in a thread that is busy for long.
        maxYoungGenerationSizeMb: 4,
        stackSizeMb: 4,
      },
    });
    this.#worker.unref();
    this.#worker.on('message', (message: FromThread) => {
      this.blockedSince = undefined;
      this.heardAt = performance.now();
      this.onMessage(message);
    });
    this.#worker.on('error', (error: Error & { code?: string }) => {
      this.#outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    });
    this.#gone = new Promise((resolve) => {
      this.#worker.once('exit', (exitCode) => {
        this.onExit({ exitCode, outOfMemory: this.#outOfMemory });
        resolve();
      });
    });
  }

  /** Share of the time since the last look but one that its event loop was busy, 0 to 1. */
  get utilization(): number {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK) return this.#utilization;
    const load = this.#worker.performance.eventLoopUtilization();
    this.#utilization = performance.eventLoopUtilization(load, this.#load).utilization;
    this.#load = load;
    this.#lookedAt = now;
    return this.#utilization;
  }

  /** Node's id of the thread. */
  get id(): number {
    return this.#worker.threadId;
  }

  /** Lets a debugger attach; to be called before it gets code. */
  inspect(at: { port: number; again: boolean }): void {
    this.inspected = true;
    this.send({ type: 'inspect', ...at });
  }

  send(message: ToThread): void {
    this.#worker.postMessage(message);
  }

  /** Reserves the slot for one invocation. */
  claimSlot(): number {
    const slot = this.#next++ % CLAIM_SLOTS;
    Atomics.store(this.#claims, slot, Claim.Waiting);
    return slot;
  }

  /** Takes an invocation back that the thread has not begun. False when it has. */
  withdraw(slot: number): boolean {
    return Atomics.compareExchange(this.#claims, slot, Claim.Waiting, Claim.Withdrawn) === Claim.Waiting;
  }

  /** True when the thread has begun the invocation. */
  hasStarted(slot: number): boolean {
    const claim = Atomics.load(this.#claims, slot);
    return claim === Claim.Started || claim === Claim.Synchronous;
  }

  /** True while the thread is inside the call of the invocation's handler: there it can be broken off and go on after. */
  isSynchronous(slot: number): boolean {
    return Atomics.load(this.#claims, slot) === Claim.Synchronous;
  }

  /** Ends it, whatever it is doing. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
    await this.#gone;
  }
}
