import { ColdStartGate } from './cold-start-gate.js';
import type { EnvironmentRecord } from './environment-record.js';
import { EnvironmentSecrets } from './environment-secrets.js';
import type { Environments } from './environments.js';
import type { Journal } from './journal.js';
import { initStart, logStreamName } from './log-lines.js';
import type { LambdaOptions } from './options.js';
import { Pace } from './pace.js';
import type { ProcessorLoad } from './processor-load.js';
import type { FunctionVersion } from './registry.js';
import { environmentVariables } from './variables.js';

interface Provisioning {
  over: Promise<void>;
  done: () => void;
}

/** Finds each event an environment: an idle one, one that comes free, one made ahead of it, or a new one. */
export class EnvironmentSupply {
  readonly #options: LambdaOptions;
  readonly #environments: Environments;
  readonly #journal: Journal;
  readonly #gate: ColdStartGate;
  readonly #pace = new Pace();
  readonly #secrets: EnvironmentSecrets;
  readonly #provisioning = new Map<FunctionVersion, Provisioning>();
  /** Environments whose init phase counts at the gate. */
  readonly #initialising = new Set<number>();
  coldStarts = 0;

  constructor(options: LambdaOptions, environments: Environments, journal: Journal, load: ProcessorLoad) {
    this.#options = options;
    this.#environments = environments;
    this.#journal = journal;
    this.#secrets = new EnvironmentSecrets(options.keys);
    this.#gate = new ColdStartGate({
      processors: load.processors,
      isCrowded: (version) => environments.isCrowded(version, load),
      living: (version) => environments.living(version),
      worthWaiting: (version) => this.#pace.worthWaiting(version),
    });
  }

  /** Resolves when the environment that is being made ahead of events is ready; undefined when none is: then nobody waits. */
  provisioned(version: FunctionVersion): Promise<void> | undefined {
    return this.#provisioning.get(version)?.over;
  }

  /** An environment for an event; its init phase may only have begun. Rejects when the service stops before. */
  async obtain(version: FunctionVersion, storyId: string | undefined): Promise<EnvironmentRecord> {
    const idle = this.#environments.takeIdle(version);
    if (idle) return idle;
    if (!this.#gate.tryEnter(version)) {
      const freed = await this.#gate.wait(version);
      if (freed) return freed;
    }
    let environment: EnvironmentRecord | undefined;
    try {
      environment = await this.#coldStart(version, storyId);
      return environment;
    } finally {
      if (environment?.state === 'starting') this.#initialising.add(environment.id);
      else this.#gate.left();
    }
  }

  /**
   * Makes an environment ahead of its first event. Resolves when its init phase is over; an event that comes before waits for it
   * rather than start a second one. With `concurrency` it is one of a provisioned concurrency: made even when another
   * is idle, and never expired.
   */
  async provision(version: FunctionVersion, concurrency = false): Promise<void> {
    let done = () => {};
    const over = new Promise<void>((resolve) => {
      done = resolve;
    });
    this.#provisioning.set(version, { over, done });
    try {
      const environment = await this.#coldStart(version, undefined, concurrency);
      if (environment.state === 'busy') this.#environments.putBack(environment);
      else await over;
    } finally {
      this.#provisioning.delete(version);
      done();
    }
  }

  /** The init phase of an environment that has no event yet is over: it waits for one, or is given up when it cannot start. */
  ready(environment: EnvironmentRecord, failed: boolean): void {
    if (failed) this.#environments.drop(environment);
    else if (environment.state === 'busy') this.#environments.release(environment);
    this.#provisioning.get(environment.version)?.done();
  }

  /** The environment's init phase is over, well or not. */
  initOver(environment: EnvironmentRecord): void {
    if (this.#initialising.delete(environment.id)) this.#gate.left();
  }

  /** An event is over; `initDurationMs` is given for the first of its environment. */
  ended(version: FunctionVersion, durationMs: number, initDurationMs?: number): void {
    this.#pace.ended(version, durationMs, initDurationMs);
    this.serve(version);
  }

  /** Gives an environment that has just come free to the event that has waited longest for one. */
  serve(version: FunctionVersion): void {
    if (!this.#gate.waitsFor(version)) return;
    const environment = this.#environments.takeIdle(version);
    if (environment) this.#gate.hand(environment);
  }

  /** The environment, or its thread, has ended. */
  lost(environment: EnvironmentRecord): void {
    this.initOver(environment);
    this.#provisioning.get(environment.version)?.done();
  }

  /** Refuses events that wait for an environment. */
  stop(): void {
    this.#gate.stop();
  }

  async #coldStart(
    version: FunctionVersion,
    storyId: string | undefined,
    provisioned = false,
  ): Promise<EnvironmentRecord> {
    const { definition } = version;
    const own = await this.#secrets.open(definition);
    const loaded = await version.code;
    // While the code was being bundled, another event may have given an environment back.
    const idle = provisioned ? undefined : this.#environments.takeIdle(version);
    if (idle) return idle;
    const { ids, clock, extraEnvironment = {}, roleEnvironment } = this.#options;
    const extra = { ...extraEnvironment, ...roleEnvironment?.(definition) };
    const logStream = logStreamName(clock.now(), version.version, ids.hex(32));
    const variables = environmentVariables({ version, own, extra, logStream, provisioned });
    const [code, failure] = 'code' in loaded ? [loaded.code, {}] : [undefined, { failure: loaded.failure }];
    this.coldStarts++;
    const { functionName } = version;
    const spec = { functionName, handler: definition.handler, variables, ...failure };
    const environment = this.#environments.create(version, logStream, spec, code, provisioned);
    const region = definition.arn.split(':')[3] ?? '';
    this.#journal.platform(environment, initStart(definition.runtime, region), storyId);
    return environment;
  }
}
