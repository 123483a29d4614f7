import type { Category, Vendor } from '../offers/types.js';
import type { Tenant } from '../tenant.js';
import type { Trip } from '../trip/types.js';

/** A tenant, in the home region. `_id` is its id. */
export type TenantDocument = Omit<Tenant, 'id'> & { _id: string };

/** Calls of a tenant in one minute, and in each of its seconds. `_id` is `tenant:minute`. */
export interface RateWindow {
  _id: string;
  calls: number;
  seconds: Record<string, number>;
  removeAt: Date;
}

/** A trip in the tenant's data region. `_id` is `tenant/pnr:…` or `tenant/session:…`. */
export interface TripDocument extends Trip {
  _id: string;
  tenant: string;
  /** Grows with each write, so that two writers cannot overwrite each other unseen. */
  version: number;
  correlationId: string;
  createdAt: Date;
  updatedAt: Date;
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
  state: 'RUNNING' | 'DONE';
  /** Who runs it. */
  owner: string;
  /** The runner is taken for dead after this. */
  leaseUntil: Date;
  answer?: { status: number; body: string };
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

/** An ordered item. Amounts are minor units of the order's currency. */
export interface OrderItem {
  id: string;
  category: Category;
  vendor: Vendor;
  product: string;
  price: number;
  arcube: number;
  partner: number;
  state: ItemState;
  reason?: string;
  metadata?: Record<string, unknown>;
}

/** An order in the tenant's data region. `_id` is its transaction id. */
export interface OrderDocument {
  _id: string;
  tenant: string;
  trip: string;
  pnr?: string;
  bundle: string;
  correlationId: string;
  clientId?: string;
  status: 'SUCCESS' | 'PARTIAL-SUCCESS';
  currency: string;
  items: OrderItem[];
  /** What was paid for items that could not be placed. */
  refund: number;
  createdAt: Date;
}

/** Collections by name. */
export interface Documents {
  tenants: TenantDocument;
  rate_windows: RateWindow;
  trips: TripDocument;
  pricing_bundles: PricingBundle;
  idempotency_keys: IdempotencyDocument;
  orders: OrderDocument;
}
