import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { userError } from '../../core/errors.js';
import { isAlive } from '../../core/run-file.js';
import { Parameters } from '../aws/parameters.js';
import { withRetry } from '../aws/retry.js';
import { type LockHolder, type LockPlace, placesOf, placesThatExclude, readHolder } from './lock-places.js';
import { type LockScope, scopeText } from './lock-scope.js';
import { regionOf, type Target } from './target.js';

/** What a lock is taken for. */
export interface LockWishes {
  rotation: string;
  scopes: readonly LockScope[];
  /** Rotation that may be put aside if it has given no sign of life for a quarter of an hour. */
  takeOver?: string | undefined;
}

/** How often a holder gives a sign of life, and after how long without one it may be taken for gone, in ms. */
const SIGN = 5 * 60_000;
const STALE = 3 * SIGN;
/** How often, and after how many ms, a tenant's rotation looks again whether one of the whole kind has stepped back. */
const LOOKS = 3;
const LOOK = 200;

/**
 * The right of one rotation to change certain keys of a stack, whatever machine it runs on: a parameter of Systems Manager
 * for each kind (or tenant of a kind) and region, made with `Overwrite: false`, so that of two who want the same one gets
 * it. Whoever wants a whole kind and whoever wants one tenant of it make different ones: each makes its own first and
 * looks for the other's then, so that at least one sees the other and steps back; of both it is the one of the whole kind. It
 * is kept until the rotation is at its end, also while nobody is at it.
 */
export class StackLock {
  readonly #target: Target;
  readonly #places: LockPlace[];
  readonly #mine: Omit<LockHolder, 'seen'>;
  readonly #takeOver: string | undefined;
  #seenAt = 0;

  private constructor(target: Target, { rotation, scopes, takeOver }: LockWishes) {
    this.#target = target;
    this.#places = placesOf(target, scopes);
    this.#takeOver = takeOver;
    this.#mine = {
      rotation,
      owner: target.caller,
      host: hostname(),
      pid: process.pid,
      since: iso(target.clock.now()),
      token: randomUUID(),
    };
  }

  /** Takes it, also from an earlier run of the same rotation. Throws ROTATION_LOCKED with the holder. */
  static async take(target: Target, wishes: LockWishes): Promise<StackLock> {
    const lock = new StackLock(target, wishes);
    const taken: LockPlace[] = [];
    try {
      for (const place of [...lock.#places]) {
        if (await withRetry(() => lock.#takeOne(place))) taken.push(place);
        await lock.#keepOthersOut(place, taken);
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
      const read = await parameters.read(place.name).then(
        (text) => ({ holder: readHolder(text) }),
        () => undefined,
      );
      // it is a sign of life alone: one that is missed does no harm, but one over another's hand would
      if (!read) continue;
      const { holder } = read;
      if (holder && holder.token !== this.#mine.token) throw this.#locked(place, holder);
      await parameters.overwrite(place.name, this.#text()).catch(() => undefined);
    }
  }

  /** Gives it back. Idempotent; leaves what another has taken over. */
  async release(): Promise<void> {
    for (const place of this.#places) await withRetry(() => this.#releaseOne(place));
  }

  /** True when it was not this rotation's before. */
  async #takeOne(place: LockPlace): Promise<boolean> {
    const parameters = this.#parameters(place);
    if (await parameters.create(place.name, this.#text())) return true;
    const holder = readHolder(await parameters.read(place.name));
    if (!holder) return this.#takeOne(place); // it was given back a moment ago
    if (holder.token === this.#mine.token) return true; // the answer to our own call was lost
    if (!this.#mayPutAside(holder)) throw this.#locked(place, holder);
    await this.#putAside(place);
    return holder.rotation !== this.#mine.rotation;
  }

  /**
   * Looks for those whose keys are partly these. One that may be put aside is: it finds its own place taken, and stops.
   * @param taken gets the places that were another rotation's, as soon as they are this one's
   */
  async #keepOthersOut(place: LockPlace, taken: LockPlace[]): Promise<void> {
    for (let look = 1; ; look++) {
      const others = await withRetry(() => placesThatExclude(this.#parameters(place), place));
      const lasting = others.find(({ holder }) => !this.#mayPutAside(holder));
      if (!lasting) {
        for (const { place: other, holder } of others) {
          await withRetry(() => this.#putAside(other));
          this.#places.push(other);
          if (holder.rotation !== this.#mine.rotation) taken.push(other);
        }
        return;
      }
      if (place.scope.tenant === undefined || look === LOOKS)
        throw this.#locked(lasting.place, lasting.holder);
      await sleep(LOOK);
    }
  }

  #mayPutAside(holder: LockHolder): boolean {
    if (holder.rotation === this.#mine.rotation) return true;
    return holder.rotation === this.#takeOver && this.#isStale(holder);
  }

  async #putAside(place: LockPlace): Promise<void> {
    const parameters = this.#parameters(place);
    await parameters.overwrite(place.name, this.#text());
    const now = readHolder(await parameters.read(place.name));
    if (now && now.token !== this.#mine.token) throw this.#locked(place, now); // two took over at once
  }

  async #releaseOne(place: LockPlace): Promise<void> {
    const parameters = this.#parameters(place);
    const holder = readHolder(await parameters.read(place.name));
    if (holder?.token === this.#mine.token) await parameters.remove(place.name);
  }

  #isStale({ seen, host, pid }: LockHolder): boolean {
    if (host === hostname() && !isAlive(pid)) return true;
    return this.#target.clock.now() - Date.parse(seen) > STALE;
  }

  #locked({ region, scope }: LockPlace, holder: LockHolder): Error {
    const facts = { ...holder, id: holder.rotation, region, keys: scopeText(scope) };
    return userError('ROTATION_LOCKED', { ...facts, isStale: this.#isStale(holder) });
  }

  #parameters({ region }: LockPlace): Parameters {
    return new Parameters(regionOf(this.#target, region));
  }

  #text(): string {
    return JSON.stringify({ ...this.#mine, seen: iso(this.#target.clock.now()) });
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
