import { ApiError, type Detail } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { collection } from '../shared/database/collections.js';
import type { ExternalPayment, OrderDocument } from '../shared/database/documents.js';
import { toMinor } from '../shared/money/currency.js';
import { isExpired, orderPaid, orderUnpaid } from '../shared/orders/held.js';
import { vendorDirectory } from '../shared/vendors/directory.js';

interface PaymentConfirmation {
  sessionId: string;
  transactionId: string;
  totalAmountPaid: { amount: number; currency: string };
  ancillaryIds: string[];
  paymentStatus: ExternalPayment['status'];
}

/**
 * `POST /order-api/paymentConfirmation`, and the earlier edition's: tells afterwards what became of an order's payment. An
 * order that waits for it is booked, or cancelled; for others it is written down.
 */
export async function confirmPayment(call: TenantCall, edition: 'current' | 'v1'): Promise<Answer> {
  const payment = checked<PaymentConfirmation>('PaymentConfirmation', call.body());
  const order = await findOrder(call, payment.transactionId);
  const settled =
    order.status === 'PENDING' ? await settle(call, order, payment) : await record(call, order, payment);
  const { transactionId, paymentStatus } = payment;
  const answer = { status: 'SUCCESS', transactionId, paymentStatus };
  return { status: 200, body: edition === 'v1' ? answer : { ...answer, order: orderView(settled) } };
}

async function findOrder({ db, tenant }: TenantCall, id: string): Promise<OrderDocument> {
  const orders = await collection(db, 'orders');
  const order = await orders.findOne({ _id: id, tenant: tenant.id });
  if (order) return order;
  throw new ApiError('NOT_FOUND', 'There is no such order.', [
    { field: 'transactionId', reason: 'NOT_FOUND' },
  ]);
}

/** An order that waits: on with it, or off. */
async function settle(
  { db, correlationId }: TenantCall,
  order: OrderDocument,
  confirmation: PaymentConfirmation,
): Promise<OrderDocument> {
  const { paymentStatus } = confirmation;
  if (isExpired(order, Date.now())) {
    await orderUnpaid(db, order, { correlationId, reason: 'PAYMENT_EXPIRED' });
    if (paymentStatus === 'CONFIRMED') throw tooLate();
    return findAgain(db, order);
  }
  if (paymentStatus === 'PENDING') return order;
  const payment = paymentOf(confirmation, order);
  if (paymentStatus !== 'CONFIRMED')
    return orderUnpaid(db, order, { correlationId, payment, reason: `PAYMENT_${paymentStatus}` });
  refuseFaults(confirmation, order, true);
  return orderPaid(db, order, { correlationId, payment }, vendorDirectory);
}

async function findAgain(db: TenantCall['db'], { _id, tenant }: OrderDocument): Promise<OrderDocument> {
  return (await (await collection(db, 'orders')).findOne({ _id, tenant })) as OrderDocument;
}

/** Any other order: what was paid for it is written down. */
async function record(
  { db, correlationId }: TenantCall,
  order: OrderDocument,
  confirmation: PaymentConfirmation,
): Promise<OrderDocument> {
  const { paymentStatus } = confirmation;
  if (order.status === 'CANCELLED' && paymentStatus === 'CONFIRMED') throw tooLate();
  if (order.status !== 'CANCELLED') refuseFaults(confirmation, order, false);
  const payment = paymentOf(confirmation, order);
  const trail = { at: new Date(), event: 'payment.confirmed', reason: paymentStatus, correlationId };
  await (await collection(db, 'orders')).updateOne(
    { _id: order._id, tenant: order.tenant, trip: order.trip },
    { $set: { payment, updatedAt: trail.at }, $push: { history: trail } },
  );
  return order;
}

/** Nothing was ordered for it: the airline gives the money back. */
function tooLate(): ApiError {
  return new ApiError(
    'CONFLICT',
    'The order was cancelled before it was paid: the payment is to be given back.',
    [{ field: 'transactionId', reason: 'ORDER_CANCELLED' }],
  );
}

/** A payment that is known already keeps its names; only what became of it is new. */
function paymentOf(
  { transactionId, totalAmountPaid, paymentStatus: status }: PaymentConfirmation,
  { payment }: OrderDocument,
): ExternalPayment {
  const paidAt = new Date().toISOString();
  const { amount, currency } = totalAmountPaid;
  return payment && payment.provider !== 'v1'
    ? { ...payment, status, paidAt }
    : { provider: 'v1', referenceId: transactionId, status, amount, currency, paidAt };
}

function refuseFaults(payment: PaymentConfirmation, order: OrderDocument, isWhole: boolean): void {
  const faults = paymentFaults(payment, order, isWhole);
  if (faults.length > 0)
    throw new ApiError('UNPROCESSABLE_ENTITY', 'The payment does not fit the order.', faults);
}

/** `isWhole`: the payment has to be for every item. */
function paymentFaults(
  { totalAmountPaid, ancillaryIds }: PaymentConfirmation,
  order: OrderDocument,
  isWhole: boolean,
): Detail[] {
  const open = order.items.filter(({ state }) => state !== 'FAILED');
  const paid = open.filter(({ id }) => ancillaryIds.includes(id));
  const total = paid.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const ordered = new Set(order.items.map(({ id }) => id));
  const unknown = ancillaryIds.findIndex((id) => !ordered.has(id));
  if (unknown >= 0) return [{ field: `ancillaryIds[${unknown}]`, reason: 'NOT_IN_ORDER' }];
  if (isWhole && paid.length < open.length) return [{ field: 'ancillaryIds', reason: 'MISSING' }];
  if (totalAmountPaid.currency !== order.currency)
    return [{ field: 'totalAmountPaid.currency', reason: 'MIXED_CURRENCY' }];
  if (toMinor(totalAmountPaid.amount, order.currency) === total) return [];
  return [{ field: 'totalAmountPaid.amount', reason: 'VALUE_MISMATCH' }];
}

function orderView({ _id, status, items }: OrderDocument): object {
  return {
    transactionId: _id,
    status,
    items: items.map(({ itemId, id, state, reason }) => ({
      itemId,
      id,
      status: state,
      ...(reason && { reason }),
    })),
  };
}
