import type { Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { WebhookDocument } from '../database/documents.js';
import { inTransaction } from '../database/transaction.js';
import { WEBHOOKS_MOST } from '../decisions.js';
import type { Tenant } from '../tenant.js';

/**
 * Adds an endpoint; false when the tenant has as many as it may, with those of its file. Counting and adding are one
 * transaction, and what every registration of the tenant writes first keeps two of them from counting the same ones.
 */
export async function addWebhook(
  db: Db,
  { id: tenant, webhooks: declared = [] }: Pick<Tenant, 'id' | 'webhooks'>,
  webhook: WebhookDocument,
): Promise<boolean> {
  const [webhooks, registrations] = await Promise.all([
    collection(db, 'webhooks'),
    collection(db, 'webhook_registrations'),
  ]);
  // Made outside of the transaction: an upsert that loses there fails for good, not for another try.
  await registrations.updateOne({ _id: tenant }, { $setOnInsert: { tenant, count: 0 } }, { upsert: true });
  return inTransaction(db, async (session) => {
    await registrations.updateOne({ _id: tenant }, { $inc: { count: 1 } }, { session });
    const registered = await webhooks.countDocuments({ tenant }, { session });
    if (declared.length + registered >= WEBHOOKS_MOST) return false;
    await webhooks.insertOne(webhook, { session });
    return true;
  });
}
