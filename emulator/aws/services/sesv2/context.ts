import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import type { Mailroom } from './mailroom.js';

/** What SES's operations work with. */
export interface SesContext {
  mailroom: Mailroom;
  clock: Clock;
  ids: Ids;
  /** Of the request's credential scope. */
  region: string;
}
