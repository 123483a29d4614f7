import type { ServerResponse } from 'node:http';

/**
 * What a vendor can do wrong. `after-booking` books, and then says nothing good about it; `empty` does what it was asked, and
 * then says nothing at all in good JSON; `price-rise` asks for more than was told.
 */
export const FAULTS = [
  'hang',
  'error',
  'html',
  'garbage',
  'half',
  'redirect',
  'sold-out',
  'after-booking',
  'price-rise',
  'empty',
  'busy',
  'reset',
  'trickle',
  'huge',
  'late',
] as const;
export type VendorFault = (typeof FAULTS)[number];

/** Milliseconds after which a `late` answer comes: a second beyond the platform's patience. */
export const LATE = 3_000;

/** Faults to come, by vendor. */
export class FaultPlan {
  readonly #planned = new Map<string, { fault: VendorFault; times: number; path: string }>();

  /** For calls whose path has `path` in it; for every call of the vendor when that is empty. */
  plan(vendor: string, fault: VendorFault, times: number, path = ''): void {
    this.#planned.set(vendor, { fault, times, path });
  }

  /** The fault of the vendor's next answer; each use counts. */
  next(vendor: string, path: string): VendorFault | undefined {
    const planned = this.#planned.get(vendor);
    return !planned || path.includes(planned.path) ? this.#use(vendor) : undefined;
  }

  #use(vendor: string): VendorFault | undefined {
    const planned = this.#planned.get(vendor);
    if (!planned) return undefined;
    if (--planned.times <= 0) this.#planned.delete(vendor);
    return planned.fault;
  }

  clear(): void {
    this.#planned.clear();
  }
}

const TEXTS: Partial<Record<VendorFault, { status: number; type: string; text: string }>> = {
  error: { status: 503, type: 'application/json', text: '{"message":"try later"}' },
  'after-booking': { status: 502, type: 'application/json', text: '{"message":"bad gateway"}' },
  html: { status: 200, type: 'text/html', text: '<!doctype html><title>Maintenance</title>' },
  garbage: { status: 200, type: 'application/json', text: '\u0000\ufffd{]' },
  empty: { status: 200, type: 'application/json', text: '{}' },
  busy: { status: 429, type: 'application/json', text: '{"message":"too many requests"}' },
  'sold-out': { status: 409, type: 'application/json', text: '{"message":"sold out"}' },
};

/** Answers as the fault has it. */
export function misbehave(response: ServerResponse, fault: VendorFault): void {
  const planned = TEXTS[fault];
  if (planned) response.writeHead(planned.status, { 'content-type': planned.type }).end(planned.text);
  else if (fault === 'redirect') response.writeHead(301, { location: 'http://192.0.2.1/' }).end();
  else if (fault === 'reset') response.socket?.resetAndDestroy();
  else if (fault === 'trickle' || fault === 'huge') pour(response, fault);
  else if (fault === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"data":{"id":"');
    const timer = setTimeout(() => response.destroy(), 20);
    response.once('close', () => clearTimeout(timer));
  }
  // `hang`: nothing at all; the caller's time limit or our stop ends it
}

/** How `trickle` and `huge` answer: so many bytes of a text that does not end, every so many milliseconds. */
const POURS = { trickle: { bytes: 1, every: 100 }, huge: { bytes: 1 << 20, every: 1 } };

function pour(response: ServerResponse, fault: keyof typeof POURS): void {
  const { bytes, every } = POURS[fault];
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":"');
  const timer = setInterval(() => response.writableNeedDrain || response.write('x'.repeat(bytes)), every);
  response.once('close', () => clearInterval(timer));
}
