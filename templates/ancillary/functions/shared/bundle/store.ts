import type { Db } from 'mongodb';
import { everyDatabase } from '../database/clusters.js';
import { collection } from '../database/collections.js';
import type { BundleItem, PricingBundle } from '../database/documents.js';
import { BUNDLE_KEPT, BUNDLE_LIFE } from '../decisions.js';
import type { PricedOffer } from '../offers/recommend.js';
import { sealBundle } from './seal.js';

/** Whose bundle, of which trip, in which currency. */
type BundleOf = Pick<PricingBundle, 'tenant' | 'correlationId' | 'trip' | 'currency'>;

/** Stores what was offered under a correlation id; offers made anew under it take the place of the former. */
export async function storeBundle(db: Db, of: BundleOf, offers: PricedOffer[]): Promise<void> {
  const items = offers.map(({ offer, vendor, product, price, cost, serviceAt, serviceUntil }) => ({
    id: offer.id,
    category: offer.category,
    vendor,
    product,
    cost,
    ...price,
    ...(serviceAt !== undefined && { serviceAt: new Date(serviceAt) }),
    ...(serviceUntil !== undefined && { serviceUntil: new Date(serviceUntil) }),
  }));
  await storeItems(db, of, items);
}

/** As `storeBundle`, for items that have their prices already. */
export async function storeItems(
  db: Db,
  { tenant, correlationId, trip, currency }: BundleOf,
  items: BundleItem[],
): Promise<void> {
  const now = Date.now();
  const expiresAt = new Date(now + BUNDLE_LIFE * 1000);
  const sealed = { tenant, correlationId, trip, currency, items, expiresAt };
  const bundles = await collection(db, 'pricing_bundles');
  await bundles.replaceOne(
    { _id: bundleId(tenant, correlationId) },
    {
      ...sealed,
      createdAt: new Date(now),
      removeAt: new Date(expiresAt.getTime() + BUNDLE_KEPT * 1000),
      seal: await sealBundle(sealed),
      used: [],
    },
    { upsert: true },
  );
}

/** The tenant's bundle of this correlation id, expired or not. */
export async function readBundle(
  db: Db,
  tenant: string,
  correlationId: string,
): Promise<PricingBundle | undefined> {
  const bundles = await collection(db, 'pricing_bundles');
  return (await bundles.findOne({ _id: bundleId(tenant, correlationId) })) ?? undefined;
}

/** The newest bundle of a trip. */
export async function latestBundle(
  db: Db,
  tenant: string,
  trips: string[],
): Promise<PricingBundle | undefined> {
  const bundles = await collection(db, 'pricing_bundles');
  const found = bundles
    .find({ tenant, trip: { $in: trips } })
    .sort({ createdAt: -1 })
    .limit(1);
  return (await found.next()) ?? undefined;
}

/** True when another tenant has a bundle of this correlation id; looked up in every region, only on the way to a refusal. */
export async function isForeignBundle(tenant: string, correlationId: string): Promise<boolean> {
  for (const db of await everyDatabase()) {
    const bundles = await collection(db, 'pricing_bundles');
    const found = await bundles.findOne({ correlationId }, { projection: { tenant: 1 } });
    if (found && found.tenant !== tenant) return true;
  }
  return false;
}

/** The `_id` of a bundle. */
export function bundleId(tenant: string, correlationId: string): string {
  return `${tenant}/${correlationId}`;
}
