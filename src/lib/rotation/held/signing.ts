import type { AwsRegion } from '../../aws/region.js';
import { Secrets, type Stage } from '../../aws/secrets.js';
import { parseDocument } from '../secret-edit.js';
import type { Target } from '../target.js';
import type { HeldKey } from './held-key.js';

interface RegionKeys {
  region: string;
  signer: string | undefined;
  pending: string[];
  accepted: string[];
}

/** Keys that tokens are verified with, and which of them signs. */
export async function signingKeys(target: Target): Promise<HeldKey[]> {
  const found = await Promise.all(target.regions.map((region) => keysOf(target, region)));
  const signers = new Set(found.map(({ signer }) => signer));
  const pending = new Set(found.flatMap((one) => one.pending));
  const stateOf = (kid: string, signer: string | undefined): HeldKey['state'] => {
    if (kid === signer) return 'current';
    return pending.has(kid) ? 'published' : 'retiring';
  };
  return found.flatMap(({ region, signer, accepted }) =>
    accepted
      .filter((kid) => kid === signer || !signers.has(kid)) // a key of KMS signs in one region, and is verified in all
      .map((keyId) => ({ kind: 'signing', region, keyId, state: stateOf(keyId, signer) }) as const),
  );
}

async function keysOf({ secretNames }: Target, region: AwsRegion): Promise<RegionKeys> {
  const secrets = new Secrets(region);
  const kids = async (name: string | undefined, stage: Stage): Promise<string[]> => {
    const version = name === undefined ? undefined : await secrets.read(name, { stage });
    if (name === undefined || !version) return [];
    return parseDocument<{ keys: { kid?: string }[] }>(version.value, name).keys.map(
      ({ kid = 'unnamed' }) => kid,
    );
  };
  const [signer] = await kids(secretNames['signing-keys'], 'AWSCURRENT');
  const pending = await kids(secretNames['signing-keys'], 'AWSPENDING');
  return {
    region: region.name,
    signer,
    pending,
    accepted: await kids(secretNames['verification-keys'], 'AWSCURRENT'),
  };
}
