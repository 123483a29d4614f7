import { createECDH } from 'node:crypto';
import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import { Secret } from '../../src/core/secret.js';
import type { SecretsStore } from './secrets-store.js';

interface Jwk {
  kid: string;
  [member: string]: string;
}

type KeyNames = Partial<Record<'signing-keys' | 'verification-keys' | 'bundle-keys', string>>;

/** Makes the platform's keys where there are none; kept ones stay, so that tokens outlive a restart. */
export async function ensureKeys(
  secrets: SecretsStore,
  names: KeyNames,
  ids: Ids,
  clock: Clock,
): Promise<void> {
  const { 'signing-keys': signing, 'verification-keys': verification, 'bundle-keys': bundle } = names;
  const keyId = (): string => `${new Date(clock.now()).toISOString().slice(0, 10)}-${ids.hex(8)}`;
  if (signing && verification && !(secrets.get(signing) && secrets.get(verification))) {
    const key = signingKey(ids, keyId());
    const { d, ...open } = key;
    await Promise.all([
      secrets.put(signing, keySet([key])),
      secrets.put(verification, keySet([open as Jwk])),
    ]);
  }
  if (bundle && !secrets.get(bundle)) {
    const k = ids.bytes(32).toString('base64url');
    await secrets.put(bundle, keySet([{ kty: 'oct', kid: keyId(), alg: 'HS256', use: 'sig', k }]));
  }
}

/** A P-256 key pair as a private JSON Web Key. Made from `ids`, so that a seeded run has the same one again. */
function signingKey(ids: Ids, kid: string): Jwk {
  const curve = createECDH('prime256v1');
  for (;;) {
    try {
      curve.setPrivateKey(ids.bytes(32));
      break;
    } catch {
      // 32 bytes that are no scalar of the curve: one in four billion; the next will do.
    }
  }
  const point = curve.getPublicKey(); // 04, then x and y
  return {
    kty: 'EC',
    crv: 'P-256',
    kid,
    alg: 'ES256',
    use: 'sig',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: leftPad(curve.getPrivateKey()).toString('base64url'),
  };
}

/** Coordinates and scalars of P-256 are 32 bytes, leading zeros included (RFC 7518, 6.2). */
function leftPad(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(32 - bytes.length), bytes]);
}

function keySet(keys: Jwk[]): Secret {
  return new Secret(JSON.stringify({ keys }));
}
