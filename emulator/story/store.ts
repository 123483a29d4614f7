import { join } from 'node:path';
import type { KeptRequest } from '../../src/core/kept-request.js';
import type { EventBus, ExchangeRecord } from '../kernel/events.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { keep, tenantOf, withoutContent } from './keep.js';
import { dropLooseFiles, findKept, KEPT, RequestFiles } from './request-files.js';

/** Ms between two writes. */
const EVERY = 1000;

/** Where the data of tenants is: what they ask is kept there, and nowhere else. */
export interface Regions {
  home: string;
  /** Data region of a tenant; undefined when there is none of this name. */
  of(tenant: string): string | undefined;
}

interface Fresh {
  record: ExchangeRecord;
  tenant: string | undefined;
  region: string;
}

/** Keeps the last 1,000 requests on disk, secrets hidden, so that `replay` finds them after a restart too. */
export class StoryStore implements Service {
  readonly name = 'story';
  readonly needs = [] as const;
  readonly #folder: string;
  readonly #events: EventBus;
  readonly #regions: Regions | undefined;
  readonly #files = new Map<string, RequestFiles>();
  /** Not written yet, newest last. Redacting waits for the write: most of a burst is never kept. */
  #fresh: Fresh[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #status: ServiceHealth['status'] = 'stopped';
  readonly #listen = (record: ExchangeRecord) => this.#take(record);

  /** With `regions` each data region has a folder of its own. */
  constructor(options: { folder: string; events: EventBus; regions?: Regions }) {
    this.#folder = options.folder;
    this.#events = options.events;
    this.#regions = options.regions;
  }

  async start(signal: AbortSignal): Promise<void> {
    if (this.#regions) await dropLooseFiles(this.#folder);
    else await this.#filesOf('');
    signal.throwIfAborted();
    this.#events.on('exchange', this.#listen);
    this.#status = 'ok';
  }

  async stop(): Promise<void> {
    this.#events.off('exchange', this.#listen);
    this.#status = 'stopped';
    await this.flush();
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { folder: this.#folder } };
  }

  /** A kept request, by its id or any id its answer carried; undefined when it is not among the last 1,000. */
  async get(id: string): Promise<KeptRequest | undefined> {
    await this.flush();
    return findKept(this.#folder, id);
  }

  /** Writes what is waiting. Rejects when the disk does. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const fresh = this.#fresh;
    this.#fresh = [];
    await this.#inTurn(() => this.#write(fresh));
  }

  /**
   * Takes out what a tenant asked in a region, or only what speaks of one of `mentions` (in whatever case). Tells how
   * many requests.
   */
  async forget(region: string, tenant: string, mentions?: readonly string[]): Promise<number> {
    await this.flush();
    const words = mentions?.map((word) => word.toLowerCase());
    return this.#inTurn(async () => {
      const files = await this.#filesOf(this.#regions ? region : '');
      return files.forget((request, line) => {
        if (request.tenant !== tenant) return false;
        const text = line.toLowerCase();
        return words === undefined || words.some((word) => text.includes(word));
      });
    });
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#writing.catch(() => {}).then(run);
    this.#writing = turn;
    return turn;
  }

  #take(record: ExchangeRecord): void {
    const tenant = tenantOf(record);
    const known = tenant === undefined ? undefined : this.#regions?.of(tenant);
    // A made-up tenant is as good as none.
    const own = this.#regions && known === undefined ? undefined : tenant;
    this.#fresh.push({ record, tenant: own, region: known ?? this.#regions?.home ?? '' });
    if (this.#fresh.length > 2 * KEPT) this.#fresh = this.#fresh.slice(-KEPT);
    this.#timer ??= setTimeout(() => {
      // A full disk must not stop the emulator; whoever asks for the request will be told.
      this.flush().catch(() => {});
    }, EVERY).unref();
  }

  async #write(fresh: Fresh[]): Promise<void> {
    const byRegion = new Map<string, KeptRequest[]>();
    for (const one of fresh.slice(-KEPT))
      byRegion.set(one.region, [...(byRegion.get(one.region) ?? []), this.#keep(one)]);
    for (const [region, requests] of byRegion) await (await this.#filesOf(region)).append(requests);
  }

  /** What was refused before anybody knew whose it was may hold anybody's data: its content is kept nowhere. */
  #keep({ record, tenant }: Fresh): KeptRequest {
    const kept = { ...keep(record), ...(tenant !== undefined && { tenant }) };
    return this.#regions && tenant === undefined && record.status >= 300 ? withoutContent(kept) : kept;
  }

  async #filesOf(region: string): Promise<RequestFiles> {
    const known = this.#files.get(region);
    if (known) return known;
    const files = new RequestFiles(join(this.#folder, region));
    await files.open();
    this.#files.set(region, files);
    return files;
  }
}
