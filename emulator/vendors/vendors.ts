import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import { Secret } from '../../src/core/secret.js';
import { listen, urlHost } from '../kernel/listen.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import type { SandboxAnswer, SandboxRequest, VendorAccount, VendorApi } from './api.js';
import { airalo } from './apis/airalo.js';
import { brb } from './apis/brb.js';
import { carbonclick } from './apis/carbonclick.js';
import { collinson } from './apis/collinson.js';
import { discovercars } from './apis/discovercars.js';
import { dragonpass } from './apis/dragonpass.js';
import { mozio } from './apis/mozio.js';
import { tellisim } from './apis/tellisim.js';
import { Bookings, type VendorBooking } from './bookings.js';
import { FAULTS, FaultPlan, misbehave, type VendorFault } from './faults.js';

export interface VendorsOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  clock: Clock;
  ids: Ids;
  /** File that the vendors' books are kept in; memory only when left out. */
  file?: string;
}

/** Sandboxes of the suppliers, one path each on a server of their own. */
export interface Vendors extends Service {
  /** Base URL of the sandboxes. Valid once started. */
  readonly url: string;
  /** The platform's account with each vendor. Valid once started. */
  accounts(): Record<string, VendorAccount>;
  bookings(): VendorBooking[];
  /** The next `times` calls of a vendor go wrong in this way. */
  fail(vendor: string, fault: VendorFault, times?: number): void;
  /** Forgets bookings and faults to come. */
  reset(): void;
}

const APIS: readonly VendorApi[] = [
  airalo,
  tellisim,
  collinson,
  dragonpass,
  brb,
  mozio,
  carbonclick,
  discovercars,
];

/** Makes the sandboxes; nothing listens before `start`. */
export function createVendors(options: VendorsOptions): Vendors {
  return new VendorSandboxes(options);
}

class VendorSandboxes implements Vendors {
  readonly name = 'vendors';
  readonly needs: readonly string[] = [];
  readonly #options: VendorsOptions;
  readonly #bookings: Bookings;
  readonly #faults = new FaultPlan();
  readonly #accounts: Map<string, { id: string; secret: Secret }>;
  #server: Server | undefined;
  #port = 0;
  #status: ServiceHealth['status'] = 'stopped';

  constructor(options: VendorsOptions) {
    this.#options = options;
    this.#bookings = new Bookings(options.clock, options.file);
    this.#accounts = new Map(
      APIS.map(({ name }) => [name, { id: `arcube-${name}`, secret: new Secret(options.ids.hex(32)) }]),
    );
  }

  async start(): Promise<void> {
    this.#status = 'starting';
    const server = createServer((request, response) => void this.#serve(request, response));
    server.keepAliveTimeout = 30_000;
    this.#server = server;
    try {
      this.#port = await listen(server, this.#options);
      this.#status = 'ok';
    } catch (error) {
      this.#status = 'failed';
      this.#server = undefined;
      throw error;
    }
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#status = 'stopped';
    if (!server?.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { vendors: APIS.length, bookings: this.#bookings.all().length } };
  }

  get url(): string {
    return `http://${urlHost(this.#options.host)}:${this.#port}`;
  }

  accounts(): Record<string, VendorAccount> {
    return Object.fromEntries(
      [...this.#accounts].map(([name, account]) => [name, { url: `${this.url}/${name}`, ...account }]),
    );
  }

  bookings(): VendorBooking[] {
    return this.#bookings.all();
  }

  fail(vendor: string, fault: VendorFault, times = 1): void {
    this.#faults.plan(vendor, fault, times);
  }

  reset(): void {
    this.#bookings.clear();
    this.#faults.clear();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox');
      const [, vendor = '', ...rest] = pathname.split('/');
      const text = await readText(request);
      const read: SandboxRequest = {
        method: request.method ?? 'GET',
        path: `/${rest.join('/')}`,
        query: searchParams,
        headers: request.headers as SandboxRequest['headers'],
        body: parse(text, request.headers['content-type']),
        text,
      };
      if (vendor === '_sandbox') return send(response, this.#steer(read));
      const api = APIS.find(({ name }) => name === vendor);
      if (!api) return send(response, { status: 404, body: { message: 'no such vendor' } });
      const fault = this.#faults.next(vendor);
      if (fault && fault !== 'after-booking') return misbehave(response, fault);
      const answer = this.#answer(api, read);
      return fault ? misbehave(response, fault) : send(response, answer);
    } catch (error) {
      if (!response.headersSent) send(response, { status: 400, body: { message: String(error) } });
    }
  }

  #answer(api: VendorApi, request: SandboxRequest): SandboxAnswer {
    const account = this.#accounts.get(api.name) as { id: string; secret: Secret };
    for (const route of api.routes(account)) {
      const match = route.method === request.method ? route.path.exec(request.path) : null;
      if (!match) continue;
      const refusal = route.open ? undefined : api.refuse(request, account);
      return refusal ?? route.handle(request, this.#bookings, match.slice(1));
    }
    return { status: 404, body: { message: 'no such route' } };
  }

  /** `POST /_sandbox/faults {vendor, fault, times}` plans a fault; `GET /_sandbox/bookings` shows the books. */
  #steer({ method, path, body }: SandboxRequest): SandboxAnswer {
    if (method === 'GET' && path === '/bookings')
      return { status: 200, body: { bookings: this.#bookings.all() } };
    const fault = FAULTS.find((name) => name === body.fault);
    if (method !== 'POST' || path !== '/faults' || !fault || !this.#accounts.has(String(body.vendor)))
      return {
        status: 400,
        body: { message: `POST /_sandbox/faults with vendor, fault (${FAULTS.join(', ')}) and times` },
      };
    this.fail(String(body.vendor), fault, Number(body.times ?? 1));
    return { status: 200, body: { planned: fault } };
  }
}

function parse(text: string, type = ''): Record<string, unknown> {
  if (text === '') return {};
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  const value = JSON.parse(text) as unknown;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function send(response: ServerResponse, { status, body }: SandboxAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
