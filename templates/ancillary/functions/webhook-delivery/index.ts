import { createHmac } from 'node:crypto';
import type { Db } from 'mongodb';
import { everyDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { DeliveryDocument } from '../shared/database/documents.js';
import { WEBHOOK_RETRIES } from '../shared/decisions.js';
import { type Endpoint, endpointOf } from '../shared/webhooks/endpoints.js';
import { post } from './post.js';
import { untilClock } from './until-clock.js';

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

/**
 * Each try asks for the endpoint anew: what was changed or removed meanwhile counts at once. A delivery that was left
 * between two tries goes on where it was.
 */
async function deliver(db: Db, delivery: DeliveryDocument): Promise<void> {
  const deliveries = await collection(db, 'webhook_deliveries');
  const { attempts } = delivery;
  for (let last = attempts.at(-1)?.at; ; ) {
    if (last) await untilClock(last.getTime(), (WEBHOOK_RETRIES[attempts.length - 1] ?? 0) * 1000);
    const endpoint = await endpointOf(db, delivery);
    const closed = !endpoint ? 'the webhook was removed' : !endpoint.enabled && 'the webhook is disabled';
    const result = closed ? { at: new Date(), error: closed } : await tryOnce(endpoint as Endpoint, delivery);
    last = new Date(); // before anybody can read of the try, and move the clock
    const delivered = 'status' in result && result.status >= 200 && result.status < 300;
    const isLast = closed || attempts.length >= WEBHOOK_RETRIES.length;
    const state = delivered ? 'DELIVERED' : isLast ? 'FAILED' : 'PENDING';
    await deliveries.updateOne({ _id: delivery._id }, { $set: { state }, $push: { attempts: result } });
    if (state !== 'PENDING') return;
    attempts.push(result);
  }
}

type Attempt = { at: Date; status: number } | { at: Date; error: string };

async function tryOnce(endpoint: Endpoint, delivery: DeliveryDocument): Promise<Attempt> {
  const at = new Date();
  try {
    const headers = headersOf(delivery, at, await signingSecrets(endpoint));
    return { at, status: await post(endpoint.url, headers, delivery.payload) };
  } catch (error) {
    return { at, error: error instanceof Error ? error.message : String(error) };
  }
}

/** What keeps the platform from a secret is told in its log: the tenant, who reads the attempts, hears that it is so. */
async function signingSecrets(endpoint: Endpoint): Promise<string[]> {
  const secrets = await endpoint.secrets().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    console.error(
      JSON.stringify({ level: 'error', webhook: endpoint._id, message: `no secret: ${message}` }),
    );
    throw new Error('the secret to sign with cannot be read at the moment');
  });
  if (secrets.length === 0) throw new Error('the webhook has no secret to sign with');
  return secrets;
}

/**
 * The signature covers the time, so that a delivery cannot be replayed unseen later. While a secret is being rotated, those
 * of all that are valid stand in a header beside the current one's: whoever knows one of them, old or new, can check.
 */
function headersOf(
  { _id, event, correlationId, payload }: DeliveryDocument,
  at: Date,
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map(
    (secret) => `sha256=${createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex')}`,
  );
  return {
    'X-Webhook-Id': _id,
    'X-Event-Type': event,
    'X-Correlation-Id': correlationId,
    'X-Webhook-Timestamp': timestamp,
    'X-Webhook-Signature': signatures[0] as string,
    ...(signatures.length > 1 && { 'X-Webhook-Signatures': signatures.join(',') }),
  };
}
