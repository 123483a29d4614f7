import { cpSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { VendorBooking } from '../../../../emulator/vendors/index.js';
import { Dev, emptyProject } from '../../../helpers/dev.js';
import { type Told, travel } from './journey.js';
import { Random } from './random.js';
import { allOrders, isOpen, type Reckoning, reckon, type ToldEvent } from './reckoning.js';
import { call, type World } from './world.js';

export interface SoakOptions {
  journeys: number;
  seed: number;
  /** Travellers at the same time. */
  atOnce: number;
  /** kill -9 after so many journeys; 0 never. */
  killEvery: number;
  /** Minutes the clock leaps with each restart, so that nobody waits in vain for the lease of a call that died. */
  leap?: number;
  /** No new travellers after so many minutes. */
  minutes?: number;
  log?: (line: string) => void;
}

export interface SoakReport extends Reckoning {
  travelled: number;
  kinds: Record<string, number>;
  kills: number;
  /** Ends of the emulator that nobody asked for. */
  crashes: number;
  strange: string[];
}

type Urls = Dev['ready']['urls'] & { vendors: string };

/** The emulator with its data on disk, killed and started again, its API always on the same port. */
class Mortal implements World {
  kills = 0;
  crashes = 0;
  readonly #folder: string;
  readonly #leap: number;
  #dev: Dev;
  #starting: Promise<void> | undefined;

  private constructor(folder: string, leap: number, dev: Dev) {
    this.#folder = folder;
    this.#leap = leap;
    this.#dev = dev;
  }

  static async start(folder: string, leap = 0): Promise<Mortal> {
    return new Mortal(folder, leap, await Dev.start(folder, '--no-watch'));
  }

  get credentials(): Dev['ready']['credentials'] {
    return this.#dev.ready.credentials;
  }

  urls(): Urls {
    return this.#dev.ready.urls as Urls;
  }

  async up(): Promise<void> {
    if (this.#starting) return this.#starting;
    const { exitCode, signalCode } = this.#dev.child;
    if (exitCode === null && signalCode === null) return;
    this.crashes++;
    await this.#again();
  }

  async kill(): Promise<void> {
    if (this.#starting) return;
    this.kills++;
    this.#starting = this.#dev.end('SIGKILL').then(() => this.#begin());
    await this.#starting;
  }

  async end(): Promise<void> {
    await this.#starting;
    await this.#dev.end();
  }

  async #again(): Promise<void> {
    this.#starting = this.#begin();
    await this.#starting;
  }

  async #begin(): Promise<void> {
    const { port } = new URL(this.#dev.ready.urls.api);
    this.#dev = await Dev.start(this.#folder, '--no-watch', '--port', port, '--aws-port', '0');
    // the clock starts anew with the emulator: it leaps further than the time before
    const minutes = this.#leap * (this.kills + this.crashes);
    if (minutes > 0) await advance(this.urls(), `${minutes}m`);
    this.#starting = undefined;
  }
}

/** Where every tenant is told of its orders. */
class Endpoint {
  readonly heard: ToldEvent[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      this.heard.push((await json(request)) as ToldEvent);
      response.end();
    });
  }

  static async listen(): Promise<Endpoint> {
    const endpoint = new Endpoint();
    await new Promise<void>((resolve) => void endpoint.#server.listen(0, '127.0.0.1', resolve));
    return endpoint;
  }

  async register(world: World): Promise<void> {
    const url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
    const body = { url, events: ['order.*', 'cancellation.*'] };
    for (const { tenant } of world.credentials) await call(world, tenant, '/webhooks', { body });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Random journeys with faults and kills, then the reckoning. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { folder, remove } = emptyProject();
  writeFileSync(join(folder, 'arcube.yaml'), 'parameters: { WebhookPrivateAddresses: allowed }\n');
  cpSync('templates/tenant', join(folder, 'tenants'), { recursive: true });
  const world = await Mortal.start(folder, options.leap);
  const endpoint = await Endpoint.listen();
  try {
    await endpoint.register(world);
    const report = await travelAll(world, options);
    const urls = world.urls();
    const clients = await Promise.all(
      Object.values(urls.mongoByRegion).map((uri) => MongoClient.connect(uri)),
    );
    await settle(urls, clients, options.log);
    const answer = await fetch(`${urls.vendors}/_sandbox/bookings`);
    const { bookings } = (await answer.json()) as { bookings: VendorBooking[] };
    const reckoning = await reckon(clients, bookings, report.told, endpoint.heard);
    await Promise.all(clients.map((client) => client.close()));
    const { told: _told, ...rest } = report;
    return { ...rest, kills: world.kills, crashes: world.crashes, ...reckoning };
  } finally {
    await world.end();
    endpoint.close();
    remove();
  }
}

async function travelAll(world: Mortal, { journeys, seed, atOnce, killEvery, minutes, log }: SoakOptions) {
  const kinds: Record<string, number> = {};
  const strange: string[] = [];
  const told: Told[] = [];
  let [next, done] = [0, 0];
  const until = minutes === undefined ? Number.POSITIVE_INFINITY : Date.now() + minutes * 60_000;
  const traveller = async (): Promise<void> => {
    while (next < journeys && Date.now() < until) {
      const index = next++;
      const outcome = await travel(world, new Random(seed * 1_000_003 + index), index);
      kinds[outcome.kind] = (kinds[outcome.kind] ?? 0) + 1;
      if (outcome.strange) strange.push(`${index}: ${outcome.strange}`);
      if (outcome.told) told.push(outcome.told);
      if (++done % 250 === 0)
        log?.(`${done} journeys, ${world.kills} kills, ${world.crashes} crashes, ${strange.length} strange`);
      if (killEvery > 0 && done % killEvery === 0) await world.kill();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, traveller));
  return { travelled: done, kinds, strange, told };
}

/** Lets the recovery come round until nothing is open, and what is to be told has been told. */
async function settle(urls: Urls, clients: MongoClient[], log?: (line: string) => void): Promise<void> {
  await fetch(`${urls.vendors}/_sandbox/faults`, { method: 'DELETE' }).catch(() => undefined);
  for (let round = 0; round < 60; round++) {
    await advance(urls, round === 0 ? '25h' : '6m'); // payments that nobody hears of run out
    await wait(1_000);
    const open = (await allOrders(clients)).filter(isOpen).length;
    const waiting = await pendingDeliveries(clients);
    log?.(`${open} orders open, ${waiting} deliveries waiting`);
    if (open + waiting === 0) return;
  }
}

async function advance({ control }: Urls, by: string): Promise<void> {
  await fetch(`${control}/_arcube/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: by }),
  });
}

async function pendingDeliveries(clients: readonly MongoClient[]): Promise<number> {
  const counts = await Promise.all(
    clients.map((client) =>
      client.db('arcube').collection('webhook_deliveries').countDocuments({ state: 'PENDING' }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
