import { ApiError, invalid } from '../shared/api/errors.js';
import { refuseForeignTenant, type TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { readBundle } from '../shared/bundle/store.js';
import { collection } from '../shared/database/collections.js';
import type {
  ExternalPayment,
  OrderDocument,
  OrderItem,
  PricingBundle,
} from '../shared/database/documents.js';
import { onceFor } from '../shared/idempotency.js';
import { toMajor, toMinor } from '../shared/money/currency.js';
import { bundleOfSession } from '../shared/orders/bundle-of-session.js';
import { isExpired, orderPaid, orderUnpaid } from '../shared/orders/held.js';
import { itemOf } from '../shared/orders/items.js';
import { placeOrder } from '../shared/orders/place.js';
import { sellsIn } from '../shared/tenant.js';
import { refuseForeignTrip } from '../shared/tokens/bound-trip.js';
import { findTrip, tripIds } from '../shared/trip/store.js';
import { vendorDirectory } from '../shared/vendors/directory.js';
import { MissingExternalPsp } from './refusal.js';

interface WidgetOrder {
  selectedAncillaries: { id: string; quantity?: number; [field: string]: unknown }[];
  tenant?: string;
  pnr: string;
  requestedCurrency: string;
  customer: Record<string, unknown>;
  passengers?: Record<string, unknown>[];
  externalPSP: ExternalPayment;
}

/** `POST /transactions/widget-order-create`: records and books what the passenger has paid to the airline. */
export async function createWidgetOrder(call: TenantCall): Promise<Answer> {
  const order = readOrder(call);
  refuseForeignTenant(order.tenant, call.tenant);
  refuseForeignTrip(call.caller, {
    pnr: order.pnr,
    ...(call.caller.sessionId && { sessionId: call.caller.sessionId }),
  });
  const { externalPSP: payment, requestedCurrency: currency } = order;
  if (!sellsIn(call.tenant, currency))
    throw invalid([{ field: 'requestedCurrency', reason: 'UNSUPPORTED_CURRENCY' }]);
  if (payment.status !== 'CONFIRMED' && payment.status !== 'PENDING') throw unpaid(payment.status);
  // The payment names the order as well as any key of the caller's: it is never spent twice.
  return (
    (await paidSince(call, order)) ??
    onceFor(call, `psp:${payment.provider}:${payment.referenceId}`, (id) =>
      place(call, order, `trx_${id.slice(0, 24)}`),
    )
  );
}

function readOrder(call: TenantCall): WidgetOrder {
  const body = call.body();
  try {
    return checked<WidgetOrder>('WidgetOrderRequest', body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const payment = error.details.filter(({ field }) => /^externalPSP\b/.test(field));
    throw payment.length > 0 ? new MissingExternalPsp(payment) : error;
  }
}

/** An order that waited for this very payment goes on: the widget sends it again once it has been paid. */
async function paidSince(call: TenantCall, order: WidgetOrder): Promise<Answer | undefined> {
  const { externalPSP: payment, requestedCurrency: currency } = order;
  if (payment.status !== 'CONFIRMED') return undefined;
  const { db, tenant, correlationId } = call;
  const { provider, referenceId } = payment;
  const held = await (await collection(db, 'orders')).findOne({
    tenant: tenant.id,
    'payment.provider': provider,
    'payment.referenceId': referenceId,
    holdUntil: { $exists: true },
  });
  if (!held) return undefined;
  refuseOtherOrder(held, order);
  refuseShortPayment(held.items, payment, currency);
  if (isExpired(held, Date.now())) await orderUnpaid(db, held, { correlationId, reason: 'PAYMENT_EXPIRED' });
  const paid =
    held.status === 'PENDING' ? await orderPaid(db, held, { correlationId, payment }, vendorDirectory) : held;
  if (paid.status !== 'CANCELLED') return { status: 200, body: answer(paid, order.pnr) };
  throw new ApiError(
    'CONFLICT',
    'The order was cancelled before it was paid: the payment is to be given back.',
    [{ field: 'externalPSP.referenceId', reason: 'ORDER_CANCELLED' }],
  );
}

function refuseOtherOrder(
  held: OrderDocument,
  { pnr, selectedAncillaries, requestedCurrency }: WidgetOrder,
): void {
  const listOf = (items: { id: string; quantity?: number }[]): string =>
    items
      .map(({ id, quantity = 1 }) => `${quantity} ${id}`)
      .sort()
      .join();
  const isSame =
    held.pnr === pnr.toUpperCase() &&
    held.currency === requestedCurrency &&
    listOf(held.items) === listOf(selectedAncillaries);
  if (!isSame)
    throw new ApiError('CONFLICT', 'The payment belongs to another order.', [
      { field: 'externalPSP.referenceId', reason: 'PAYLOAD_MISMATCH' },
    ]);
}

async function place(call: TenantCall, order: WidgetOrder, transactionId: string): Promise<Answer> {
  const { externalPSP: payment, requestedCurrency: currency, customer, passengers } = order;
  const bundle = await bundleOf(call, order.pnr);
  const items = order.selectedAncillaries.map((selected, index) =>
    itemFor(selected, index, bundle, currency),
  );
  refuseShortPayment(items, payment, currency);
  const placed = await placeOrder(
    call,
    {
      channel: 'WIDGET',
      transactionId,
      bundle,
      currency,
      items,
      payment,
      customer,
      ...(passengers && { passengers }),
      hold: payment.status === 'PENDING',
    },
    vendorDirectory,
  );
  return { status: 200, body: answer(placed, order.pnr) };
}

/** The bundle of the correlation id that the widget carries; else the newest of the PNR. */
async function bundleOf(call: TenantCall, pnr: string): Promise<PricingBundle> {
  const carried = await readBundle(call.db, call.tenant.id, call.correlationId);
  const bundle = await bundleOfSession(call, carried ? call.correlationId : pnr);
  const trip = await findTrip(call.db, call.tenant.id, { pnr });
  const names = tripIds(call.tenant.id, { pnr, ...(trip?.sessionId && { sessionId: trip.sessionId }) });
  if (names.includes(bundle.trip)) return bundle;
  throw new ApiError('PERMISSION_DENIED', 'The offers belong to another trip.', [
    { field: 'pnr', reason: 'FOREIGN_TRIP' },
  ]);
}

function itemFor(
  { id, quantity = 1, ...rest }: WidgetOrder['selectedAncillaries'][number],
  index: number,
  bundle: PricingBundle,
  currency: string,
): OrderItem {
  const offered = bundle.items.find((item) => item.id === id);
  if (offered)
    return itemOf(offered, bundle, currency, { itemId: `itm_${index + 1}`, quantity, metadata: rest });
  throw new ApiError('UNPROCESSABLE_ENTITY', 'An item was not offered to this trip.', [
    { field: `selectedAncillaries[${index}].id`, reason: 'NOT_IN_BUNDLE' },
  ]);
}

/** The airline may have taken more (the flight itself), but never less than the items cost. */
function refuseShortPayment(items: OrderItem[], payment: ExternalPayment, currency: string): void {
  const total = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  if (payment.currency !== currency)
    throw new MissingExternalPsp([{ field: 'externalPSP.currency', reason: 'MIXED_CURRENCY' }]);
  if ((toMinor(payment.amount, currency) ?? 0) >= total) return;
  throw new ApiError('UNPROCESSABLE_ENTITY', 'The payment does not cover the items.', [
    { field: 'externalPSP.amount', reason: 'OUT_OF_RANGE' },
  ]);
}

function unpaid(status: string): ApiError {
  return new ApiError('UNPROCESSABLE_ENTITY', `Nothing can be ordered on a payment that is ${status}.`, [
    { field: 'externalPSP.status', reason: 'NOT_PAID' },
  ]);
}

/** What became of the order, and what people are told of it: the airline holds the money of what could not be had. */
function outcome({ status, items }: OrderDocument): { status: string; message: string } {
  if (status === 'PENDING') return { status: 'pending', message: 'The order waits for its payment.' };
  const lost = items.filter(({ state }) => state === 'FAILED' || state === 'REFUND_MANUAL_REVIEW').length;
  if (lost === 0) return { status: 'confirmed', message: 'The order is placed.' };
  const message = `${lost} of ${items.length} items could not be ordered: what was paid for them is to be given back.`;
  return { status: status === 'FAILED' ? 'failed' : 'confirmed', message };
}

function answer(order: OrderDocument, pnr: string): object {
  const { status, message } = outcome(order);
  return {
    success: true,
    transactionId: order._id,
    pnr,
    status,
    paymentRequired: false,
    transactionItems: order.items.map((item) => ({
      itemId: item.itemId,
      id: item.id,
      category: item.category,
      vendor: item.vendor,
      quantity: item.quantity,
      unitPrice: toMajor(item.price, order.currency),
      totalPrice: toMajor(item.price * item.quantity, order.currency),
      currency: order.currency,
      status: item.state,
    })),
    message,
    timestamp: new Date().toISOString(),
  };
}
