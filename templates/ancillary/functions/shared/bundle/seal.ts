import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PricingBundle } from '../database/documents.js';
import { configured } from '../secrets.js';
import type { KeySet } from '../tokens/keys.js';

/** What the seal covers. */
type Sealed = Pick<PricingBundle, 'tenant' | 'correlationId' | 'trip' | 'currency' | 'items' | 'expiresAt'>;

/** Seals a bundle with the first of the bundle keys. */
export async function sealBundle(bundle: Sealed): Promise<PricingBundle['seal']> {
  const { keys } = await configured<KeySet>('BUNDLE_KEYS_SECRET');
  const [key] = keys;
  if (!key?.k) throw new Error('there is no bundle key');
  return { kid: key.kid, mac: macOf(bundle, key.k) };
}

/** True when nothing has changed in the bundle since it was sealed. */
export async function isIntact(bundle: Sealed & Pick<PricingBundle, 'seal'>): Promise<boolean> {
  const { keys } = await configured<KeySet>('BUNDLE_KEYS_SECRET');
  const key = keys.find(({ kid }) => kid === bundle.seal?.kid);
  if (!key?.k) return false;
  const [expected, found] = [macOf(bundle, key.k), bundle.seal.mac].map((mac) => Buffer.from(mac, 'hex'));
  return (
    expected !== undefined &&
    found !== undefined &&
    expected.length === found.length &&
    timingSafeEqual(expected, found)
  );
}

/** The covered fields in a fixed order: how a database orders the fields of a document does not matter. */
function macOf({ tenant, correlationId, trip, currency, items, expiresAt }: Sealed, key: string): string {
  const rows = items.map((item) => [
    item.id,
    item.category,
    item.vendor,
    item.product,
    item.cost,
    item.partner,
    item.arcube,
    item.total,
    item.serviceAt?.getTime() ?? null,
    ...(item.serviceUntil ? [item.serviceUntil.getTime()] : []),
  ]);
  const text = JSON.stringify([tenant, correlationId, trip, currency, expiresAt.getTime(), rows]);
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest('hex');
}
