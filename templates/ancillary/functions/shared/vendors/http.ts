import {
  type BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  isBrokenCircuitError,
  retry,
  wrap,
} from 'cockatiel';
import type { Vendor } from '../offers/types.js';

/** The platform's account with a vendor, as Secrets Manager has it. */
export interface VendorConnection {
  url: string;
  id: string;
  secret: string;
}

/** A call to a vendor. */
export interface VendorRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the vendor's base, with its query. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: Record<string, unknown>;
  /** Sent as a form instead. */
  form?: Record<string, string>;
}

/** A vendor's answer: JSON for certain, whatever its status. */
export interface VendorAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** The vendor could not be heard, or not be understood: trying again may help. */
export class VendorTrouble extends Error {
  override readonly name = 'VendorTrouble';
}

/** Milliseconds for one answer. */
const PATIENCE = 3_000;
/** Tries after the first. */
const RETRIES = 3;
/** Troubles in a row after which a vendor is left alone, and for how many milliseconds. */
const BREAK_AFTER = 8;
const BREAK_FOR = 5_000;

const policies = new Map<Vendor, IPolicy>();

/** Calls a vendor: with a time limit, again with jitter while it is in trouble, and not at all while its circuit is open. */
export function callVendor(
  vendor: Vendor,
  connection: VendorConnection,
  request: VendorRequest,
): Promise<VendorAnswer> {
  return policyOf(vendor).execute(() => ask(connection, request));
}

/** True for the two ways in which a vendor is out of reach. */
export function isOutOfReach(error: unknown): error is VendorTrouble | BrokenCircuitError {
  return error instanceof VendorTrouble || isBrokenCircuitError(error as Error);
}

function policyOf(vendor: Vendor): IPolicy {
  let policy = policies.get(vendor);
  if (!policy) {
    const trouble = handleWhen((error) => error instanceof VendorTrouble);
    const backoff = new ExponentialBackoff({ initialDelay: 50, maxDelay: 1_000 }); // its jitter is decorrelated
    const breaker = circuitBreaker(trouble, {
      halfOpenAfter: BREAK_FOR,
      breaker: new ConsecutiveBreaker(BREAK_AFTER),
    });
    policy = wrap(retry(trouble, { maxAttempts: RETRIES, backoff }), breaker);
    policies.set(vendor, policy);
  }
  return policy;
}

async function ask(
  { url }: VendorConnection,
  { method, path, headers, body, form }: VendorRequest,
): Promise<VendorAnswer> {
  const content = form ? new URLSearchParams(form) : body && JSON.stringify(body);
  try {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual', // a vendor that moves tells us beforehand; one that is taken over does not
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        accept: 'application/json',
        ...(body && !form && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    });
    const text = await response.text();
    if (response.status >= 500 || (response.status >= 300 && response.status < 400))
      throw new VendorTrouble(`answered ${response.status}`);
    return { status: response.status, body: objectOf(text) };
  } catch (error) {
    if (error instanceof VendorTrouble) throw error;
    throw new VendorTrouble(error instanceof Error ? error.message : String(error));
  }
}

function objectOf(text: string): Record<string, unknown> {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new VendorTrouble('answered something else than an object');
}
