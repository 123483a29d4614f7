import type { Forgetting, Forgotten } from './control/view.js';
import type { Outbox } from './kernel/mail.js';
import type { Mongo } from './mongo/index.js';
import type { StoryStore } from './story/index.js';

interface Keepers {
  mongo: Mongo;
  /** Takes up the tenants' files. */
  refresh(): Promise<void>;
  stories: StoryStore | undefined;
  outbox: Outbox;
  /** What is kept in memory alone: requests, their stories, cached answers. */
  inMemory(): void;
}

/** Drops what the emulator kept of a tenant or booking in a region: kept requests, the journal's past, memory. */
export async function forget(
  { mongo, refresh, stories, outbox, inMemory }: Keepers,
  { region, tenant, mentions }: Forgetting,
): Promise<Forgotten> {
  await refresh(); // from now on the tenant's requests are kept where its file says
  const requests = (await stories?.forget(region, tenant, mentions)) ?? 0;
  outbox.forget(mentions ?? []);
  inMemory();
  const cluster = mongo.embedded().find((one) => one.region === region);
  await cluster?.forgetPast();
  return { requests, compacted: cluster !== undefined };
}
