import { userError } from '../../core/errors.js';
import { Secret } from '../../core/secret.js';
import { readBack } from '../aws/retry.js';
import { Secrets, type SecretVersion } from '../aws/secrets.js';
import { NotSeen, type StepContext } from './kind.js';
import { parseDocument, requestToken } from './secret-edit.js';
import { regionOf } from './target.js';

/** A pending version says which rotation it belongs to; readers of the secret do not look at that. */
export interface PendingDocument {
  rotation?: string;
}

/** The version of this rotation that waits to become current; undefined when there is none of its own. */
export async function ownPending(
  { rotation }: StepContext,
  secrets: Secrets,
  name: string,
): Promise<SecretVersion | undefined> {
  const pending = await secrets.read(name, { stage: 'AWSPENDING' });
  if (!pending) return undefined;
  return parseDocument<PendingDocument>(pending.value, name).rotation === rotation ? pending : undefined;
}

/** The same, from the first region that has one: a value is made once and copied to the other regions. */
export async function pendingAnywhere(
  context: StepContext,
  name: string,
): Promise<SecretVersion | undefined> {
  for (const region of context.subject.regions) {
    const found = await ownPending(context, new Secrets(regionOf(context.target, region)), name);
    if (found) return found;
  }
  return undefined;
}

/** Puts a version of this rotation's beside the current one, and reads it back. */
export async function putPending<T extends object>(
  { rotation }: StepContext,
  secrets: Secrets,
  name: string,
  document: T,
): Promise<void> {
  const value = new Secret(JSON.stringify({ ...document, rotation }));
  const token = requestToken(rotation, 'create', name, secrets.region);
  await secrets.put(name, token, value, 'AWSPENDING');
  const seen = await readBack(async () => (await secrets.stages(name))?.AWSPENDING === token);
  if (!seen) throw new NotSeen(name, secrets.region);
}

/** Takes the label off, wherever it is; the version itself is AWS's to remove. */
export async function dropLabel(
  secrets: Secrets,
  name: string,
  stage: 'AWSPENDING' | 'AWSPREVIOUS',
): Promise<void> {
  const from = (await secrets.stages(name))?.[stage];
  if (from !== undefined) await secrets.label(name, stage, { from });
}

/**
 * Refuses to go on where a pending version lies that is not this rotation's: it may be another one's, under way.
 * With `--discard-pending` its label is taken off. Throws ROTATION_PENDING_LEFT.
 */
export async function refuseForeignPending(
  context: StepContext,
  secrets: Secrets,
  name: string,
): Promise<void> {
  const stages = await secrets.stages(name);
  const pending = stages?.AWSPENDING;
  // Secrets Manager leaves the label on the current version when its own rotation has ended
  if (pending === undefined || pending === stages?.AWSCURRENT) return;
  const version = await secrets.read(name, { stage: 'AWSPENDING' });
  const owner = version && ownerOf(version, name);
  if (owner === context.rotation) return;
  if (context.target.choices.discardPending) return dropLabel(secrets, name, 'AWSPENDING');
  throw userError('ROTATION_PENDING_LEFT', {
    name,
    region: secrets.region,
    version: pending,
    since: new Date(version?.createdAt ?? 0).toISOString(),
    by: owner ? `Rotation ${owner} made it.` : 'No rotation of arcube’s made it.',
    next: `arcube rotate-keys --resume ${context.rotation} --discard-pending`,
  });
}

function ownerOf(version: SecretVersion, name: string): string | undefined {
  try {
    return parseDocument<PendingDocument>(version.value, name).rotation;
  } catch {
    return undefined;
  }
}
