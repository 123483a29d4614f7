import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import { Secret } from '../../src/core/secret.js';
import type { EventBus } from '../kernel/events.js';
import { type DrawnFault, describeFault, FaultTable, INJECTED } from '../kernel/faults.js';
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
import { Desk } from './desk.js';
import { FAULTS, FaultPlan, LATE, misbehave, type VendorFault } from './faults.js';
import { Market } from './market.js';

export interface VendorsOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  clock: Clock;
  ids: Ids;
  /** Makes the market's movements; equal seeds move alike. */
  seed?: string;
  events: EventBus;
  /** File that the vendors' books are kept in; memory only when left out. */
  file?: string;
}

/** Sandboxes of the suppliers, one path each on a server of their own. */
export interface Vendors extends Service {
  /** Base URL of the sandboxes. Valid once started. */
  readonly url: string;
  /** Of every sandbox: `airalo`, … */
  readonly names: readonly string[];
  /** The platform's account with each vendor. Valid once started. */
  accounts(): Record<string, VendorAccount>;
  bookings(): VendorBooking[];
  /** The next `times` calls of a vendor go wrong in this way. */
  fail(vendor: string, fault: VendorFault, times?: number, path?: string): void;
  /** Faults put in on purpose, by vendor; they stay until taken back. */
  readonly faults: FaultTable;
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
  readonly #market: Market;
  readonly names = APIS.map(({ name }) => name);
  readonly #plan = new FaultPlan();
  readonly faults: FaultTable;
  readonly #accounts: Map<string, { id: string; secret: Secret }>;
  #server: Server | undefined;
  #port = 0;
  #status: ServiceHealth['status'] = 'stopped';

  constructor(options: VendorsOptions) {
    this.#options = options;
    this.faults = new FaultTable(() => options.ids.random());
    this.#bookings = new Bookings(options.clock, options.file);
    this.#market = new Market(options.clock, options.seed ?? 'arcube', this.#bookings);
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

  fail(vendor: string, fault: VendorFault, times = 1, path = ''): void {
    this.#plan.plan(vendor, fault, times, path);
  }

  reset(): void {
    this.#bookings.clear();
    this.#market.clear();
    this.#plan.clear();
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
      const drawn = this.faults.draw(vendor);
      if (drawn && (await this.#play(vendor, drawn, response))) return;
      this.#respond(api, read, response);
    } catch (error) {
      if (!response.headersSent) send(response, { status: 400, body: { message: String(error) } });
    }
  }

  /** Plays a fault; true when there is nothing more to answer. */
  async #play(vendor: string, fault: DrawnFault, response: ServerResponse): Promise<boolean> {
    const { events, clock } = this.#options;
    const text = `${INJECTED}: ${vendor}: ${describeFault(fault)}`;
    events.emit('log', { time: clock.now(), functionName: vendor, logStream: 'faults', text });
    if (fault.latencyMs > 0) await sleep(fault.latencyMs, undefined, { ref: false });
    if (!fault.outcome) return false;
    const message = { message: INJECTED };
    if (fault.outcome === 'error') send(response, { status: 503, body: message });
    if (fault.outcome === 'throttle') {
      response.setHeader('retry-after', '1');
      send(response, { status: 429, body: message });
    }
    return true; // no answer at all: the caller's time limit or our stop ends it
  }

  #respond(api: VendorApi, request: SandboxRequest, response: ServerResponse): void {
    const fault = this.#plan.next(api.name, request.path);
    const answer = fault && !OBEYING.includes(fault) ? undefined : this.#answer(api, request, fault);
    if (!answer || fault === 'after-booking' || fault === 'empty') misbehave(response, fault as VendorFault);
    else if (fault === 'late') sendLate(response, answer);
    else send(response, answer);
  }

  #answer(api: VendorApi, request: SandboxRequest, fault: VendorFault | undefined): SandboxAnswer {
    const account = this.#accounts.get(api.name) as { id: string; secret: Secret };
    for (const route of api.routes(account)) {
      const match = route.method === request.method ? route.path.exec(request.path) : null;
      if (!match) continue;
      const refusal = route.open ? undefined : api.refuse(request, account);
      if (refusal) return refusal;
      const shop = { market: this.#market, bookings: this.#bookings, clock: this.#options.clock };
      return route.handle(request, new Desk(api.name, shop, fault === 'price-rise'), match.slice(1));
    }
    return { status: 404, body: { message: 'no such route' } };
  }

  /** What tests and people do to the vendors; see the README. */
  #steer({ method, path, body }: SandboxRequest): SandboxAnswer {
    if (method === 'GET' && path === '/bookings')
      return { status: 200, body: { bookings: this.#bookings.all() } };
    const vendor = String(body.vendor);
    const known = method === 'POST' && this.#accounts.has(vendor);
    const fault = FAULTS.find((name) => name === body.fault);
    if (known && path === '/faults' && fault) {
      this.fail(vendor, fault, Number(body.times ?? 1), String(body.path ?? ''));
      return { status: 200, body: { planned: fault } };
    }
    if (known && path === '/stock' && Number.isInteger(body.left)) {
      this.#market.setStock(vendor, String(body.product), Number(body.left));
      return { status: 200, body: { product: body.product, left: body.left } };
    }
    const booking = this.#bookings.byReference(vendor, String(body.reference));
    if (known && path === '/use' && booking) {
      this.#bookings.change(booking, { used: true });
      return { status: 200, body: { used: booking.reference } };
    }
    return { status: 400, body: { message: STEERING } };
  }
}

/** Faults with which the vendor does what it was asked all the same. */
const OBEYING: readonly VendorFault[] = ['after-booking', 'empty', 'late', 'price-rise'];

const STEERING = `POST /_sandbox/faults {vendor, fault, times?, path?} with fault one of ${FAULTS.join(', ')}; /_sandbox/stock {vendor, product, left}; /_sandbox/use {vendor, reference}`;

function parse(text: string, type = ''): Record<string, unknown> {
  if (text === '') return {};
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  const value = JSON.parse(text) as unknown;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The answer of a vendor that takes longer than anybody waits for. */
function sendLate(response: ServerResponse, answer: SandboxAnswer): void {
  const timer = setTimeout(() => send(response, answer), LATE);
  response.once('close', () => clearTimeout(timer));
}

function send(response: ServerResponse, { status, body }: SandboxAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
