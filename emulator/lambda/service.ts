import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LambdaFunction, LambdaPermission } from '../../src/core/stack/model.js';
import type { InvocationRecord } from '../kernel/events.js';
import { FaultTable } from '../kernel/faults.js';
import {
  type InvokingService,
  type LambdaInvoker,
  type LambdaOutcome,
  LambdaServiceError,
} from '../kernel/lambda.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { checkPermission, checkReady, checkSize, isThrottle, wantedConcurrency } from './admission.js';
import { AsyncEvents } from './async-events.js';
import { CodeCache } from './code-cache.js';
import { Concurrency, scopePrefix } from './concurrency.js';
import { parseFunctionName } from './function-name.js';
import { FunctionStore } from './function-store.js';
import { HotReload } from './hot-reload.js';
import { Inspection } from './inspection.js';
import type { FullInvocation } from './invoker.js';
import type { LambdaOptions, LambdaStats } from './options.js';
import { playFault } from './played-fault.js';
import { arnIn, type Target } from './registry.js';
import { lets } from './resource-policy.js';
import { makeRunning, type Running } from './running.js';

/** The Lambda service of an emulator. */
export class LambdaService implements LambdaInvoker, Service {
  readonly name = 'lambda';
  readonly needs = [] as const;
  /** Every function; the API changes them here. */
  readonly functions: FunctionStore;
  readonly faults: FaultTable;
  readonly options: LambdaOptions;
  readonly inspection: Inspection;
  /** Events that nobody waits for. */
  readonly asyncEvents: AsyncEvents;
  readonly #concurrency: Concurrency;
  readonly #codeCache: CodeCache;
  #status: ServiceHealth['status'] = 'stopped';
  #running: Running | undefined;
  #hotReload: HotReload | undefined;
  #following: Promise<void> = Promise.resolve();
  #invocations = 0;
  #throttles = 0;
  #reloads = 0;

  constructor(options: LambdaOptions) {
    this.options = options;
    this.inspection = new Inspection(options.inspect ?? false);
    this.faults = new FaultTable(() => options.ids.random());
    this.#concurrency = new Concurrency(options.accountConcurrency);
    this.#codeCache = new CodeCache(options.cacheDir);
    this.asyncEvents = new AsyncEvents(options, (invocation) => this.invoke(invocation));
    this.functions = new FunctionStore(
      options,
      this.inspection,
      this.#codeCache,
      () => join(this.scratchFolder(), 'code'),
      (version) => this.#running?.environments.retire(version),
    );
  }

  async start(signal: AbortSignal): Promise<void> {
    if (this.#status !== 'stopped') return;
    this.#status = 'starting';
    const tmpRoot = await mkdtemp(join(tmpdir(), 'arcube-lambda-'));
    if (signal.aborted || this.#status !== 'starting') {
      await rm(tmpRoot, { recursive: true, force: true });
      this.#status = 'stopped';
      signal.throwIfAborted();
      return;
    }
    this.#running = makeRunning(
      this.options,
      { inspection: this.inspection, codeCache: this.#codeCache, functions: this.functions },
      tmpRoot,
    );
    this.asyncEvents.start();
    if (this.options.stateDir !== undefined) await this.functions.kept.sweep();
    const [first] = this.functions.registry.entries();
    if (first) this.#running.environments.threads.prepare(first.latest.definition.memorySize);
    this.#hotReload = new HotReload({
      registry: this.functions.registry,
      events: this.options.events,
      isDebugged: (name) => this.inspection.covers(name),
      swap: (entry, code) => {
        this.#reloads++;
        this.functions.swap(entry, code);
      },
    });
    // nobody waits for it: the bundles of all functions have to be read to know what to watch
    this.#follow();
    this.#status = 'ok';
    void this.provision(this.options.provisioned ?? []);
  }

  /** Makes the environments of every alias with provisioned concurrency. Best effort, as `provision`. */
  async provisionConcurrency(): Promise<void> {
    for (const entry of this.functions.registry.entries())
      for (const [version, wanted] of wantedConcurrency(entry))
        await this.provisionVersion(entry.arn, version, wanted);
  }

  /** Makes environments of one version that do not expire. Best effort, as `provision`. */
  async provisionVersion(arn: string, version: string, wanted: number): Promise<void> {
    const running = this.#running;
    for (let made = 0; made < wanted; made++) {
      if (running === undefined || running !== this.#running) return;
      const target = this.functions.registry.resolve(arn, version);
      await running.supply.provision(target.version, true).catch(() => {});
    }
  }

  /**
   * Makes an environment for each function ahead of its first event, one after the other. Best effort: whatever is
   * wrong with a function shows when it is called.
   */
  async provision(names: readonly string[]): Promise<void> {
    const running = this.#running;
    for (const name of names) {
      if (running === undefined || running !== this.#running) return;
      try {
        await running.supply.provision(this.functions.registry.resolve(name).version);
      } catch {
        // told again, to whom it concerns, by the first call
      }
    }
  }

  async stop(): Promise<void> {
    const running = this.#running;
    const hotReload = this.#hotReload;
    this.#running = undefined;
    this.#hotReload = undefined;
    this.#status = 'stopped';
    this.asyncEvents.stop();
    await hotReload?.stop();
    await this.#following;
    if (!running) return;
    running.supply.stop();
    running.dispatcher.stop();
    await running.environments.stop();
    await rm(running.tmpRoot, { recursive: true, force: true });
  }

  health(): ServiceHealth {
    const { environments, threads, concurrency, invocations, coldStarts } = this.stats();
    const functions = this.functions.registry.entries().length;
    return {
      status: this.#status,
      details: { functions, environments, threads, concurrency, invocations, coldStarts },
    };
  }

  stats(): LambdaStats {
    const environments = this.#running?.environments;
    return {
      invocations: this.#invocations,
      coldStarts: this.#running?.supply.coldStarts ?? 0,
      throttles: this.#throttles,
      environments: environments?.size ?? 0,
      threads: environments?.threads.size ?? 0,
      concurrency: this.#concurrency.total,
      reloads: this.#reloads,
    };
  }

  async invoke(invocation: FullInvocation): Promise<LambdaOutcome> {
    const target = this.functions.registry.resolve(invocation.functionName);
    checkReady(target);
    if (invocation.by) checkPermission(target, invocation.by);
    checkSize(invocation.payload);
    const running = this.#running;
    if (!running) throw new LambdaServiceError('ServiceException', 500, 'The Lambda service is not running.');
    const leave = this.#enter(target);
    this.#invocations++;
    const concurrency = this.#concurrency.of(target.entry.arn);
    try {
      const { entry, version } = target;
      const fault = this.faults.draw(`${entry.name}:${version.version}`, entry.name);
      const played = fault && (await playFault(this.options, fault, target, invocation.storyId));
      const outcome = played ?? (await running.invoker.run(target, invocation));
      const { durationMs, functionError } = outcome;
      this.#count(target, { durationMs, concurrency, outcome: functionError ? 'error' : 'success' });
      return outcome;
    } catch (error) {
      if (isThrottle(error)) this.#count(target, { durationMs: 0, concurrency, outcome: 'throttle' });
      throw error;
    } finally {
      leave();
    }
  }

  /** True when the function's resource policy (or that of the version or alias named) lets a service invoke it. */
  permits(functionArn: string, by: InvokingService): boolean {
    const { name, qualifier = '', ...where } = parseFunctionName(functionArn);
    const { region, accountId } = where;
    const entry = this.functions.registry.get(
      region && accountId ? arnIn({ region, accountId }, name) : name,
    );
    const policy = entry?.policies.get(qualifier);
    return policy !== undefined && lets(policy, by);
  }

  /** True for a function that a debugger may hold: whoever waits for it waits as long as that takes. */
  isInspected(functionName: string): boolean {
    return this.inspection.covers(parseFunctionName(functionName).name);
  }

  /** Resolves when edits of the sources are seen. */
  async watching(): Promise<void> {
    await this.#following;
  }

  /** Takes over a changed stack: what has not changed keeps its environments. */
  replaceFunctions(functions: LambdaFunction[], permissions: LambdaPermission[] = []): void {
    this.functions.replaceAll(functions, permissions);
    this.#follow();
  }

  /** Reads a function's sources again and puts them in force; the outcome is told by a `reload` event. */
  async reload(name: string): Promise<void> {
    await this.#hotReload?.reload(name);
  }

  /** Folder for files that live as long as the service. Throws when it is not running. */
  scratchFolder(): string {
    if (!this.#running)
      throw new LambdaServiceError('ServiceException', 500, 'The Lambda service is not running.');
    return this.#running.tmpRoot;
  }

  #follow(): void {
    const { watch, events } = this.options;
    if (!watch || !this.#hotReload) return;
    this.#following = this.#hotReload.follow().catch((error: unknown) => {
      const message = `Edits of functions are not seen: ${error instanceof Error ? error.message : String(error)}.`;
      const remedy = 'Mend the cause and start again.';
      events.emit('diagnostic', { severity: 'error', code: 'WATCH_FAILED', message, remedy });
    });
  }

  #enter(target: Target): () => void {
    const { entry } = target;
    const scope = scopePrefix(entry.arn);
    let reservedByAll = 0;
    for (const { arn, reserved } of this.functions.registry.entries())
      if (reserved !== null && arn.startsWith(scope)) reservedByAll += reserved;
    try {
      return this.#concurrency.enter(entry, reservedByAll);
    } catch (error) {
      this.#throttles++;
      const concurrency = this.#concurrency.of(entry.arn);
      this.#count(target, { durationMs: 0, concurrency, outcome: 'throttle' });
      throw error;
    }
  }

  #count({ entry, version, qualifier }: Target, facts: Measured): void {
    this.options.events.emit('invocation', {
      time: this.options.clock.now(),
      functionArn: entry.arn,
      functionName: entry.name,
      executedVersion: version.version,
      ...(qualifier !== undefined && { qualifier, isAlias: entry.aliases.has(qualifier) }),
      ...facts,
    });
  }
}

type Measured = Pick<InvocationRecord, 'durationMs' | 'concurrency' | 'outcome'>;
