import type { AwsEndpointOptions } from './endpoint.js';
import type { Services } from './joined-services.js';
import { observe } from './observe.js';
import type { AwsOptions } from './options.js';
import { AlarmClock, Watch } from './services/cloudwatch/watch.js';
import { Archive } from './services/logs/archive.js';
import { resumeSchedules } from './services/secretsmanager/schedules.js';
import { GLOBAL, type StateBook } from './state/state-book.js';
import type { Worlds } from './worlds.js';

/** What goes on by itself while the endpoint listens: alarms, schedules, deployments, and notes of what the stack does. */
export function lifeOf(
  { events, gateways, accountId, region }: AwsOptions,
  worlds: Worlds,
  { cloudFormation, codeDeploy }: Services,
): Required<Pick<AwsEndpointOptions, 'prepare' | 'finish'>> {
  const { buckets, rotations, vault } = worlds;
  const alarms = new AlarmClock(worlds.watch);
  let unobserve: (() => void) | undefined;
  return {
    prepare: async () => {
      if (events)
        unobserve = observe(events, {
          home: { accountId, region },
          watch: (account, where) => new Watch(worlds.watch, account, where),
          archive: (account, where) => new Archive(worlds.logs, account, where),
          stacks: () => gateways?.().map((gateway) => gateway.stack()) ?? [],
        });
      alarms.start();
      resumeSchedules(worlds.secrets);
      await worlds.apiGateway.book.save(accountId, region);
      await Promise.all([worlds.kms.book.save(accountId, region), worlds.iam.book.save(accountId, GLOBAL)]);
      await buckets.sweep();
      await Promise.all(buckets.all().map((bucket) => buckets.save(bucket)));
      await vault.save();
    },
    finish: async () => {
      unobserve?.();
      unobserve = undefined;
      await cloudFormation.engine.stop();
      await codeDeploy.runs.stop();
      await Promise.all([rotations.stop(), alarms.stop(), saveAll(worlds.logs.book)]);
    },
  };
}

async function saveAll<T>(book: StateBook<T>): Promise<void> {
  await Promise.all(book.known().map(({ accountId, region }) => book.save(accountId, region)));
}
