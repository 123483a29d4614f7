import { ApiError, type Detail } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { collection } from '../shared/database/collections.js';
import type { ExternalPayment, OrderDocument } from '../shared/database/documents.js';
import { once } from '../shared/idempotency.js';
import { toMinor } from '../shared/money/currency.js';

interface PaymentConfirmation {
  sessionId: string;
  transactionId: string;
  totalAmountPaid: { amount: number; currency: string };
  ancillaryIds: string[];
  paymentStatus: ExternalPayment['status'];
}

/** `POST /v1/order-api/paymentConfirmation`: the earlier edition tells afterwards what was paid for an order. */
export async function confirmPaymentV1(call: TenantCall): Promise<Answer> {
  const payment = checked<PaymentConfirmation>('PaymentConfirmationV1', call.body());
  return once(call, async () => {
    const orders = await collection(call.db, 'orders');
    const order = await orders.findOne({ _id: payment.transactionId, tenant: call.tenant.id });
    if (!order)
      throw new ApiError('NOT_FOUND', 'There is no such order.', [
        { field: 'transactionId', reason: 'NOT_FOUND' },
      ]);
    const faults = paymentFaults(payment, order);
    if (faults.length > 0)
      throw new ApiError('UNPROCESSABLE_ENTITY', 'The payment does not fit the order.', faults);
    const now = new Date();
    const { amount, currency } = payment.totalAmountPaid;
    const record: ExternalPayment = {
      provider: 'v1',
      referenceId: payment.transactionId,
      status: payment.paymentStatus,
      amount,
      currency,
      paidAt: now.toISOString(),
    };
    const trail = {
      at: now,
      event: 'payment.confirmed',
      reason: payment.paymentStatus,
      correlationId: call.correlationId,
    };
    await orders.updateOne(
      { _id: order._id, tenant: call.tenant.id },
      { $set: { payment: record, updatedAt: now }, $push: { history: trail } },
    );
    const { transactionId, paymentStatus } = payment;
    return { status: 200, body: { status: 'SUCCESS', transactionId, paymentStatus } };
  });
}

function paymentFaults(
  { totalAmountPaid, ancillaryIds }: PaymentConfirmation,
  order: OrderDocument,
): Detail[] {
  const paid = order.items.filter(({ id, state }) => state !== 'FAILED' && ancillaryIds.includes(id));
  const total = paid.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const ordered = new Set(order.items.map(({ id }) => id));
  const unknown = ancillaryIds.findIndex((id) => !ordered.has(id));
  if (unknown >= 0) return [{ field: `ancillaryIds[${unknown}]`, reason: 'NOT_IN_ORDER' }];
  if (totalAmountPaid.currency !== order.currency)
    return [{ field: 'totalAmountPaid.currency', reason: 'MIXED_CURRENCY' }];
  if (toMinor(totalAmountPaid.amount, order.currency) === total) return [];
  return [{ field: 'totalAmountPaid.amount', reason: 'VALUE_MISMATCH' }];
}
