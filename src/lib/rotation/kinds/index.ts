import type { KeyKind } from '../kind.js';
import type { KindName } from '../phases.js';

/** One kind a file; loaded when it is rotated, for each brings its own SDK clients. */
const LOADERS: Record<KindName, () => Promise<KeyKind>> = {
  signing: async () => (await import('./signing.js')).signing,
  client: async () => (await import('./client.js')).client,
  edge: async () => (await import('./edge.js')).edge,
  'api-key': async () => (await import('./api-key.js')).apiKey,
  database: async () => (await import('./database.js')).database,
  env: async () => (await import('./env.js')).env,
};

/** Kinds by their names. */
export type KindSet = Readonly<Partial<Record<KindName, KeyKind>>>;

/** Loads these kinds. */
export async function loadKinds(names: readonly KindName[]): Promise<KindSet> {
  const pairs = await Promise.all(
    [...new Set(names)].map(async (name) => [name, await LOADERS[name]()] as const),
  );
  return Object.fromEntries(pairs);
}
