import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { configured } from '../secrets.js';

/** A JSON Web Key with what the platform reads of it. A signing key that never leaves KMS has its ARN in place of `d`. */
export type Key = JsonWebKey & { kid: string; alg: string; use?: string; kms?: string };

/** A JSON Web Key Set. */
export interface KeySet {
  keys: Key[];
}

/** A key ready for use: parsing it anew for each token costs fifty times the check of the token. */
export interface ParsedKey {
  kid: string;
  key: KeyObject;
}

const parsed = new WeakMap<KeySet, ParsedKey[]>();

/** The published keys, as they stand in the key set. */
export function verificationKeys(): Promise<KeySet> {
  return configured<KeySet>('VERIFICATION_KEYS_SECRET');
}

/** The key that verifies tokens of this `kid`. */
export async function verificationKey(kid: string): Promise<KeyObject | undefined> {
  const set = await verificationKeys();
  return parse(set, (jwk) => createPublicKey({ key: jwk, format: 'jwk' })).find((key) => key.kid === kid)
    ?.key;
}

/** The key that signs now: the set's first. One in KMS is known by its ARN alone. */
export async function signingKey(): Promise<ParsedKey | { kid: string; kms: string }> {
  const set = await configured<KeySet>('SIGNING_KEYS_SECRET');
  const [first] = set.keys;
  if (!first) throw new Error('there is no signing key');
  if (first.kms !== undefined) return { kid: first.kid, kms: first.kms };
  return parse(set, (jwk) => createPrivateKey({ key: jwk, format: 'jwk' }))[0] as ParsedKey;
}

function parse(set: KeySet, read: (jwk: JsonWebKey) => KeyObject): ParsedKey[] {
  let keys = parsed.get(set);
  if (!keys) {
    keys = set.keys.map((jwk) => ({ kid: jwk.kid, key: read(jwk) }));
    parsed.set(set, keys);
  }
  return keys;
}
