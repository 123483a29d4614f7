import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MovableClock } from '../src/core/clock.js';
import { useReadingCache } from '../src/core/document/reading-cache.js';
import { createIds } from '../src/core/ids.js';
import { builtFile } from '../src/core/package-root.js';
import type { RunFile } from '../src/core/run-file.js';
import type { Fault } from '../src/core/scenario/model.js';
import type { Trip } from '../src/core/scenario/sample-trip.js';
import type { OutboxMail } from '../src/core/scenario/step-context.js';
import { Cleanup } from './cleanup.js';
import { type Composition, compose } from './compose.js';
import { History } from './control/history.js';
import { EventBus } from './kernel/events.js';
import type { ServiceHealth } from './kernel/service.js';
import type {
  DeployedStack,
  Emulator,
  EmulatorOptions,
  EmulatorUrls,
  SandboxCredentials,
} from './options.js';
import { ProjectLock } from './project-lock.js';
import { ServiceGroup } from './service-group.js';
import { decideSettings, type Settings } from './settings.js';
import { EmulatorSystem } from './system.js';
import { TestHelpers, type TokenWish, type TripWish } from './test-helpers.js';

/** The emulator as a library: everything it owns is begun by `start` and ended by `stop`. */
export class LocalEmulator implements Emulator {
  readonly clock = new MovableClock();
  readonly events = new EventBus();
  readonly #options: EmulatorOptions;
  readonly #history = new History(this.events);
  readonly #instance = randomUUID();
  readonly #controlToken = randomBytes(24).toString('base64url');
  readonly #cleanup = new Cleanup();
  readonly #helpers = new TestHelpers({
    api: () => this.urls.api,
    now: () => this.clock.now(),
    tenants: () => this.#composition?.tenants() ?? [],
  });
  #composition: Composition | undefined;
  #group: ServiceGroup | undefined;
  #lock: ProjectLock | undefined;
  #urls: EmulatorUrls | undefined;
  #system: EmulatorSystem | undefined;
  #starting: Promise<EmulatorUrls> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: EmulatorOptions) {
    this.#options = options;
    this.#cleanup.add(() => this.clock.stop());
    this.#cleanup.add(() => this.#history.close());
  }

  get urls(): EmulatorUrls {
    if (!this.#urls) throw new Error('the emulator has no addresses before it has started');
    return this.#composition?.urls() ?? this.#urls;
  }

  start(): Promise<EmulatorUrls> {
    if (this.#stopping) return Promise.reject(new Error('an emulator starts once'));
    this.#starting ??= this.#start();
    return this.#starting;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async reset(): Promise<void> {
    this.clock.reset();
    this.#composition?.sandbox.faults.clear();
    await this.#composition?.reset();
    this.#history.clear();
  }

  credentials(stackName?: string): SandboxCredentials[] {
    const tenants = this.#composition?.tenants(stackName) ?? [];
    return tenants.map(({ clients: _clients, domains: _domains, ...shown }) => shown);
  }

  deployedStacks(): DeployedStack[] {
    return this.#composition?.deployedStacks() ?? [];
  }

  tokenFor(tenant?: string, wish: TokenWish = {}): Promise<string> {
    return this.#helpers.tokenFor(tenant, wish);
  }

  seedPnr(wish: TripWish = {}): Promise<Trip> {
    return this.#helpers.seedPnr(wish);
  }

  fault(fault: Fault): Promise<void> {
    return this.system().fault(fault);
  }

  outbox(): Promise<OutboxMail[]> {
    return this.system().outbox();
  }

  system(): EmulatorSystem {
    if (!this.#composition) throw new Error('the emulator has not been started');
    const { sandbox } = this.#composition;
    this.#system ??= new EmulatorSystem({
      clock: this.clock,
      events: this.events,
      history: this.#history,
      sandbox,
      urls: () => this.urls,
      tenants: () => this.#composition?.tenants() ?? [],
      reset: () => this.reset(),
    });
    return this.#system;
  }

  health(): Record<string, ServiceHealth> {
    return this.#group?.health() ?? {};
  }

  async #start(): Promise<EmulatorUrls> {
    try {
      useReadingCache(this.#readingsFolder(), builtFile('readings'));
      const settings = await decideSettings(this.#options);
      const stateDir = await this.#takeState(settings);
      this.#goOn();
      const composition = this.#compose(settings, stateDir);
      const group = new ServiceGroup(composition.services);
      this.#group = group;
      this.#composition = composition;
      this.#cleanup.add(() => group.stop());
      await group.start();
      const urls = composition.urls();
      this.#urls = urls;
      for (const port of composition.movedPorts()) this.#tellOfMove(port);
      await this.#lock?.publish({ api: urls.api, control: urls.control });
      this.events.on('stack', () => void this.#publish().catch(() => undefined));
      return urls;
    } catch (error) {
      await this.#cleanup.run().catch(() => undefined); // the failure that led here says more
      throw error;
    }
  }

  /** Where readings of the project's files are kept; nothing is written for an emulator without state. */
  #readingsFolder(): string | undefined {
    const { projectDir = '.', state, fromSnapshot } = this.#options;
    return state === 'none' || fromSnapshot !== undefined
      ? undefined
      : join(resolve(projectDir), '.arcube', 'cache', 'readings');
  }

  /** The folder for state; undefined when all is kept in memory, as when another emulator holds the project's. */
  async #takeState(settings: Settings): Promise<string | undefined> {
    if (!settings.keepState) return undefined;
    const taken = await ProjectLock.take(settings.projectDir, this.#instance, this.#controlToken);
    if (!(taken instanceof ProjectLock)) {
      this.#tellOfOther(taken);
      return undefined;
    }
    this.#lock = taken;
    this.#cleanup.add(() => taken.release());
    const stateDir = join(settings.home, 'state');
    if (settings.fresh) await rm(stateDir, { recursive: true, force: true });
    return stateDir;
  }

  /** Tells other terminals where the API is: with an empty account that changes with each deployment. */
  async #publish(): Promise<void> {
    const { api, control } = this.urls;
    await this.#lock?.publish({ api, control });
  }

  #tellOfOther({ pid, urls }: RunFile): void {
    const where = urls ? ` at ${urls.api}` : '';
    this.events.emit('diagnostic', {
      severity: 'warning',
      code: 'STATE_IN_USE',
      message: `Another emulator (process ${pid}${where}) holds the data of this project; this one keeps its own in memory.`,
      remedy: 'Stop the other one to have its data here, or start this one in another project.',
    });
  }

  #tellOfMove({ what, wanted, used }: { what: string; wanted: number; used: number }): void {
    this.events.emit('diagnostic', {
      severity: 'warning',
      code: 'PORT_MOVED',
      message: `Port ${wanted} is taken, perhaps by another emulator: the ${what} answers on port ${used}.`,
      remedy: 'Nothing needs to be done; to have that very port, stop who has it and start again.',
    });
  }

  #compose(settings: Settings, stateDir: string | undefined): Composition {
    const { clock, events } = this;
    const control = {
      instance: this.#instance,
      controlToken: this.#controlToken,
      projectDir: settings.projectDir,
      clock,
      events,
      history: this.#history,
      urls: () => this.#urls && this.urls,
      health: () => this.health(),
      credentials: () => this.credentials(),
      reset: () => this.reset(),
    };
    return compose({ settings, stateDir, clock, events, ids: createIds(settings.seed), control });
  }

  #goOn(): void {
    if (this.#stopping) throw new Error('the emulator was stopped while it started');
  }

  async #stop(): Promise<void> {
    // a start in progress must not wait for everything to be up first
    const group = this.#group?.stop();
    await Promise.allSettled([group, this.#starting]);
    await this.#cleanup.run();
  }
}
