import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { everyDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { DeliveryDocument, WebhookDocument } from '../shared/database/documents.js';
import { WEBHOOK_RETRIES } from '../shared/decisions.js';
import { post } from './post.js';

/** Delivers what is written down, each delivery with its tries. Invoked asynchronously. */
export async function handler({ deliveries }: { deliveries: string[] }): Promise<void> {
  const databases = await everyDatabase();
  await Promise.all(databases.map((db) => deliverFrom(db, deliveries)));
}

async function deliverFrom(db: Db, ids: string[]): Promise<void> {
  const found = await (await collection(db, 'webhook_deliveries'))
    .find({ _id: { $in: ids }, state: 'PENDING' })
    .toArray();
  await Promise.all(found.map((delivery) => deliver(db, delivery)));
}

async function deliver(db: Db, delivery: DeliveryDocument): Promise<void> {
  const webhook = await (await collection(db, 'webhooks')).findOne({ _id: delivery.webhook });
  const deliveries = await collection(db, 'webhook_deliveries');
  for (let attempt = 0; ; attempt++) {
    const result = webhook
      ? await tryOnce(webhook, delivery)
      : { at: new Date(), error: 'the webhook was removed' };
    const delivered = 'status' in result && result.status >= 200 && result.status < 300;
    const last = !webhook || attempt >= WEBHOOK_RETRIES.length;
    const state = delivered ? 'DELIVERED' : last ? 'FAILED' : 'PENDING';
    await deliveries.updateOne({ _id: delivery._id }, { $set: { state }, $push: { attempts: result } });
    if (state !== 'PENDING') return;
    await wait((WEBHOOK_RETRIES[attempt] as number) * 1000);
  }
}

/** The signature covers the time, so that a delivery cannot be replayed unseen later. */
async function tryOnce(
  webhook: WebhookDocument,
  { _id, event, correlationId, payload }: DeliveryDocument,
): Promise<{ at: Date; status: number } | { at: Date; error: string }> {
  const at = new Date();
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', webhook.secret).update(`${timestamp}.${payload}`).digest('hex');
  const headers = {
    'X-Webhook-Id': _id,
    'X-Event-Type': event,
    'X-Correlation-Id': correlationId,
    'X-Webhook-Timestamp': timestamp,
    'X-Webhook-Signature': `sha256=${signature}`,
  };
  try {
    return { at, status: await post(webhook.url, headers, payload) };
  } catch (error) {
    return { at, error: error instanceof Error ? error.message : String(error) };
  }
}
