import type { Binary } from 'mongodb';
import type { Category, Vendor } from '../offers/types.js';
import type { Tenant } from '../tenant.js';
import type { Trip } from '../trip/types.js';

/** A tenant, in the home region. `_id` is its id. */
export type TenantDocument = Omit<Tenant, 'id'> & { _id: string };

/** A tenant's data on its way from one region to another. */
export interface TenantMove {
  id: string;
  from: string;
  to: string;
  /** True while nothing may be written. */
  hold: boolean;
  startedAt: Date;
}

/** Calls of a tenant in one minute, and in each of its seconds. `_id` is `tenant:minute`. */
export interface RateWindow {
  _id: string;
  calls: number;
  seconds: Record<string, number>;
  /** Calls of each twentieth of a second, up to the one of this number since the epoch. */
  ring: number[];
  slot: number;
  removeAt: Date;
}

/** A trip in the tenant's data region. `_id` is `tenant/pnr:…` or `tenant/session:…`. */
export interface TripDocument extends Trip {
  /** Its touchpoint e-mails, sent and to come, and when the next is due. */
  mails?: PlannedMail[];
  nextMailAt?: Date;
  _id: string;
  tenant: string;
  /** Grows with each write, so that two writers cannot overwrite each other unseen. */
  version: number;
  correlationId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** An e-mail of a trip at a touchpoint. */
export interface PlannedMail {
  touchpoint: 'pre-departure' | 'post-landing' | 'return';
  /** When it is to be sent. */
  at: Date;
  state: 'DUE' | 'SENDING' | 'SENT' | 'SKIPPED' | 'FAILED';
  attempts: number;
  /** Who sends it is taken for dead after this. */
  leaseUntil?: Date;
  sentAt?: Date;
  messageId?: string;
  reason?: string;
}

/** A priced offer of a bundle. Amounts are minor units of the bundle's currency; `cost` is the vendor's US cents. */
export interface BundleItem {
  id: string;
  category: Category;
  vendor: Vendor;
  product: string;
  cost: number;
  partner: number;
  arcube: number;
  total: number;
  /** When the service begins and is over, where it has a moment. */
  serviceAt?: Date;
  serviceUntil?: Date;
}

/** What was offered at which prices. `_id` is `tenant/correlationId`. */
export interface PricingBundle {
  _id: string;
  tenant: string;
  correlationId: string;
  trip: string;
  currency: string;
  items: BundleItem[];
  createdAt: Date;
  expiresAt: Date;
  removeAt: Date;
  /** Proves that nobody has changed a price since. */
  seal: { kid: string; mac: string };
  /** Items that have been ordered, with the order that did. */
  used: { id: string; order: string }[];
}

/** What became of a call with an idempotency key. `_id` is `tenant|route|key`. */
export interface IdempotencyDocument {
  _id: string;
  payloadHash: string;
  /** `FAILED`: ended by a fault of ours, and may be run again. */
  state: 'RUNNING' | 'DONE' | 'REFUSED' | 'FAILED';
  /** Who runs it. */
  owner: string;
  /** The runner is taken for dead after this. */
  leaseUntil: Date;
  answer?: { status: number; body: string; requestId?: string };
  removeAt: Date;
}

export type ItemState =
  | 'PENDING'
  | 'CONFIRMED'
  | 'COMPLETED'
  | 'DELIVERED'
  | 'CANCELLED'
  | 'FAILED'
  | 'REFUNDED'
  | 'REFUND_MANUAL_REVIEW'
  | 'CANCELLATION_INITIATED';

/** How much comes back, by hours before the service; the first rule that fits counts. */
export interface RefundRule {
  hoursBefore: number;
  percent: number;
}

/** When an item may be given back. */
export interface CancellationPolicy {
  refundable: boolean;
  rules: RefundRule[];
  /** True for what cannot be given back once it has been used, such as an eSIM. */
  untilActivated: boolean;
}

/** An ordered item. Amounts are minor units of the order's currency, for one unit. */
export interface OrderItem {
  itemId: string;
  /** The offer's id. */
  id: string;
  category: Category;
  vendor: Vendor;
  product: string;
  quantity: number;
  price: number;
  arcube: number;
  partner: number;
  state: ItemState;
  reason?: string;
  /** What the vendor asked for one unit when it was offered, in US cents: it refuses to be booked for less. */
  cost?: number;
  /** The vendor's own name of the booking. */
  vendorReference?: string;
  /** The vendor was not heard: it may have booked what counts as not ordered. The recovery asks it. */
  inDoubt?: boolean;
  /** What is to be given back for a cancellation that has begun. */
  refundDue?: number;
  /** When the service begins, where it has a moment. */
  serviceAt?: Date;
  /** When it is looked at next: its service is over then, or its vendor is asked whether it is in use. */
  dueAt?: Date;
  policy: CancellationPolicy;
  /** When the vendor took it: from then on its price is due to vendor, platform and tenant. */
  bookedAt?: Date;
  /** What was given back, in all. */
  refunded?: number;
  activated?: boolean;
  /** The order waits for its payment: no money of it is in the ledger. */
  unpaid?: boolean;
  metadata?: Record<string, unknown>;
}

/** A payment that the airline has taken itself. */
export interface ExternalPayment {
  provider: string;
  referenceId: string;
  status: 'CONFIRMED' | 'PENDING' | 'FAILED' | 'CANCELLED' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
  amount: number;
  currency: string;
  paidAt: string;
  paymentMethod?: string;
  cardType?: string;
  cardLastFour?: string;
  rawPayload?: unknown;
}

/** One change of an order: who, what, when. */
export interface OrderEvent {
  at: Date;
  event: string;
  itemId?: string;
  from?: ItemState;
  to?: ItemState;
  reason?: string;
  correlationId: string;
}

/** An order in the tenant's data region. `_id` is its transaction id. */
export interface OrderDocument {
  _id: string;
  tenant: string;
  channel: 'API' | 'WIDGET' | 'NDC';
  trip: string;
  pnr?: string;
  bundle: string;
  correlationId: string;
  clientId?: string;
  /** `PLACING` while its items are being booked, `PENDING` while it waits for its payment. */
  status: 'PLACING' | 'SUCCESS' | 'PARTIAL-SUCCESS' | 'FAILED' | 'PENDING' | 'CANCELLED';
  /** Until when it waits, or has waited, for its payment. */
  holdUntil?: Date;
  currency: string;
  items: OrderItem[];
  /** What was paid for items that could not be placed. */
  refund: number;
  payment?: ExternalPayment;
  customer?: Record<string, unknown>;
  passengers?: Record<string, unknown>[];
  /** The confirmation by e-mail, for tenants that send any. `at` is when it came into this state. */
  confirmation?: Pick<PlannedMail, 'state' | 'at' | 'attempts' | 'messageId' | 'reason'>;
  history: OrderEvent[];
  createdAt: Date;
  updatedAt: Date;
}

/** Whose money an amount is: `open` is nobody's yet, `review` waits for people to decide. */
export type LedgerAccount =
  | 'passenger'
  | 'open'
  | `vendor:${string}`
  | 'platform'
  | 'tenant'
  | 'refund'
  | 'review';

/** One side of an entry, in minor units: positive is due to the account, negative from it. */
export interface LedgerLine {
  account: LedgerAccount;
  amount: number;
}

/** An entry of the sales ledger; its lines add up to zero. Written with the change it tells of, and never changed. */
export interface LedgerEntry {
  _id: string;
  tenant: string;
  order: string;
  itemId?: string;
  at: Date;
  event: string;
  currency: string;
  lines: LedgerLine[];
}

/** The data key that a tenant's personal fields are sealed with in this region, itself wrapped. `_id` is the tenant. */
export interface DataKeyDocument {
  _id: string;
  /** Hexadecimal; sealed values name it. */
  kid: string;
  region: string;
  wrapped: Binary;
  createdAt: Date;
}

/**
 * The key that a booking's personal fields are sealed with, wrapped by the tenant's data key. `_id` is the booking as its
 * trip's `_id` is stored, hashed. Backups leave this collection out: with the key every copy of the booking is gone.
 */
export interface BookingKeyDocument {
  _id: string;
  tenant: string;
  /** Hexadecimal; sealed values name it. */
  kid: string;
  wrapped: Binary;
  createdAt: Date;
}

/** A nonce or one-time token that has been used. `_id` is `tenant|kind|value`. */
export interface UsedNonce {
  _id: string;
  removeAt: Date;
}

/** A shopping or priced session of the NDC-like API. `_id` is `tenant/session id`; its prices are in a bundle of that id. */
export interface NdcSession {
  _id: string;
  tenant: string;
  kind: 'SHOPPING' | 'PRICED';
  pointOfSale: string;
  /** Ids and types of the passengers; empty when the search named none. */
  passengers: string[];
  /** Flights that were searched for; empty when the search named none. */
  journey: string[];
  /** Public ids of what was offered, and the bundle's items behind them. */
  offers: {
    offerItemId: string;
    offerId: string;
    serviceRef: string;
    item: string;
    quantity?: number;
    name: string;
  }[];
  inputs?: { ServiceDefinitionRef: string; Input: Record<string, unknown> }[];
  removeAt: Date;
}

/** An endpoint that the API has registered. `_id` is its id. */
export interface WebhookDocument {
  _id: string;
  tenant: string;
  url: string;
  /** Event names; `order.*` stands for all of a kind. */
  events: string[];
  /** Signs the deliveries; shown to the tenant once. */
  secret: string;
  createdAt: Date;
}

/** What registrations of one tenant's endpoints at once have in common, so that one waits for the other. `_id` is the tenant. */
export interface WebhookRegistrations {
  _id: string;
  tenant: string;
  /** How many there have been. */
  count: number;
}

/** One event on its way to one endpoint. */
export interface DeliveryDocument {
  _id: string;
  tenant: string;
  /** Id of the endpoint. */
  webhook: string;
  event: string;
  correlationId: string;
  /** The body, as it is signed and sent. */
  payload: string;
  state: 'PENDING' | 'DELIVERED' | 'FAILED';
  attempts: { at: Date; status?: number; error?: string }[];
  createdAt: Date;
  removeAt: Date;
}

/** How a vendor has kept its word, as of `at`: counts that have faded since they were made. `_id` is the vendor. */
export interface VendorOutcomes {
  _id: Vendor;
  kept: number;
  broken: number;
  at: Date;
}

/** Collections by name. */
export interface Documents {
  tenants: TenantDocument;
  rate_windows: RateWindow;
  trips: TripDocument;
  pricing_bundles: PricingBundle;
  idempotency_keys: IdempotencyDocument;
  orders: OrderDocument;
  ledger: LedgerEntry;
  used_nonces: UsedNonce;
  ndc_sessions: NdcSession;
  webhooks: WebhookDocument;
  webhook_registrations: WebhookRegistrations;
  webhook_deliveries: DeliveryDocument;
  vendor_outcomes: VendorOutcomes;
}
