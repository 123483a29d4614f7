import type { ServerResponse } from 'node:http';

/** What a vendor can do wrong. `after-booking` books, and then says nothing good about it. */
export const FAULTS = [
  'hang',
  'error',
  'html',
  'garbage',
  'half',
  'redirect',
  'sold-out',
  'after-booking',
] as const;
export type VendorFault = (typeof FAULTS)[number];

/** Faults to come, by vendor. */
export class FaultPlan {
  readonly #planned = new Map<string, { fault: VendorFault; times: number }>();

  plan(vendor: string, fault: VendorFault, times: number): void {
    this.#planned.set(vendor, { fault, times });
  }

  /** The fault of the vendor's next answer; each use counts. */
  next(vendor: string): VendorFault | undefined {
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
  'sold-out': { status: 409, type: 'application/json', text: '{"message":"sold out"}' },
};

/** Answers as the fault has it. */
export function misbehave(response: ServerResponse, fault: VendorFault): void {
  const planned = TEXTS[fault];
  if (planned) response.writeHead(planned.status, { 'content-type': planned.type }).end(planned.text);
  else if (fault === 'redirect') response.writeHead(301, { location: 'http://192.0.2.1/' }).end();
  else if (fault === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"data":{"id":"');
    setTimeout(() => response.destroy(), 20).unref();
  }
  // `hang`: nothing at all; the caller's time limit or our stop ends it
}
