import { join } from 'node:path';
import type { MovableClock } from '../src/core/clock.js';
import type { Ids } from '../src/core/ids.js';
import { Secret } from '../src/core/secret.js';
import type { EventBus } from './kernel/events.js';
import type { FaultTable } from './kernel/faults.js';
import { createMongo, type Mongo } from './mongo/index.js';
import type { Settings } from './settings.js';
import { StoryStore } from './story/index.js';
import { dataRegions, keptRegions } from './tenant-regions.js';
import { createVendors, type Vendors } from './vendors/index.js';

/** What the rooms that keep data are made of. */
export interface DataContext {
  settings: Settings;
  /** Folder of kept state; undefined keeps everything in memory. */
  stateDir: string | undefined;
  clock: MovableClock;
  ids: Ids;
  events: EventBus;
}

/** Every region that has, or had, data of tenants. */
export function regionsOf({ settings: { region, tenantsDir, dataRegions: further }, stateDir }: DataContext) {
  return dataRegions(region, tenantsDir, [...further, ...keptRegions(stateDir)]);
}

/** Where functions that were made over the wire are kept, and bundles and V8's code cache. */
export function foldersOf({ settings, stateDir }: DataContext): { stateDir?: string; cacheDir?: string } {
  return stateDir === undefined ? {} : { stateDir, cacheDir: join(settings.home, 'cache') };
}

/** The clusters, one for each data region. */
export function mongoOf(context: DataContext, regions: readonly string[], faults: FaultTable): Mongo {
  const { settings, stateDir, clock, ids, events } = context;
  return createMongo({
    faults,
    mode: settings.mongo,
    regions,
    host: '127.0.0.1',
    port: settings.ports.mongo,
    ...(stateDir !== undefined && { stateDir: join(stateDir, 'mongo') }),
    ...(settings.databaseUsers && { auth: databaseLogins(ids) }),
    clock,
    ids,
    events,
  });
}

/** New passwords for the users of the embedded databases. */
function databaseLogins(ids: Ids) {
  const login = (user: string) => ({ user, password: new Secret(ids.hex(24)) });
  return { root: login('root'), functions: login('platform') };
}

/** The suppliers' sandboxes. */
export function vendorsOf({ settings, stateDir, clock, ids, events }: DataContext): Vendors {
  return createVendors({
    host: '127.0.0.1',
    port: 0,
    clock,
    ids,
    events,
    ...(settings.seed !== undefined && { seed: settings.seed }),
    ...(stateDir !== undefined && { file: join(stateDir, 'vendors.jsonl') }),
  });
}

/** What is kept of requests, in their tenants' regions; nothing where the emulator keeps nothing. */
export function storiesOf(
  { settings, stateDir, events }: DataContext,
  of: ((tenant: string) => string | undefined) | undefined,
): StoryStore | undefined {
  if (stateDir === undefined) return undefined;
  const regions = of && { regions: { home: settings.region, of } };
  return new StoryStore({ folder: join(settings.home, 'logs'), events, ...regions });
}
