import { randomUUID } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { DeliveryDocument, WebhookDocument } from '../database/documents.js';
import { DELIVERY_KEPT } from '../decisions.js';

/** Something that happened. */
export interface WebhookEvent {
  event: string;
  correlationId: string;
  data: object;
}

let lambda: LambdaClient | undefined;

/**
 * Tells the tenant's endpoints. What happened has happened: a failure here is logged and does not undo it, and the
 * recovery takes up deliveries that were written but not sent.
 */
export async function emit(db: Db, tenant: string, event: WebhookEvent): Promise<void> {
  try {
    const webhooks = await collection(db, 'webhooks');
    const told = (await webhooks.find({ tenant }).toArray()).filter(({ events }) =>
      wants(events, event.event),
    );
    if (told.length > 0)
      await send(
        db,
        told.map((webhook) => deliveryOf(webhook, event)),
      );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(JSON.stringify({ level: 'error', tenant, event: event.event, message }));
  }
}

/** Writes deliveries down and has them sent by a function of their own: nobody waits for an endpoint. */
export async function send(db: Db, deliveries: DeliveryDocument[]): Promise<void> {
  await (await collection(db, 'webhook_deliveries')).insertMany(deliveries);
  await dispatch(deliveries.map(({ _id }) => _id));
}

/** Starts the delivery of what is written down. */
export async function dispatch(deliveries: string[]): Promise<void> {
  lambda ??= new LambdaClient({});
  await lambda.send(
    new InvokeCommand({
      FunctionName: process.env.WEBHOOK_FUNCTION,
      InvocationType: 'Event',
      Payload: JSON.stringify({ deliveries }),
    }),
  );
}

/** A delivery of the event to the endpoint. */
export function deliveryOf(
  webhook: WebhookDocument,
  { event, correlationId, data }: WebhookEvent,
): DeliveryDocument {
  const _id = `whd_${randomUUID()}`;
  const now = new Date();
  const payload = JSON.stringify({ id: _id, event, createdAt: now.toISOString(), correlationId, data });
  const { tenant, _id: id } = webhook;
  const removeAt = new Date(now.getTime() + DELIVERY_KEPT * 1000);
  return {
    _id,
    tenant,
    webhook: id,
    event,
    correlationId,
    payload,
    state: 'PENDING',
    attempts: [],
    createdAt: now,
    removeAt,
  };
}

/** True when one of the patterns covers the event. */
export function wants(patterns: readonly string[], event: string): boolean {
  return patterns.some(
    (pattern) => pattern === event || (pattern.endsWith('.*') && event.startsWith(pattern.slice(0, -1))),
  );
}
