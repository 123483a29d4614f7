import { readBack } from '../aws/retry.js';
import type { Secrets } from '../aws/secrets.js';
import { NotSeen, type StepContext } from './kind.js';
import { dropLabel, ownPending, type PendingDocument } from './pending.js';
import { currentVersion, parseDocument, versionKey } from './secret-edit.js';

/** Where the memory keeps the version that was current before the rotation. */
export function previousKey(region: string, name: string): string {
  return `previous:${region}:${name}`;
}

/** Makes the rotation's own pending version current. Done before, it only checks that it still is. */
export async function promotePending(context: StepContext, secrets: Secrets, name: string): Promise<void> {
  const { memory } = context;
  const pending = await ownPending(context, secrets, name);
  if (!pending) return expectOwnCurrent(context, secrets, name);
  const current = await currentVersion(context, secrets, name, [pending.versionId]);
  if (current.versionId !== pending.versionId) await makeCurrent(secrets, name, pending.versionId);
  memory.set(versionKey(secrets.region, name), pending.versionId);
  await dropLabel(secrets, name, 'AWSPENDING');
}

/** Makes the version current again that was so before the rotation. */
export async function bringBack(context: StepContext, secrets: Secrets, name: string): Promise<void> {
  const { memory } = context;
  const previous = memory.get(previousKey(secrets.region, name));
  const stages = await secrets.stages(name);
  if (previous === undefined || stages?.AWSCURRENT === previous) return;
  const own = await isOwn(context, secrets, name);
  await currentVersion(context, secrets, name, own === undefined ? [] : [own]);
  await makeCurrent(secrets, name, previous);
  memory.set(versionKey(secrets.region, name), previous);
}

async function makeCurrent(secrets: Secrets, name: string, version: string): Promise<void> {
  const from = (await secrets.stages(name))?.AWSCURRENT;
  if (from !== version)
    await secrets.label(name, 'AWSCURRENT', { to: version, ...(from !== undefined && { from }) });
  const seen = await readBack(async () => (await secrets.stages(name))?.AWSCURRENT === version);
  if (!seen) throw new NotSeen(name, secrets.region);
}

/** A step that comes again after its label was taken off must find its own version current. */
async function expectOwnCurrent(context: StepContext, secrets: Secrets, name: string): Promise<void> {
  const own = await isOwn(context, secrets, name);
  if (own === undefined) throw new NotSeen(name, secrets.region);
  context.memory.set(versionKey(secrets.region, name), own);
}

/** Id of the current version when this rotation made it. */
async function isOwn({ rotation }: StepContext, secrets: Secrets, name: string): Promise<string | undefined> {
  const current = await secrets.read(name, { stage: 'AWSCURRENT' });
  if (!current) return undefined;
  const document = parseDocument<PendingDocument>(current.value, name);
  return document.rotation === rotation ? current.versionId : undefined;
}
