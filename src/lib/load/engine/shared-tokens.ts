import type { Ids } from '../../../core/ids.js';
import type { SystemUnderTest } from '../../../core/scenario/system.js';
import { ApiCaller } from '../../testing/http/api-caller.js';
import { CallLog } from '../../testing/http/call-log.js';
import { Tokens } from '../../testing/http/tokens.js';

/** A refused token may have been revoked: a client gets new ones then, but does not storm the token endpoint. */
const RENEW_MS = 1000;

/** The tokens of one generator. */
export class SharedTokens {
  readonly #make: () => Tokens;
  #held: Tokens;
  #renewedAt = 0;

  constructor({ system, ids }: { system: SystemUnderTest; ids: Ids }) {
    const caller = new ApiCaller(system.api);
    this.#make = () => new Tokens(system, new CallLog(caller), ids);
    this.#held = this.#make();
  }

  get held(): Tokens {
    return this.#held;
  }

  renew(): void {
    if (performance.now() - this.#renewedAt < RENEW_MS) return;
    this.#renewedAt = performance.now();
    this.#held = this.#make();
  }
}
