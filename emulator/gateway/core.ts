import type { Clock } from '../../src/core/clock.js';
import type { AccessKeyBook } from '../kernel/access-keys.js';
import type { Authorizers } from '../kernel/authorizer.js';
import type { EventBus } from '../kernel/events.js';
import type { ResponseCache } from './cache/response-cache.js';
import type { RequestHistory } from './history.js';
import type { RequestIds } from './request-ids.js';
import type { Tables } from './tables/plans.js';
import type { TrafficState } from './traffic/state.js';
import type { Limit } from './traffic/token-bucket.js';

/** What handlers share. `tables` is replaced as a whole when the stack changes. */
export interface GatewayCore {
  tables: Tables;
  readonly clock: Clock;
  readonly ids: RequestIds;
  readonly events: EventBus;
  readonly authorizers: Authorizers;
  readonly accessKeys: AccessKeyBook | undefined;
  readonly traffic: TrafficState;
  readonly responseCache: ResponseCache;
  /** The account's throttle in the region. */
  readonly accountLimit: Limit;
  readonly history: RequestHistory;
  /** Tells of a bug. */
  report(text: string): void;
}
