import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { userError } from '../../core/errors.js';
import { isAlive } from '../../core/run-file.js';
import { Parameters } from '../aws/parameters.js';
import { withRetry } from '../aws/retry.js';
import type { KindName } from './phases.js';
import { regionOf, type Target } from './target.js';

/** Who rotates keys of a kind in a region: the text of a parameter. */
interface Holder {
  rotation: string;
  /** ARN of whoever rotates. */
  owner: string;
  host: string;
  pid: number;
  /** ISO 8601, of AWS's clock. */
  since: string;
  /** Last sign of life. */
  seen: string;
  token: string;
}

/** How often a holder gives a sign of life, and after how long without one it may be taken for gone, in ms. */
const SIGN = 5 * 60_000;
const STALE = 3 * SIGN;

interface Place {
  region: string;
  name: string;
}

/**
 * The right of one rotation to change keys of some kinds of a stack, whatever machine it runs on: a parameter of Systems
 * Manager for each kind and region, made with `Overwrite: false`, so that of two who try at once one gets it. It is kept
 * until the rotation is at its end, also while nobody is at it.
 */
export class StackLock {
  readonly #target: Target;
  readonly #places: readonly Place[];
  readonly #mine: Omit<Holder, 'seen'>;
  #seenAt = 0;

  private constructor(target: Target, rotation: string, kinds: readonly KindName[]) {
    this.#target = target;
    this.#places = placesOf(target, kinds);
    this.#mine = {
      rotation,
      owner: target.caller,
      host: hostname(),
      pid: process.pid,
      since: iso(target.clock.now()),
      token: randomUUID(),
    };
  }

  /**
   * Takes it, also from an earlier run of the same rotation. Throws ROTATION_LOCKED with the holder.
   * @param takeOver rotation that may be put aside if it has given no sign of life for a quarter of an hour
   */
  static async take(
    target: Target,
    {
      rotation,
      kinds,
      takeOver,
    }: { rotation: string; kinds: readonly KindName[]; takeOver?: string | undefined },
  ): Promise<StackLock> {
    const lock = new StackLock(target, rotation, kinds);
    const taken: Place[] = [];
    try {
      for (const place of lock.#places) {
        if (await withRetry(() => lock.#takeOne(place, takeOver))) taken.push(place);
      }
    } catch (error) {
      for (const place of taken) await lock.#releaseOne(place).catch(() => undefined);
      throw error;
    }
    lock.#seenAt = target.clock.now();
    return lock;
  }

  /** A sign of life, now and then. Throws ROTATION_LOCKED when another has taken over meanwhile. */
  async renew(): Promise<void> {
    const now = this.#target.clock.now();
    if (now - this.#seenAt < SIGN) return;
    this.#seenAt = now;
    for (const place of this.#places) {
      const parameters = this.#parameters(place);
      const holder = await parameters.read(place.name).then(parse, () => undefined);
      if (holder && holder.token !== this.#mine.token) throw this.#locked(place, holder);
      // it is a sign of life alone: one that is missed does no harm
      await parameters.overwrite(place.name, this.#text()).catch(() => undefined);
    }
  }

  /** Gives it back. Idempotent; leaves what another has taken over. */
  async release(): Promise<void> {
    for (const place of this.#places) await withRetry(() => this.#releaseOne(place));
  }

  /** True when it was not this rotation's before. */
  async #takeOne(place: Place, takeOver: string | undefined): Promise<boolean> {
    const parameters = this.#parameters(place);
    if (await parameters.create(place.name, this.#text())) return true;
    const holder = parse(await parameters.read(place.name));
    if (!holder) return this.#takeOne(place, takeOver); // it was given back a moment ago
    if (holder.token === this.#mine.token) return true; // the answer to our own call was lost
    const isOwn = holder.rotation === this.#mine.rotation;
    if (!isOwn && !(holder.rotation === takeOver && this.#isStale(holder))) throw this.#locked(place, holder);
    await parameters.overwrite(place.name, this.#text());
    const now = parse(await parameters.read(place.name));
    if (now && now.token !== this.#mine.token) throw this.#locked(place, now); // two took over at once
    return !isOwn;
  }

  async #releaseOne(place: Place): Promise<void> {
    const parameters = this.#parameters(place);
    const holder = parse(await parameters.read(place.name));
    if (holder?.token === this.#mine.token) await parameters.remove(place.name);
  }

  #isStale({ seen, host, pid }: Holder): boolean {
    if (host === hostname() && !isAlive(pid)) return true;
    return this.#target.clock.now() - Date.parse(seen) > STALE;
  }

  #locked({ region }: Place, holder: Holder): Error {
    const isStale = this.#isStale(holder);
    return userError('ROTATION_LOCKED', { ...holder, id: holder.rotation, region, isStale });
  }

  #parameters({ region }: Place): Parameters {
    return new Parameters(regionOf(this.#target, region));
  }

  #text(): string {
    return JSON.stringify({ ...this.#mine, seen: iso(this.#target.clock.now()) });
  }
}

/** In an order that is the same for all, so that two who want several never hold each other up. */
function placesOf({ stack, regions }: Target, kinds: readonly KindName[]): Place[] {
  const names = [...new Set(kinds)].sort().map((kind) => `/arcube/${stack}/rotating/${kind}`);
  const sorted = regions.map(({ name }) => name).sort();
  return sorted.flatMap((region) => names.map((name) => ({ region, name })));
}

function parse(text: string | undefined): Holder | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Holder);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
