import type { Db } from 'mongodb';
import { collection } from '../shared/database/collections.js';
import type { OrderDocument, TripDocument } from '../shared/database/documents.js';
import { deliver, isPassing } from '../shared/email/deliver.js';
import { leadOf } from '../shared/email/plan.js';
import { renderMail } from '../shared/email/render.js';
import { isFulfilled } from '../shared/orders/states.js';
import type { Tenant } from '../shared/tenant.js';

/** Seconds after which a confirmation that is being sent is taken for one whose sender died. */
const LEASE = 120;
const TRIES = 5;

/** Sends an order's confirmation, once. False when there is nothing to send. */
export async function sendConfirmation(db: Db, tenant: Tenant, orderId: string): Promise<boolean> {
  const orders = await collection(db, 'orders');
  const own = { _id: orderId, tenant: tenant.id };
  const order = await orders.findOne(own);
  const waiting = order?.confirmation;
  if (!order || !waiting || !isOpen(waiting)) return false;
  const claim = { state: 'SENDING' as const, attempts: waiting.attempts + 1, at: new Date() };
  const { matchedCount } = await orders.updateOne(
    { ...own, 'confirmation.state': waiting.state, 'confirmation.attempts': waiting.attempts },
    { $set: { confirmation: claim } },
  );
  if (matchedCount === 0) return false;
  const outcome = await attempt(db, tenant, order, claim.attempts);
  await orders.updateOne(own, { $set: { confirmation: { ...claim, ...outcome } } });
  return outcome.state === 'SENT';
}

function isOpen({ state, at }: NonNullable<OrderDocument['confirmation']>): boolean {
  return state === 'DUE' || (state === 'SENDING' && at.getTime() + LEASE * 1000 <= Date.now());
}

async function attempt(
  db: Db,
  tenant: Tenant,
  order: OrderDocument,
  tries: number,
): Promise<Partial<NonNullable<OrderDocument['confirmation']>>> {
  try {
    const trip = (await (await collection(db, 'trips')).findOne({ _id: order.trip })) ?? undefined;
    const to = addressOf(order, trip);
    const ordered = order.items.filter(({ state }) => state === 'CONFIRMED' || isFulfilled(state));
    if (!to || ordered.length === 0)
      return { state: 'SKIPPED', reason: to ? 'NOTHING_PLACED' : 'NO_ADDRESS' };
    const name = trip && leadOf(trip)?.firstName;
    const mail = renderMail({
      tenant,
      touchpoint: 'confirmation',
      locale: trip?.locale ?? tenant.locales[0] ?? 'en',
      currency: order.currency,
      pnr: order.pnr ?? trip?.pnr ?? '',
      destination: '',
      ...(name && { name }),
      offers: [],
      ordered: ordered.map(({ category, quantity, price, vendorReference }) => ({
        category,
        quantity,
        price,
        ...(vendorReference && { reference: vendorReference }),
      })),
    });
    const messageId = await deliver(tenant, { ...mail, to, touchpoint: 'confirmation', key: order._id });
    return { state: 'SENT', messageId };
  } catch (error) {
    const { name = 'Error', message } = error as Partial<Error>;
    console.error(JSON.stringify({ level: 'error', tenant: tenant.id, order: order._id, name, message }));
    return { state: isPassing(error) && tries < TRIES ? 'DUE' : 'FAILED', reason: name };
  }
}

/** Who ordered, else who leads the trip. */
function addressOf({ customer }: OrderDocument, trip: TripDocument | undefined): string | undefined {
  const { email, Email, EmailAddress } = customer ?? {};
  const own = [email, Email, EmailAddress].find(
    (value): value is string => typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value),
  );
  return own ?? (trip && leadOf(trip)?.email);
}
