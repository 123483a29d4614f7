import { inspect } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import {
  Claim,
  type CodeSpec,
  type EnvironmentSpec,
  type FromThread,
  type InvocationSpec,
  type PhaseResult,
  type ThreadData,
  type ToThread,
} from '../protocol.js';
import { installClock, machineNow } from './clock.js';
import { CompiledCode } from './code.js';
import { Collector } from './collector.js';
import { Environment, type EnvironmentHost } from './environment.js';
import { UnhandledRejection } from './errors.js';
import { openInspector, PauseMeter } from './inspector.js';
import type { Invocation } from './invocation.js';
import { observeHttp, observeResources } from './observers.js';
import { currentScope } from './scope.js';
import { installStackTraces } from './stack-traces.js';

const nextTurn = setImmediate;
const exitForReal = process.exit.bind(process);

/** Turns this worker into a host of execution environments. Called once, by the worker's entry. */
export function startThread(): void {
  const port = parentPort as MessagePort;
  const data = workerData as ThreadData;
  const now = installClock(data.clock);
  installStackTraces();
  observeResources();
  observeHttp();
  const thread = new Thread(port, data, now);
  process.on('uncaughtException', (error) => thread.crash(error));
  process.on('unhandledRejection', (reason, promise) =>
    thread.crash(new UnhandledRejection(reason, promise)),
  );
  // Code inside Node that reads the variables (child processes, proxies) sees the running environment's.
  const own = process.env;
  Object.defineProperty(process, 'env', { get: () => currentScope()?.environment.variables ?? own });
  port.on('message', (message: ToThread) => thread.take(message));
  port.postMessage({ type: 'ready' } satisfies FromThread);
}

class Thread {
  readonly #port: MessagePort;
  readonly #claims: Int32Array;
  /** A debugger may come. */
  #inspect = false;
  readonly #environments = new Map<number, Environment>();
  readonly #starting = new Map<number, Promise<boolean>>();
  /** Code that no environment has asked for yet. */
  readonly #received = new Map<string, CodeSpec>();
  readonly #compiled = new Map<string, CompiledCode>();
  readonly #cacheSent = new Set<string>();
  readonly #host: EnvironmentHost;
  readonly #collector = new Collector(() => this.#isIdle());

  constructor(port: MessagePort, data: ThreadData, now: () => number) {
    this.#port = port;
    this.#claims = new Int32Array(data.claims);
    this.#host = {
      now,
      running: machineNow,
      lines: ({ spec }, lines) => this.#send({ type: 'lines', id: spec.id, lines }),
      answer: (environment, invocation, result) => this.#answer(environment, invocation, result),
      ended: (environment, result) => this.#ended(environment, result),
      child: ({ spec }, pid, alive) => this.#send({ type: 'child', id: spec.id, pid, alive }),
      exitThread: (environment, code) => {
        const others = [...this.#environments.values()].filter(
          (other) => other !== environment && !other.dead,
        );
        if (others.length === 0) exitForReal(code);
      },
    };
  }

  take(message: ToThread): void {
    switch (message.type) {
      case 'inspect':
        this.#openInspector(message);
        break;
      case 'code':
        this.#received.set(message.code.hash, message.code);
        break;
      case 'forget':
        this.#received.delete(message.hash);
        this.#compiled.delete(message.hash);
        break;
      case 'create':
        this.#create(message.environment);
        break;
      case 'invoke':
        this.#invoke(message.id, message.invocation);
        break;
      case 'abandon':
        this.#environments.get(message.id)?.abandon();
        this.#environments.delete(message.id);
        break;
      case 'ping':
        this.#send({ type: 'pong' });
        break;
    }
  }

  #openInspector(at: { port: number; again: boolean }): void {
    this.#inspect = true;
    const meter = new PauseMeter();
    meter.start();
    this.#host.running = () => meter.now();
    const url = openInspector(at);
    if (url !== undefined) this.#send({ type: 'inspector', url });
  }

  /** Finds out whose code threw, and ends that environment. */
  crash(error: unknown): void {
    const environments = [...this.#environments.values()];
    const guilty =
      currentScope()?.environment ??
      environments.find(({ running }) => running !== undefined) ??
      environments.at(-1);
    if (guilty) guilty.crash(error);
    else this.#give(error);
  }

  /** A fault of the runtime itself: tell it and end, rather than go on half alive. */
  #give(error: unknown): void {
    process.stderr.write(`arcube: the Lambda runtime failed: ${inspect(error)}\n`);
    exitForReal(70);
  }

  #create(spec: EnvironmentSpec): void {
    const environment = new Environment(spec, this.#host);
    this.#environments.set(spec.id, environment);
    const startedAt = performance.now();
    const started = environment
      .init(() => this.#compile(spec))
      .then((result) => {
        this.#starting.delete(spec.id);
        const durationMs = performance.now() - startedAt;
        const lines = environment.log.take();
        if (!result) environment.timers.freeze();
        const failure = result ? { result } : {};
        this.#send({ type: 'init', id: spec.id, durationMs, ...failure, lines, memory: memory() });
        return result === undefined;
      });
    this.#starting.set(spec.id, started);
  }

  #compile({ code }: EnvironmentSpec): CompiledCode {
    const hash = code?.hash ?? '';
    let compiled = this.#compiled.get(hash);
    if (!compiled) {
      const spec = this.#received.get(hash);
      if (!spec) throw new Error('an environment without code has a failure instead');
      compiled = new CompiledCode(spec, this.#inspect);
      this.#compiled.set(hash, compiled);
      this.#received.delete(hash); // V8 has the text now
    }
    return compiled;
  }

  #invoke(id: number, spec: InvocationSpec): void {
    const starting = this.#starting.get(id);
    if (starting) {
      void starting.then((ok) => ok && this.#begin(id, spec));
      return;
    }
    this.#begin(id, spec, Claim.Synchronous);
  }

  #begin(id: number, spec: InvocationSpec, how: number = Claim.Started): void {
    const claimed = Atomics.compareExchange(this.#claims, spec.slot, Claim.Waiting, how);
    const environment = this.#environments.get(id);
    if (claimed === Claim.Waiting && environment && !environment.dead) environment.invoke(spec);
    Atomics.compareExchange(this.#claims, spec.slot, Claim.Synchronous, Claim.Started);
  }

  #answer({ spec: { id, code }, log }: Environment, invocation: Invocation, result: PhaseResult): void {
    this.#send({
      type: 'result',
      id,
      slot: invocation.spec.slot,
      durationMs: performance.now() - invocation.startedAt,
      result,
      lines: log.take(invocation.spec.storyId),
      spans: invocation.spans,
      memory: memory(),
    });
    this.#collector.noteHeap(getHeapStatistics().used_heap_size);
    if (result.fatal) this.#environments.delete(id);
    else if (code) this.#offerCache(code.hash);
  }

  #isIdle(): boolean {
    if (this.#starting.size > 0) return false;
    for (const { running } of this.#environments.values()) if (running) return false;
    return true;
  }

  #ended({ spec: { id }, log }: Environment, result: PhaseResult): void {
    this.#send({ type: 'exit', id, result, lines: log.take() });
    this.#environments.delete(id);
  }

  /** After the first event the functions it needed are compiled: the best moment to keep V8's work for the next thread. */
  #offerCache(hash: string): void {
    const compiled = this.#compiled.get(hash);
    if (!compiled || compiled.cached || compiled.transient || this.#cacheSent.has(hash)) return;
    this.#cacheSent.add(hash);
    nextTurn(() => this.#send({ type: 'code-cache', hash, data: compiled.script.createCachedData() }));
  }

  #send(message: FromThread): void {
    this.#port.postMessage(message);
  }
}

function memory(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}
