import { ApiError } from '../api/errors.js';
import type { TenantCall } from '../api/for-tenant.js';
import { isIntact } from '../bundle/seal.js';
import { isForeignBundle, latestBundle, readBundle } from '../bundle/store.js';
import type { PricingBundle } from '../database/documents.js';
import { findTrip, tripIds } from '../trip/store.js';

/**
 * The bundle that an order's `sessionId` names: by correlation id, else the newest of the trip with this session id or
 * PNR. Throws an `ApiError` when there is none, or it has expired or been changed.
 */
export async function bundleOfSession({ db, tenant }: TenantCall, sessionId: string): Promise<PricingBundle> {
  const bundle =
    (await readBundle(db, tenant.id, sessionId)) ?? (await bundleOfTrip({ db, tenant }, sessionId));
  if (!bundle) {
    if (await isForeignBundle(tenant.id, sessionId))
      throw new ApiError('PERMISSION_DENIED', 'The offers belong to another tenant.');
    throw notFound('There are no offers for this session.', 'NOT_FOUND');
  }
  if (bundle.expiresAt.getTime() <= Date.now())
    throw notFound('The offers have expired. Ask for new recommendations.', 'QUOTE_EXPIRED');
  if (!(await isIntact(bundle)))
    throw new ApiError('UNPROCESSABLE_ENTITY', 'The offers have been changed since they were made.', [
      { field: 'sessionId', reason: 'BUNDLE_INTEGRITY_ERROR' },
    ]);
  return bundle;
}

async function bundleOfTrip(
  { db, tenant }: Pick<TenantCall, 'db' | 'tenant'>,
  sessionId: string,
): Promise<PricingBundle | undefined> {
  const trip = await findTrip(db, tenant.id, { sessionId });
  const ids = tripIds(tenant.id, { pnr: sessionId, sessionId });
  return latestBundle(db, tenant.id, trip ? [trip._id, ...ids] : ids);
}

function notFound(message: string, reason: string): ApiError {
  return new ApiError('NOT_FOUND', message, [{ field: 'sessionId', reason }]);
}
