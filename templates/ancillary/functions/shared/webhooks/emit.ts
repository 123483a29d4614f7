import { createHash } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { ClientSession, Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { DeliveryDocument } from '../database/documents.js';
import { inTransaction } from '../database/transaction.js';
import { DELIVERY_KEPT } from '../decisions.js';
import { type Endpoint, endpointsNow } from './endpoints.js';

/** Something that happened. */
export interface WebhookEvent {
  /** Equal for the same happening, however often it is told: by it an endpoint knows what it has heard before. */
  id: string;
  event: string;
  correlationId: string;
  data: object;
}

let lambda: LambdaClient | undefined;

/** Writes a change, in the session if there is one. False when there was nothing to change. */
type Change = (session?: ClientSession) => Promise<boolean>;

/**
 * Makes a change and writes the deliveries that tell of it in the same transaction: a crash loses both or neither. Then
 * has them sent; what a crash keeps from being sent the recovery takes up. `isWhole`: the change itself needs a
 * transaction. False when there was nothing to change.
 */
export async function changeAndTell(
  db: Db,
  tenant: string,
  events: readonly WebhookEvent[],
  change: Change,
  isWhole = false,
): Promise<boolean> {
  const deliveries = await deliveriesOf(db, tenant, events);
  if (deliveries.length === 0 && !isWhole) return change();
  const outbox = await collection(db, 'webhook_deliveries');
  const isDone = await inTransaction(db, async (session) => {
    if (!(await change(session))) return false;
    if (deliveries.length > 0) await outbox.insertMany(deliveries, { session });
    return true;
  });
  if (isDone && deliveries.length > 0) await dispatchSoon(deliveries);
  return isDone;
}

async function deliveriesOf(
  db: Db,
  tenant: string,
  events: readonly WebhookEvent[],
): Promise<DeliveryDocument[]> {
  if (events.length === 0) return [];
  const endpoints = (await endpointsNow(db, tenant)).filter(({ enabled }) => enabled);
  return events.flatMap((event) =>
    endpoints
      .filter(({ events: patterns }) => wants(patterns, event.event))
      .map((endpoint) => deliveryOf(endpoint, event)),
  );
}

/** What happened has happened: that it cannot be sent now is logged, and does not undo it. */
async function dispatchSoon(deliveries: readonly DeliveryDocument[]): Promise<void> {
  try {
    await dispatch(deliveries.map(({ _id }) => _id));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const ids = deliveries.map(({ _id }) => _id);
    console.error(JSON.stringify({ level: 'error', deliveries: ids, message }));
  }
}

/** Writes a delivery down and has it sent by a function of its own: nobody waits for an endpoint. */
export async function send(db: Db, delivery: DeliveryDocument): Promise<void> {
  await (await collection(db, 'webhook_deliveries')).insertOne(delivery);
  await dispatchSoon([delivery]);
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

/** A delivery of the event to the endpoint; its id is equal for equal ones. */
export function deliveryOf(
  { _id: webhook, tenant }: Pick<Endpoint, '_id' | 'tenant'>,
  { id: eventId, event, correlationId, data }: WebhookEvent,
): DeliveryDocument {
  const _id = `whd_${hash(webhook, eventId)}`;
  const now = new Date();
  const payload = JSON.stringify({
    id: _id,
    eventId,
    event,
    createdAt: now.toISOString(),
    correlationId,
    data,
  });
  const removeAt = new Date(now.getTime() + DELIVERY_KEPT * 1000);
  return {
    _id,
    tenant,
    webhook,
    event,
    correlationId,
    payload,
    state: 'PENDING',
    attempts: [],
    createdAt: now,
    removeAt,
  };
}

/** The id of what happened to these things. */
export function eventId(...what: string[]): string {
  return `evt_${hash(...what)}`;
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}

/** True when one of the patterns covers the event. */
export function wants(patterns: readonly string[], event: string): boolean {
  return patterns.some(
    (pattern) => pattern === event || (pattern.endsWith('.*') && event.startsWith(pattern.slice(0, -1))),
  );
}
