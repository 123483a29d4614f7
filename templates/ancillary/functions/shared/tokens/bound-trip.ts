import { ApiError } from '../api/errors.js';
import type { Caller } from './claims.js';

/** Names of a trip. */
export interface TripName {
  pnr?: string;
  sessionId?: string;
}

/** Throws a 403 `ApiError` when the token is bound to another trip than the call is about. */
export function refuseForeignTrip(caller: Caller, { pnr, sessionId }: TripName): void {
  const samePnr = caller.pnr === undefined || (pnr !== undefined && equal(caller.pnr, pnr));
  const sameSession = caller.sessionId === undefined || caller.sessionId === sessionId;
  if (samePnr && sameSession) return;
  throw new ApiError('PERMISSION_DENIED', 'The token is bound to another trip.', [
    { field: samePnr ? 'sessionId' : 'pnr', reason: 'FOREIGN_TRIP' },
  ]);
}

/** Booking references are written in either case. */
function equal(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}
