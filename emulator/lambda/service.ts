import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LambdaFunction } from '../../src/core/stack/model.js';
import { type LambdaInvoker, type LambdaOutcome, LambdaServiceError } from '../kernel/lambda.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { CodeCache } from './code-cache.js';
import { type LoadedCode, loadCode } from './code-loader.js';
import { Concurrency, throttled } from './concurrency.js';
import { Dispatcher } from './dispatcher.js';
import { Environments } from './environments.js';
import { type DrawnFault, FaultTable } from './faults.js';
import { HotReload } from './hot-reload.js';
import { type FullInvocation, Invoker } from './invoker.js';
import { Journal } from './journal.js';
import type { LambdaOptions, LambdaStats } from './options.js';
import { LARGEST_REQUEST, timedOut } from './payloads.js';
import { type FunctionEntry, type FunctionVersion, Registry, type Target } from './registry.js';
import { ThreadPool } from './thread-pool.js';

/** The Lambda service of an emulator. */
export class LambdaService implements LambdaInvoker, Service {
  readonly name = 'lambda';
  readonly needs = [] as const;
  readonly registry: Registry;
  readonly faults: FaultTable;
  readonly #options: LambdaOptions;
  readonly #concurrency: Concurrency;
  readonly #codeCache: CodeCache;
  #status: ServiceHealth['status'] = 'stopped';
  #running: Running | undefined;
  #hotReload: HotReload | undefined;
  #invocations = 0;
  #throttles = 0;
  #reloads = 0;

  constructor(options: LambdaOptions) {
    this.#options = options;
    const random = () => options.ids.random();
    this.registry = new Registry(random);
    this.faults = new FaultTable(random);
    this.#concurrency = new Concurrency(options.accountConcurrency);
    this.#codeCache = new CodeCache(options.cacheDir);
    for (const definition of options.functions) this.#add(definition);
  }

  async start(signal: AbortSignal): Promise<void> {
    if (this.#running) return;
    this.#status = 'starting';
    const tmpRoot = await mkdtemp(join(tmpdir(), 'arcube-lambda-'));
    if (signal.aborted) {
      await rm(tmpRoot, { recursive: true, force: true });
      this.#status = 'stopped';
      signal.throwIfAborted();
    }
    this.#running = this.#run(tmpRoot);
    const [first] = this.registry.entries();
    if (first) this.#running.environments.threads.prepare(first.latest.definition.memorySize);
    this.#hotReload = new HotReload({
      registry: this.registry,
      events: this.#options.events,
      swap: (entry, code) => this.#swap(entry, code),
    });
    if (this.#options.watch) await this.#hotReload.follow();
    this.#status = 'ok';
  }

  async stop(): Promise<void> {
    const running = this.#running;
    const hotReload = this.#hotReload;
    this.#running = undefined;
    this.#hotReload = undefined;
    this.#status = 'stopped';
    await hotReload?.stop();
    if (!running) return;
    running.dispatcher.stop();
    await running.environments.stop();
    await rm(running.tmpRoot, { recursive: true, force: true });
  }

  health(): ServiceHealth {
    const { environments, threads, concurrency } = this.stats();
    const functions = this.registry.entries().length;
    return { status: this.#status, details: { functions, environments, threads, concurrency } };
  }

  stats(): LambdaStats {
    const environments = this.#running?.environments;
    return {
      invocations: this.#invocations,
      coldStarts: this.#running?.invoker.coldStarts ?? 0,
      throttles: this.#throttles,
      environments: environments?.size ?? 0,
      threads: environments?.threads.size ?? 0,
      concurrency: this.#concurrency.total,
      reloads: this.#reloads,
    };
  }

  async invoke(invocation: FullInvocation): Promise<LambdaOutcome> {
    const target = this.registry.resolve(invocation.functionName);
    if (
      invocation.payload.length > LARGEST_REQUEST / 4 &&
      Buffer.byteLength(invocation.payload) > LARGEST_REQUEST
    )
      throw tooLarge();
    const running = this.#running;
    if (!running) throw new LambdaServiceError('ServiceException', 500, 'The Lambda service is not running.');
    const leave = this.#enter(target.entry);
    this.#invocations++;
    try {
      const fault = this.faults.draw(target.entry.name);
      const played = fault && (await this.#play(fault, target, invocation));
      return played ?? (await running.invoker.run(target, invocation));
    } finally {
      leave();
    }
  }

  /** Takes over a changed stack: what has not changed keeps its environments. */
  replaceFunctions(functions: LambdaFunction[]): void {
    const names = new Set(functions.map(({ name }) => name));
    for (const entry of this.registry.entries()) if (!names.has(entry.name)) this.#remove(entry);
    for (const definition of functions) this.#replace(definition);
    if (this.#options.watch) void this.#hotReload?.follow();
  }

  /** Reads a function's sources again and puts them in force; the outcome is told by a `reload` event. */
  async reload(name: string): Promise<void> {
    await this.#hotReload?.reload(name);
  }

  #run(tmpRoot: string): Running {
    const { clock, events, inspect = false, threads } = this.#options;
    const journal = new Journal(events, () => clock.now());
    const environments: Environments = new Environments({
      clock,
      tmpRoot,
      threads: (population) => new ThreadPool({ clock: clock.shared, inspect }, population, threads),
      hooks: {
        message: (environment, message) => invoker.hear(environment, message),
        lost: (environment, exit) => dispatcher.lost(environment.id, exit),
        codeCache: (hash, data) => this.#codeCache.put(hash, data),
      },
    });
    const dispatcher = new Dispatcher(
      {
        neighbours: (environment) => environments.neighbours(environment),
        onBlocked: ({ version }) => environments.threads.isolate(version.functionName),
      },
      inspect,
    );
    const invoker = new Invoker(this.#options, environments, dispatcher, journal);
    return { tmpRoot, environments, dispatcher, invoker, journal };
  }

  #enter(entry: FunctionEntry): () => void {
    let reservedByAll = 0;
    for (const { reserved } of this.registry.entries()) reservedByAll += reserved ?? 0;
    try {
      return this.#concurrency.enter(entry, reservedByAll);
    } catch (error) {
      this.#throttles++;
      throw error;
    }
  }

  /** Plays a fault; answers the outcome, unless the event is to go on after a delay. */
  async #play(
    { latencyMs, outcome }: DrawnFault,
    { entry, version }: Target,
    { storyId }: FullInvocation,
  ): Promise<LambdaOutcome | undefined> {
    const text = `arcube: fault injected on purpose: ${outcome ?? `latency of ${latencyMs} ms`}`;
    const { clock, events, ids } = this.#options;
    const story = storyId ? { requestId: storyId } : {};
    events.emit('log', { time: clock.now(), functionName: entry.name, logStream: 'faults', text, ...story });
    if (latencyMs > 0) await sleep(latencyMs);
    if (outcome === 'throttle') throw throttled('ConcurrentInvocationLimitExceeded');
    if (!outcome) return undefined;
    const requestId = ids.uuid();
    const { timeout } = version.definition;
    if (outcome === 'timeout') await sleep(timeout * 1000);
    const payload =
      outcome === 'timeout'
        ? timedOut(requestId, timeout).payload
        : JSON.stringify({ errorType: 'InjectedFault', errorMessage: text, trace: [] });
    return {
      payload,
      functionError: 'Unhandled',
      requestId,
      executedVersion: version.version,
      durationMs: outcome === 'timeout' ? timeout * 1000 : 0,
    };
  }

  #add(definition: LambdaFunction): void {
    const entry: FunctionEntry = {
      name: definition.name,
      latest: this.#version(definition, '$LATEST'),
      versions: new Map(),
      aliases: new Map(),
      reserved: definition.reservedConcurrency ?? null,
    };
    for (const alias of definition.aliases) {
      entry.aliases.set(alias.name, { ...alias, revisionId: this.#options.ids.uuid() });
      for (const number of [alias.version, ...Object.keys(alias.additionalVersionWeights)]) {
        if (number !== '$LATEST' && !entry.versions.has(number))
          entry.versions.set(number, this.#version(definition, number));
      }
    }
    this.registry.set(entry);
  }

  #version(definition: LambdaFunction, version: string): FunctionVersion {
    const { cacheDir, clock, ids } = this.#options;
    let code: FunctionVersion['code'] | undefined;
    const load = async () => {
      const loaded = await loadCode(definition, cacheDir);
      return this.#ready(loaded);
    };
    return {
      functionName: definition.name,
      version,
      definition,
      get code() {
        code ??= load();
        return code;
      },
      set code(given) {
        code = given;
      },
      description: '',
      modifiedAt: clock.now(),
      revisionId: ids.uuid(),
      live: true,
      retired: false,
    };
  }

  #replace(definition: LambdaFunction): void {
    const before = this.registry.get(definition.name);
    if (before && sameDefinition(before.latest.definition, definition)) return;
    if (before) this.#remove(before);
    this.#add(definition);
  }

  /** New code for `$LATEST`, and for the template's versions, which stand for the code on disk. */
  #swap(entry: FunctionEntry, loaded: LoadedCode): void {
    this.#reloads++;
    const code = this.#ready(loaded);
    for (const [number, version] of entry.versions) {
      if (!version.live) continue;
      entry.versions.set(number, { ...version, code, revisionId: this.#options.ids.uuid() });
      this.#retire(version);
    }
    const { latest } = entry;
    entry.latest = {
      ...latest,
      code,
      modifiedAt: this.#options.clock.now(),
      revisionId: this.#options.ids.uuid(),
    };
    this.#retire(latest);
  }

  async #ready(loaded: LoadedCode): Promise<LoadedCode> {
    if ('code' in loaded) await this.#codeCache.attach(loaded.code);
    return loaded;
  }

  #retire(version: FunctionVersion): void {
    version.retired = true;
    this.#running?.environments.retire(version);
  }

  #remove(entry: FunctionEntry): void {
    this.registry.delete(entry.name);
    for (const version of [entry.latest, ...entry.versions.values()]) this.#retire(version);
  }
}

interface Running {
  tmpRoot: string;
  environments: Environments;
  dispatcher: Dispatcher;
  invoker: Invoker;
  journal: Journal;
}

function tooLarge(): LambdaServiceError {
  return new LambdaServiceError(
    'RequestTooLargeException',
    413,
    `Request must be smaller than ${LARGEST_REQUEST} bytes for the InvokeFunction operation`,
  );
}

/** Places in the template may move without a change of the function. */
function sameDefinition(a: LambdaFunction, b: LambdaFunction): boolean {
  return JSON.stringify({ ...a, place: null }) === JSON.stringify({ ...b, place: null });
}
