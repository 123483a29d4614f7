import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import type { Secret } from '../../src/core/secret.js';
import type { StackModel } from '../../src/core/stack/model.js';
import type { EventBus } from '../kernel/events.js';
import type { MongoClusters } from '../kernel/mongo.js';
import type { Service } from '../kernel/service.js';

/** Where the platform's secrets are put for the functions to read: the emulator's Secrets Manager. */
export interface SecretsStore {
  /** Creates the secret `name` or replaces its current version. */
  put(name: string, value: Secret): void | Promise<void>;
}

export interface PlatformOptions {
  stack: StackModel;
  /** Folder of the tenants' YAML files. */
  tenantsDir: string;
  /** Folder the keys are kept in between runs; nothing is kept when left out. */
  stateDir?: string;
  clusters: MongoClusters;
  secrets: SecretsStore;
  ids: Ids;
  clock: Clock;
  events: EventBus;
  /** Take up edits of tenants while running. */
  watch: boolean;
}

/** Credentials of one tenant, as `SandboxCredentials` of the emulator's options. */
export interface TenantCredentials {
  tenant: string;
  region: string;
  clientId: string;
  clientSecret: Secret;
  edgeSecret: Secret;
}

/**
 * The part of the emulator that knows the ancillary platform: it keeps the signing keys and tenant secrets, and puts
 * tenants into the databases. Starts after `mongo`; it is left out for stacks that are not the platform.
 */
export interface Platform extends Service {
  /** One entry per tenant, in the order of their file names. Valid once started. */
  credentials(): TenantCredentials[];
  /** Writes tenants and secrets anew, after the databases have been emptied. */
  reset(): Promise<void>;
}

/** Makes the service; nothing happens before `start`. */
export function createPlatform(options: PlatformOptions): Platform {
  return {
    name: 'platform',
    needs: ['mongo'],
    start: () => Promise.reject(new Error(`cannot seed from ${options.tenantsDir} yet`)),
    stop: () => Promise.resolve(),
    health: () => ({ status: 'stopped' }),
    credentials: () => [],
    reset: () => Promise.resolve(),
  };
}
