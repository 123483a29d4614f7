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
  /** An earlier try was not heard, or not understood: the vendor may have done then what it refuses now. */
  afterTrouble?: boolean;
}

/** The vendor could not be heard, or not be understood: trying again may help. */
export class VendorTrouble extends Error {
  override readonly name = 'VendorTrouble';
}

/** How a call is made: how long it may take, and how often it is tried. */
interface Manner {
  /** Milliseconds for one answer. */
  patience: number;
  /** Tries after the first. */
  retries: number;
  /** Troubles in a row after which the vendor is left alone. */
  breakAfter: number;
}

/** A booking is worth waiting for; a price is not, a traveller waits for it with a page in front of them. */
const MANNERS = {
  order: { patience: 2_000, retries: 2, breakAfter: 8 },
  price: { patience: 1_000, retries: 0, breakAfter: 3 },
} as const satisfies Record<string, Manner>;

/** Milliseconds for which a vendor is left alone. */
const BREAK_FOR = 5_000;

/** Bytes of an answer that are read; the longest that is of any use has a few thousand. */
const MOST_BYTES = 2 * 1024 * 1024;

/** What a call is for. */
export type Purpose = keyof typeof MANNERS;

const policies = new Map<string, IPolicy>();

/** Calls a vendor: with a time limit, again with jitter while it is in trouble, and not at all while its circuit is open. */
export async function callVendor(
  vendor: Vendor,
  connection: VendorConnection,
  request: VendorRequest,
  purpose: Purpose = 'order',
): Promise<VendorAnswer> {
  let tries = 0;
  const answer = await policyOf(vendor, purpose).execute(() => {
    tries++;
    return ask(connection, request, MANNERS[purpose].patience);
  });
  return tries > 1 ? { ...answer, afterTrouble: true } : answer;
}

/** True for the two ways in which a vendor is out of reach. */
export function isOutOfReach(error: unknown): error is VendorTrouble | BrokenCircuitError {
  return error instanceof VendorTrouble || isBrokenCircuitError(error as Error);
}

/** A circuit for each purpose: a vendor that is too slow with prices may still book. */
function policyOf(vendor: Vendor, purpose: Purpose): IPolicy {
  const name = `${vendor} ${purpose}`;
  let policy = policies.get(name);
  if (!policy) {
    const { retries, breakAfter } = MANNERS[purpose];
    const trouble = handleWhen((error) => error instanceof VendorTrouble);
    const backoff = new ExponentialBackoff({ initialDelay: 50, maxDelay: 1_000 }); // its jitter is decorrelated
    const breaker = circuitBreaker(trouble, {
      halfOpenAfter: BREAK_FOR,
      breaker: new ConsecutiveBreaker(breakAfter),
    });
    policy = retries === 0 ? breaker : wrap(retry(trouble, { maxAttempts: retries, backoff }), breaker);
    policies.set(name, policy);
  }
  return policy;
}

async function ask(
  { url }: VendorConnection,
  { method, path, headers, body, form }: VendorRequest,
  patience: number,
): Promise<VendorAnswer> {
  const content = form ? new URLSearchParams(form) : body && JSON.stringify(body);
  try {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual', // a vendor that moves tells us beforehand; one that is taken over does not
      signal: AbortSignal.timeout(patience),
      headers: {
        accept: 'application/json',
        ...(body && !form && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    });
    const text = await textOf(response);
    if (isTrouble(response.status)) throw new VendorTrouble(`answered ${response.status}`);
    return { status: response.status, body: objectOf(text) };
  } catch (error) {
    if (error instanceof VendorTrouble) throw error;
    throw new VendorTrouble(error instanceof Error ? error.message : String(error));
  }
}

/** Busy, broken or elsewhere: no answer to what was asked. */
function isTrouble(status: number): boolean {
  return status >= 500 || (status >= 300 && status < 400) || status === 408 || status === 429;
}

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new VendorTrouble(`answered more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function objectOf(text: string): Record<string, unknown> {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new VendorTrouble('answered something else than an object');
}
