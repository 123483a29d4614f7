import { createHash } from 'node:crypto';
import { Secret } from '../../core/secret.js';
import { readBack } from '../aws/retry.js';
import type { Secrets, SecretVersion } from '../aws/secrets.js';
import { ChangedByHand, NotSeen, type StepContext } from './kind.js';

/** Where the memory keeps the version of a secret that this rotation left current. */
export function versionKey(region: string, name: string): string {
  return `version:${region}:${name}`;
}

/** The same for the same step on the same ground, so that a request sent twice makes one version. 32 to 64 characters. */
export function requestToken(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 40);
}

/**
 * The current version of a secret, if it is as this rotation left it.
 * @param allowed ids of versions that this very step may have made current before it was interrupted
 */
export async function currentVersion(
  { memory, acceptChanges }: StepContext,
  secrets: Secrets,
  name: string,
  allowed: readonly string[] = [],
): Promise<SecretVersion> {
  const current = await secrets.read(name, { stage: 'AWSCURRENT' });
  if (!current) throw new NotSeen(name, secrets.region);
  const key = versionKey(secrets.region, name);
  const expected = memory.get(key);
  const known =
    expected === undefined || expected === current.versionId || allowed.includes(current.versionId);
  if (!known && !acceptChanges)
    throw new ChangedByHand({ name, region: secrets.region, expected, found: current.versionId });
  memory.set(key, current.versionId);
  return current;
}

/**
 * Gives a secret a new current version made from its present one, and reads it back. `change` answers undefined when
 * there is nothing to change: the step was done before. Returns whether something was changed.
 */
export async function editSecret<T extends object>(
  context: StepContext,
  secrets: Secrets,
  name: string,
  step: string,
  change: (document: T) => T | undefined,
): Promise<boolean> {
  const { memory, rotation } = context;
  const key = versionKey(secrets.region, name);
  const base = memory.get(key) ?? '';
  const mine = requestToken(rotation, step, name, secrets.region, base);
  const current = await currentVersion(context, secrets, name, [mine]);
  const changed = change(parseDocument<T>(current.value, name));
  if (changed === undefined) return false;
  const token = requestToken(rotation, step, name, secrets.region, current.versionId);
  await secrets.put(name, token, new Secret(JSON.stringify(changed)), 'AWSCURRENT');
  const seen = await readBack(async () => (await secrets.stages(name))?.AWSCURRENT === token);
  if (!seen) throw new NotSeen(name, secrets.region);
  memory.set(key, token);
  return true;
}

/** The JSON of a secret. Its text never gets into the message of an error. */
export function parseDocument<T extends object>(value: Secret, name: string): T {
  try {
    const parsed: unknown = JSON.parse(value.reveal());
    if (typeof parsed === 'object' && parsed !== null) return parsed as T;
  } catch {
    // falls through: what JSON.parse says would quote the text
  }
  throw new Error(`the secret ${name} is no JSON object`);
}
