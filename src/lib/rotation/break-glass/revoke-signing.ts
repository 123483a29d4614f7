import { Kms } from '../../aws/kms.js';
import type { AwsRegion } from '../../aws/region.js';
import { readBack } from '../../aws/retry.js';
import { Secrets } from '../../aws/secrets.js';
import { type StepContext, StillAccepted } from '../kind.js';
import { signing } from '../kinds/signing.js';
import type { SigningKey } from '../kinds/signing-key.js';
import { jwkSigner, probeToken, showToken } from '../live-api.js';
import { editSecret, parseDocument } from '../secret-edit.js';
import type { Target } from '../target.js';

interface KeySet {
  keys: SigningKey[];
}

/** The private half of a key, by region, as long as any labelled version has it: to prove its refusal with. */
export async function keepForProof(target: Target, kid: string): Promise<Map<string, SigningKey>> {
  const name = target.secretNames['signing-keys'] ?? '';
  const kept = new Map<string, SigningKey>();
  for (const region of target.regions)
    for (const stage of ['AWSCURRENT', 'AWSPREVIOUS', 'AWSPENDING'] as const) {
      const version = await new Secrets(region).read(name, { stage });
      const found = version && parseDocument<KeySet>(version.value, name).keys.find((key) => key.kid === kid);
      if (found) kept.set(region.name, found);
    }
  return kept;
}

/** True when new tokens are signed with the key somewhere: another one has to take its place first. */
export async function isSigning(target: Target, kid: string): Promise<boolean> {
  const name = target.secretNames['signing-keys'] ?? '';
  for (const region of target.regions) {
    const current = await new Secrets(region).read(name, { stage: 'AWSCURRENT' });
    if (current && parseDocument<KeySet>(current.value, name).keys[0]?.kid === kid) return true;
  }
  return false;
}

/** Makes another key, has it verified everywhere, and signs with it: without the waits, for the key must go now. */
export async function replace(contexts: readonly StepContext[]): Promise<void> {
  for (const step of ['create', 'publish', 'promote'] as const)
    for (const context of contexts) await signing[step](context);
}

/** Takes the key out of a region's key set. */
export async function withdraw(context: StepContext, kid: string): Promise<void> {
  const name = context.target.secretNames['verification-keys'] ?? '';
  await editSecret<KeySet>(context, new Secrets(context.region), name, 'revoke-now', ({ keys, ...rest }) => {
    const left = keys.filter((key) => key.kid !== kid);
    return left.length === keys.length ? undefined : { ...rest, keys: left };
  });
}

/** Shows new tokens of the key until one is refused. Throws a StillAccepted. */
export async function proveRefused(target: Target, region: AwsRegion, key: SigningKey): Promise<string> {
  const { kms } = key;
  const signer = kms === undefined ? jwkSigner(key) : (text: Buffer) => new Kms(region).sign(kms, text);
  let last = '';
  const refused = await readBack(async () => {
    const { status } = await showToken(
      target,
      region.name,
      await probeToken(target, region.name, key.kid, signer),
    );
    last = `GET /auth/whoami in ${region.name} answered ${status}`;
    return status === 401;
  });
  if (!refused) throw new StillAccepted(last);
  return last;
}
