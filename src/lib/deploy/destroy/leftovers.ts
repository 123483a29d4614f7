import { userError } from '../../../core/errors.js';
import { loadTemplate } from '../../../core/stack/load.js';
import { attempt } from '../../aws/explain.js';
import { Kms } from '../../aws/kms.js';
import { Logs } from '../../aws/logs.js';
import { Secrets } from '../../aws/secrets.js';
import type { DeployRegion } from '../target/open-target.js';
import type { DoomedResource } from './fate.js';

/** What a stack leaves behind, and can be removed for good. */
export interface Leftover {
  logicalId: string;
  type: string;
  /** Name, ARN or key id. */
  physicalId: string;
}

/** How each type is removed, and found by the name that a template gives it. */
interface Kind {
  /** Property with the name; a type without is found in its stack alone. */
  name?: string;
  /** The physical id of what bears this name, or is it; undefined when there is none. */
  find(region: DeployRegion, id: string): Promise<string | undefined>;
  remove(region: DeployRegion, physicalId: string): Promise<void>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::SecretsManager::Secret': {
    name: 'Name',
    find: ({ aws }, id) => new Secrets(aws).arn(id),
    remove: ({ aws }, id) => new Secrets(aws).remove(id),
  },
  'AWS::Logs::LogGroup': {
    name: 'LogGroupName',
    find: async ({ aws }, id) => ((await new Logs(aws).hasGroup(id)) ? id : undefined),
    remove: ({ aws }, id) => new Logs(aws).removeGroup(id),
  },
  'AWS::KMS::Key': {
    find: async ({ aws }, id) =>
      (await new Kms(aws).describe(id)).state === 'PendingDeletion' ? undefined : id,
    remove: ({ aws }, id) => new Kms(aws).scheduleDeletion(id),
  },
};

const STAGES: readonly string[] = ['dev'];

/** Data of a stage with passengers is not ours to remove. Throws DESTROY_RETAINED_STAGE. */
export function refuseRetained(stage: string): void {
  if (!STAGES.includes(stage)) throw userError('DESTROY_RETAINED_STAGE', { stage });
}

/**
 * What a stack would leave behind, or has left: its own retained secrets, log groups and keys, and whatever bears a name
 * that the project's template gives to a retained secret or log group, unless it is another stack's. Those names keep the
 * stack from being made again.
 * @param retained of the stack; empty when it is gone
 * @param template absolute path of the project's template
 */
export async function leftoversOf(
  region: DeployRegion,
  retained: readonly DoomedResource[],
  template: string,
): Promise<Leftover[]> {
  const named = [...retained.filter(({ type }) => type in KINDS), ...namedIn(region, template)];
  const next = commandOf(region);
  const found = new Map<string, Leftover>();
  for (const { logicalId, type, physicalId } of named) {
    const { find } = KINDS[type] as Kind;
    const id = await attempt({ region: region.name, next }, () => find(region, physicalId));
    if (id === undefined || found.has(id)) continue;
    const owner = await attempt({ region: region.name, next }, () => region.stacks.ownerOf(id));
    if (owner === undefined || owner === region.settings.stackName)
      found.set(id, { logicalId, type, physicalId: id });
  }
  return [...found.values()];
}

/** Removes what `leftoversOf` listed. What is gone already is no failure. */
export async function removeLeftovers(region: DeployRegion, leftovers: readonly Leftover[]): Promise<void> {
  const next = commandOf(region);
  const state = 'What was listed before it is gone.';
  // keys last: what is encrypted under them goes first
  const rank = ({ type }: Leftover): number => Object.keys(KINDS).indexOf(type);
  for (const { type, physicalId } of [...leftovers].sort((a, b) => rank(a) - rank(b)))
    await attempt({ region: region.name, next, state }, async () => KINDS[type]?.remove(region, physicalId));
}

/** Retained resources of the project's template by their names, those that a template gives names to. */
function namedIn({ settings, account }: DeployRegion, file: string): Leftover[] {
  const { region, stackName, parameters, stage } = settings;
  const offered = { Stage: stage };
  const read = loadTemplate({ file, region, accountId: account, stackName, parameters, offered });
  const policies = (read.template?.Resources ?? {}) as Record<string, { DeletionPolicy?: string }>;
  return (read.stack?.resources ?? []).flatMap(({ logicalId, type, properties }) => {
    const property = KINDS[type]?.name;
    const name = property === undefined ? undefined : properties[property];
    if (typeof name !== 'string' || !policies[logicalId]?.DeletionPolicy?.startsWith('Retain')) return [];
    return [{ logicalId, type, physicalId: name }];
  });
}

function commandOf({ settings, name }: DeployRegion): string {
  return `arcube destroy --retained --stage ${settings.stage} --region ${name}`;
}
