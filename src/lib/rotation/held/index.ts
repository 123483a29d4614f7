import type { KindName } from '../phases.js';
import type { Target } from '../target.js';
import type { HeldKey } from './held-key.js';

/** Finds the keys of a kind, whatever their state, as far as the target's choices go. */
export const HELD: Readonly<Record<KindName, (target: Target) => Promise<HeldKey[]>>> = {
  signing: async (target) => (await import('./signing.js')).signingKeys(target),
  client: async (target) => (await import('./tenants.js')).tenantKeys(target, 'client'),
  edge: async (target) => (await import('./tenants.js')).tenantKeys(target, 'edge'),
  'api-key': async (target) => (await import('./gateway.js')).gatewayKeys(target),
  database: async (target) => (await import('./database.js')).databaseUsers(target),
  env: async (target) => (await import('./environment.js')).environmentKeys(target),
};
