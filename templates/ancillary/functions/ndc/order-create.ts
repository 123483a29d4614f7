import { ApiError, type Detail, invalid } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import type { OrderDocument, OrderItem } from '../shared/database/documents.js';
import { onceFor } from '../shared/idempotency.js';
import { toMajor } from '../shared/money/currency.js';
import { itemOf } from '../shared/orders/items.js';
import { placeOrder } from '../shared/orders/place.js';
import { vendorDirectory } from '../shared/vendors/directory.js';
import { minorOf, ndcPrice, readMessage } from './message.js';
import { inputFaults, inputsOf, type ProductInput } from './product-inputs.js';
import { type LiveSession, liveSession } from './sessions.js';

interface OrderCreateRQ {
  PointOfSale?: string;
  Customer: { PrimaryContact: Record<string, unknown> };
  Passengers?: Record<string, unknown>[];
  Query: {
    PricedOfferRef: string | { PricedSessionID: string };
    OfferItems: { OfferItemID: string; Quantity?: number }[];
  };
  Payments: {
    Mode: 'AIRLINE_CAPTURED';
    Currency: string;
    Amount: number;
    decimal: number;
    airlineCaptureRef: string;
  }[];
  ProductInputs?: ProductInput[];
}

/** `OrderCreate`: orders items of a priced session that the airline has been paid for. */
export async function orderCreate(call: TenantCall): Promise<Answer> {
  const { request, answer } = readMessage<OrderCreateRQ>(call, 'OrderCreate');
  const { PricedOfferRef: ref } = request.Query;
  const sessionId = typeof ref === 'string' ? ref : ref.PricedSessionID;
  const create = async (id: string): Promise<Answer> => {
    const live = await liveSession(call, 'PRICED', sessionId, 'Query.PricedOfferRef');
    const items = itemsOf(request, live);
    refuseWrongPayment(request, items, live.bundle.currency);
    const order = await place(call, request, live, items, `ord_${id.slice(0, 24)}`);
    return { status: 200, body: answer(response(call, order, sessionId, id)) };
  };
  return onceFor(call, `ndc:${sessionId}`, create);
}

function itemsOf(
  { PointOfSale, Query, ProductInputs = [] }: OrderCreateRQ,
  { session, bundle }: LiveSession,
): OrderItem[] {
  const faults: Detail[] = inputFaults(ProductInputs, session.offers);
  const inputs = [...(session.inputs ?? []), ...ProductInputs];
  if (PointOfSale !== undefined && PointOfSale !== session.pointOfSale)
    faults.push({ field: 'PointOfSale', reason: 'POINT_OF_SALE_MISMATCH' });
  const items = Query.OfferItems.flatMap(({ OfferItemID, Quantity }, index) => {
    const offered = bundle.items.find(({ id }) => id === OfferItemID);
    const listed = session.offers.find(({ offerItemId }) => offerItemId === OfferItemID);
    const quantity = listed?.quantity ?? 1;
    const at = (field: string, reason: string): void =>
      void faults.push({ field: `Query.OfferItems[${index}].${field}`, reason });
    if (!offered) at('OfferItemID', 'NOT_AVAILABLE');
    else if (Query.OfferItems.findIndex((other) => other.OfferItemID === OfferItemID) < index)
      at('OfferItemID', 'DUPLICATE');
    else if (Quantity !== undefined && Quantity !== quantity) at('Quantity', 'VALUE_MISMATCH');
    else {
      const metadata = inputsOf(inputs, listed?.serviceRef);
      const own = { itemId: `itm_${index + 1}`, quantity, ...(metadata && { metadata }) };
      return [itemOf(offered, bundle, bundle.currency, own)];
    }
    return [];
  });
  if (faults.length > 0) throw invalid(faults);
  return items;
}

/** The payments are to the cent what the items cost. */
function refuseWrongPayment({ Payments }: OrderCreateRQ, items: OrderItem[], currency: string): void {
  const total = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const foreign = Payments.findIndex((payment) => payment.Currency !== currency);
  if (foreign >= 0) throw invalid([{ field: `Payments[${foreign}].Currency`, reason: 'MIXED_CURRENCY' }]);
  const paid = Payments.map(
    ({ Amount, decimal }) => minorOf({ amount: Amount, decimal, currency }) ?? Number.NaN,
  );
  if (paid.reduce((sum, amount) => sum + amount, 0) === total) return;
  throw new ApiError('UNPROCESSABLE_ENTITY', 'The payments differ from the price.', [
    { field: 'Payments', reason: 'VALUE_MISMATCH' },
  ]);
}

function place(
  call: TenantCall,
  { Customer, Passengers, Payments }: OrderCreateRQ,
  { bundle }: LiveSession,
  items: OrderItem[],
  transactionId: string,
): Promise<OrderDocument> {
  const { currency } = bundle;
  const [payment] = Payments as [OrderCreateRQ['Payments'][number]];
  return placeOrder(
    call,
    {
      channel: 'NDC',
      transactionId,
      bundle,
      currency,
      items,
      payment: {
        provider: payment.Mode,
        referenceId: payment.airlineCaptureRef,
        status: 'CONFIRMED',
        amount: toMajor(
          items.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
          currency,
        ),
        currency,
        paidAt: new Date().toISOString(),
        rawPayload: Payments,
      },
      customer: Customer.PrimaryContact,
      ...(Passengers && { passengers: Passengers }),
    },
    vendorDirectory,
  );
}

function response(
  { correlationId }: TenantCall,
  order: OrderDocument,
  sessionId: string,
  id: string,
): object {
  const { currency } = order;
  const total = order.items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  return {
    Order: {
      OrderID: order._id,
      Status: 'PENDING',
      Owner: 'Arcube',
      Items: order.items.map(({ itemId, id: offerItemId, quantity, price }) => ({
        OrderItemID: itemId,
        OfferItemID: offerItemId,
        Quantity: quantity,
        PriceDetail: ndcPrice(price * quantity, currency),
      })),
      PriceSummary: ndcPrice(total, currency),
    },
    Metadata: { CorrelationID: correlationId, PricedSessionID: sessionId, OrderKey: id.slice(0, 32) },
  };
}
