import type { Service, ServiceHealth } from './kernel/service.js';

/**
 * Services that start in the order of their needs, independent ones side by side, and stop in the mirror of that
 * order. A failing start ends the others and leaves nothing behind; `stop` is idempotent and legal in mid-start.
 */
export class ServiceGroup {
  readonly #services: ReadonlyMap<string, Service>;
  readonly #started: string[] = [];
  readonly #abort = new AbortController();
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(services: readonly Service[]) {
    this.#services = new Map(services.map((service) => [service.name, service]));
    checkNeeds(this.#services);
  }

  /** Resolves when all have started. Rejects with the first failure once everything has been stopped again. */
  async start(): Promise<void> {
    if (this.#starting || this.#stopping) throw new Error('a service group starts once');
    this.#starting = this.#startAll();
    try {
      await this.#starting;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Stops what has started, or is about to. Rejects, after all have been stopped, when some could not be. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  /** Health by name, in the order in which they started, the rest after. */
  health(): Record<string, ServiceHealth> {
    const names = new Set([...this.#started, ...this.#services.keys()]);
    return Object.fromEntries([...names].map((name) => [name, this.#service(name).health()]));
  }

  async #startAll(): Promise<void> {
    const starts = new Map<string, Promise<void>>();
    const startOne = (name: string): Promise<void> => {
      const known = starts.get(name);
      if (known) return known;
      const started = this.#startOne(name, startOne);
      starts.set(name, started);
      return started;
    };
    const all = [...this.#services.keys()].map(startOne);
    let failure: unknown;
    for (const started of all)
      started.catch((error: unknown) => {
        failure ??= error; // the first in time is the cause; what fails after it may only have been aborted
        this.#abort.abort();
      });
    // all must have come to rest before anything is stopped: a start that is still going on could leave something behind
    await Promise.allSettled(all);
    if (failure) throw failure;
  }

  async #startOne(name: string, start: (name: string) => Promise<void>): Promise<void> {
    const service = this.#service(name);
    try {
      await Promise.all(service.needs.map(start));
    } catch {
      throw new StartAborted(name); // the one it needs has told why
    }
    if (this.#abort.signal.aborted) throw new StartAborted(name);
    this.#started.push(name);
    await service.start(this.#abort.signal);
  }

  async #stopAll(): Promise<void> {
    this.#abort.abort();
    await this.#starting?.catch(() => undefined);
    const stops = new Map<string, Promise<void>>();
    const failures: unknown[] = [];
    // in reverse order of start, whoever needs a service has its promise made before the service itself
    for (const name of [...this.#started].reverse()) {
      const service = this.#service(name);
      const users = this.#started.filter((other) => this.#service(other).needs.includes(name));
      const stopped = Promise.all(users.map((user) => stops.get(user)))
        .then(() => service.stop())
        .catch((error: unknown) => void failures.push(error));
      stops.set(name, stopped);
    }
    await Promise.all(stops.values());
    if (failures.length > 0) throw new AggregateError(failures, 'Some services could not be stopped.');
  }

  #service(name: string): Service {
    const service = this.#services.get(name);
    if (!service) throw new Error(`no service is called ${name}`);
    return service;
  }
}

/** A service did not start because another failed, or because everything is being stopped. */
export class StartAborted extends Error {
  override readonly name = 'StartAborted';

  constructor(service: string) {
    super(`${service} was not started`);
  }
}

/** Refuses unknown needs and cycles, which would otherwise wait for themselves. */
function checkNeeds(services: ReadonlyMap<string, Service>): void {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (done.has(name)) return;
    if (path.includes(name)) throw new Error(`services need each other: ${[...path, name].join(' → ')}`);
    const service = services.get(name);
    if (!service) throw new Error(`${path.at(-1)} needs ${name}, which is not there`);
    for (const need of service.needs) visit(need, [...path, name]);
    done.add(name);
  };
  for (const name of services.keys()) visit(name, []);
}
