import type { Clock } from '../../src/core/clock.js';
import type { DevSecrets } from '../../src/core/config/dev-secrets.js';
import { keepReadings } from '../../src/core/config/many-tenants.js';
import type { TenantConfig } from '../../src/core/config/tenant.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { Ids } from '../../src/core/ids.js';
import { Secret } from '../../src/core/secret.js';
import { secretNamesByKind, tenantSecretsPrefix } from '../../src/core/stack/holds.js';
import type { StackModel } from '../../src/core/stack/model.js';
import type { EventBus } from '../kernel/events.js';
import type { MongoClusters } from '../kernel/mongo.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { ensureKeys } from './keys.js';
import { References } from './references.js';
import { guardRegion } from './region-guard.js';
import { DATABASE, type StoredTenant, TenantRegistry } from './registry.js';
import type { SecretsStore } from './secrets-store.js';
import { type FolderReading, TenantFolder } from './tenant-folder.js';
import {
  credentialsOf,
  ensureTenantSecrets,
  hasSecrets,
  type TenantCredentials,
  type TenantSecretsContext,
  withdrawTenantSecrets,
} from './tenant-secrets.js';
import { FolderWatcher } from './watcher.js';

export interface PlatformOptions {
  stack: StackModel;
  /** Folder of the tenants' YAML files. */
  tenantsDir: string;
  clusters: MongoClusters;
  /** Name of the platform's database in every cluster; `arcube` when left out. */
  database?: string;
  /** Keeps the keys and secrets, too: what it has when the platform starts stays in force. */
  secrets: SecretsStore;
  ids: Ids;
  clock: Clock;
  events: EventBus;
  /** Address and credentials of each vendor's API; without them orders wait to be booked by hand. */
  vendors?: { accounts(): Record<string, { url: string; id: string; secret: Secret }> };
  /** Services to wait for besides. */
  after?: readonly string[];
  /** Where tenants' senders count as verified. */
  mail?: { verify(identity: string): unknown };
  /** The project's own secrets, read anew each time. */
  devSecrets: () => DevSecrets;
  /** Take up edits of tenants while running. */
  watch: boolean;
}

/**
 * The part of the emulator that knows the ancillary platform: it makes the signing keys and tenant secrets, and puts
 * tenants into the database. Starts after `mongo`; it is left out for stacks that are not the platform.
 */
export interface Platform extends Service {
  /** One entry per tenant, in the order of their file names. Valid once started. */
  credentials(): TenantCredentials[];
  /** Data region of a tenant. */
  regionOf(tenant: string): string | undefined;
  /** Reads the files now and writes tenants and secrets anew: after the databases were emptied, say. */
  refresh(): Promise<void>;
}

/** Makes the service; nothing happens before `start`. */
export function createPlatform(options: PlatformOptions): Platform {
  return new AncillaryPlatform(options);
}

/** Tenants whose secrets are made at once; those of further ones are made when they are asked for. */
const AT_ONCE = 100;
/** How often, in ms, it is looked whether a secret that a file refers to has another value. */
const FOLLOW_MS = 2_000;

class AncillaryPlatform implements Platform {
  readonly name = 'platform';
  readonly needs: readonly string[];
  readonly #options: PlatformOptions;
  readonly #folder: TenantFolder;
  readonly #prefix: string;
  readonly #references: References;
  #context: TenantSecretsContext | undefined;
  #following: NodeJS.Timeout | undefined;
  #registry: TenantRegistry | undefined;
  #unprovide: (() => void) | undefined;
  #watcher: FolderWatcher | undefined;
  /** Made when they are asked for; undefined when tenants have changed since. */
  #credentials: TenantCredentials[] | undefined;
  /** Tenants as they were last taken up. */
  #known: ReadonlyMap<string, TenantConfig> = new Map();
  #status: ServiceHealth['status'] = 'stopped';
  /** Folder readings are taken up one after the other. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: PlatformOptions) {
    this.#options = options;
    this.needs = ['mongo', ...(options.vendors ? ['vendors'] : []), ...(options.after ?? [])];
    this.#folder = new TenantFolder(options.tenantsDir);
    this.#prefix = tenantSecretsPrefix(options.stack);
    this.#references = new References(options.secrets, this.#prefix);
  }

  async start(signal: AbortSignal): Promise<void> {
    this.#status = 'starting';
    this.#unprovide = this.#options.secrets.provide((name) => this.#provide(name));
    try {
      if (this.#options.watch) {
        this.#watcher = new FolderWatcher(this.#options.tenantsDir, () => void this.#reload());
        await this.#watcher.start(); // first, so that an edit made from now on is not missed
      }
      await this.#seed();
      signal.throwIfAborted();
      this.#following = setInterval(() => this.#follow(), FOLLOW_MS).unref();
      this.#status = 'ok';
    } catch (error) {
      await this.stop();
      this.#status = 'failed';
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#status = 'stopped';
    this.#unprovide?.();
    clearInterval(this.#following);
    await this.#watcher?.stop();
    this.#watcher = undefined;
    await this.#queue.catch(() => undefined);
    keepReadings();
    const registry = this.#registry;
    this.#registry = undefined;
    await registry?.close();
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { tenants: this.#known.size } };
  }

  get #database(): string {
    return this.#options.database ?? DATABASE;
  }

  credentials(): TenantCredentials[] {
    const context = this.#context;
    if (!context) return [];
    this.#credentials ??= [...this.#known.values()].flatMap((tenant) => credentialsOf(tenant, context) ?? []);
    return [...this.#credentials];
  }

  regionOf(tenant: string): string | undefined {
    return this.#known.get(tenant)?.dataRegion;
  }

  async refresh(): Promise<void> {
    await this.#inTurn(() => this.#takeUp());
  }

  async #seed(): Promise<void> {
    const { stack, secrets, ids, clock, clusters, events, vendors } = this.#options;
    const all = clusters.clusters();
    const [home] = all;
    if (!home) throw new Error('the platform was started before any cluster');
    this.#registry = new TenantRegistry(home.uri, this.#database);
    const names = secretNamesByKind(stack);
    await ensureKeys(secrets, names, ids, clock);
    if (names.databases) {
      const own = all.map(({ region, uri, functionsUri }) => ({ region, uri: functionsUri ?? uri }));
      const value = { database: this.#database, clusters: own };
      await secrets.put(names.databases, new Secret(JSON.stringify(value)));
    }
    if (names['database-admin'] && home.functionsUri !== undefined) {
      const uris = Object.fromEntries(all.map(({ region, uri }) => [region, uri]));
      await secrets.put(names['database-admin'], new Secret(JSON.stringify({ clusters: uris })));
    }
    if (names.vendors && vendors) await secrets.put(names.vendors, connections(vendors.accounts()));
    // the regions were found in these very files a moment ago
    const { diagnostics } = await this.#inTurn(() => this.#takeUp({ asFound: true }));
    for (const diagnostic of diagnostics) events.emit('diagnostic', diagnostic);
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(run, run);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Reads the folder and makes secrets and database agree with it. `changed` has the ids of tenants. */
  async #takeUp(how: { asFound?: boolean } = {}): Promise<{ changed: string[]; diagnostics: Diagnostic[] }> {
    const { clusters, devSecrets } = this.#options;
    const regions = clusters.clusters().map(({ region }) => region);
    const [reading, stored] = [
      await this.#folder.read(regions, how),
      (await this.#registry?.stored()) ?? new Map(),
    ];
    const diagnostics = [...reading.diagnostics, ...(await this.#guardRegions(reading, stored))];
    const context = await this.#secretsContext();
    await this.#references.import(devSecrets());
    for (const [id, before] of this.#known)
      await withdrawTenantSecrets(before, reading.tenants.get(id), context);
    this.#known = reading.tenants;
    for (const { emailSender } of reading.tenants.values())
      if (emailSender) this.#options.mail?.verify(emailSender.address.replace(/^.*@/, ''));
    this.#credentials = undefined;
    // All at once: the secrets store writes them to disk together.
    await Promise.all(
      [...reading.tenants.values()]
        .filter((tenant, index) => index < AT_ONCE || hasSecrets(tenant, context))
        .map((tenant) => ensureTenantSecrets(tenant, context)),
    );
    this.#references.take(reading.tenants.values());
    const kept = keptWhileBroken(reading, stored.keys());
    const changed = (await this.#registry?.sync(reading.tenants.values(), stored, kept)) ?? [];
    return { changed, diagnostics };
  }

  async #secretsContext(): Promise<TenantSecretsContext> {
    this.#context ??= await this.#makeContext();
    return this.#context;
  }

  async #makeContext(): Promise<TenantSecretsContext> {
    const { secrets, ids } = this.#options;
    const name = `${this.#prefix}seed`;
    if (!secrets.has(name)) await secrets.put(name, new Secret(ids.bytes(32).toString('base64url')));
    const seed = Buffer.from(secrets.get(name)?.reveal() ?? '', 'base64url');
    return { secrets, prefix: this.#prefix, seed };
  }

  /** Makes the secrets of the tenant that one of them is asked for of. */
  async #provide(name: string): Promise<void> {
    if (!name.startsWith(this.#prefix)) return;
    const [kind, id] = name.slice(this.#prefix.length).split('/');
    const tenant = kind === 'clients' ? this.#ofClient(id ?? '') : this.#known.get(id ?? '');
    if (tenant) await ensureTenantSecrets(tenant, await this.#secretsContext());
  }

  #ofClient(client: string): TenantConfig | undefined {
    for (const tenant of this.#known.values())
      if (tenant.clients.some(({ id }) => id === client)) return tenant;
    return undefined;
  }

  /** Takes back edits of data regions that the data cannot follow. */
  async #guardRegions(
    { tenants }: FolderReading,
    stored: ReadonlyMap<string, StoredTenant>,
  ): Promise<Diagnostic[]> {
    const found: Diagnostic[] = [];
    for (const [id, wanted] of tenants) {
      const before = stored.get(id);
      if (before === undefined || before.dataRegion === wanted.dataRegion) continue;
      const place = { clusters: this.#options.clusters, database: this.#database };
      const { tenant, diagnostic } = await guardRegion(wanted, before, place);
      tenants.set(id, tenant);
      if (diagnostic) found.push(diagnostic);
    }
    return found;
  }

  /** A secret that a file refers to may be rotated by whoever may: its new value is taken up. */
  #follow(): void {
    keepReadings();
    if (this.#references.haveChanged()) void this.#inTurn(() => this.#takeUp()).catch(() => undefined);
  }

  async #reload(): Promise<void> {
    const { events } = this.#options;
    const startedAt = performance.now();
    const { changed, diagnostics } = await this.#inTurn(() => this.#takeUp());
    const ok = diagnostics.every(({ severity }) => severity !== 'error');
    const names = changed.length > 0 ? changed : ok ? [] : ['tenants'];
    const durationMs = performance.now() - startedAt;
    for (const name of names) events.emit('reload', { what: 'tenant', name, ok, durationMs, diagnostics });
  }
}

/** While a file is broken, a tenant that only the database knows may be the one it declared in an earlier run. */
function keptWhileBroken({ broken, tenants }: FolderReading, stored: Iterable<string>): ReadonlySet<string> {
  return new Set(broken.size === 0 ? [] : [...stored].filter((id) => !tenants.has(id)));
}

function connections(accounts: Record<string, { url: string; id: string; secret: Secret }>): Secret {
  const open = Object.entries(accounts).map(([name, { url, id, secret }]) => [
    name,
    { url, id, secret: secret.reveal() },
  ]);
  return new Secret(JSON.stringify(Object.fromEntries(open)));
}
