import type { Clock } from '../../../src/core/clock.js';
import type { StateBook } from './state-book.js';

/** What a service is made of, whatever the account and region. */
interface ServiceWorld<S> {
  book: StateBook<S>;
  clock: Clock;
}

/** A service as one account sees it in one region: what its operations work with. */
export abstract class ServiceView<S, W extends ServiceWorld<S>> {
  readonly world: W;
  readonly accountId: string;
  readonly region: string;

  constructor(world: W, accountId: string, region: string) {
    this.world = world;
    this.accountId = accountId;
    this.region = region;
  }

  /** Change it in place, then `save`. */
  get state(): S {
    return this.world.book.at(this.accountId, this.region);
  }

  /** Epoch ms of the emulator's clock. */
  get now(): number {
    return this.world.clock.now();
  }

  /** Resolves when the state, as it is now, is on disk. */
  save(): Promise<void> {
    return this.world.book.save(this.accountId, this.region);
  }
}
