import type { Clock } from '../../src/core/clock.js';
import type { Authorizers } from '../kernel/authorizer.js';
import type { EventBus } from '../kernel/events.js';
import type { RequestHistory } from './history.js';
import type { RequestIds } from './request-ids.js';
import type { Tables } from './tables/plans.js';

/** What handlers share. `tables` is replaced as a whole when the stack changes. */
export interface GatewayCore {
  tables: Tables;
  readonly clock: Clock;
  readonly ids: RequestIds;
  readonly events: EventBus;
  readonly authorizers: Authorizers;
  readonly history: RequestHistory;
  /** Tells of a bug. */
  report(text: string): void;
}
