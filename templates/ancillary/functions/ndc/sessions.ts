import type { Db } from 'mongodb';
import { ApiError } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import { isIntact } from '../shared/bundle/seal.js';
import { isForeignBundle, readBundle } from '../shared/bundle/store.js';
import { collection } from '../shared/database/collections.js';
import type { NdcSession, PricingBundle } from '../shared/database/documents.js';
import { BUNDLE_KEPT } from '../shared/decisions.js';

/** Stores a session; its prices are in the bundle of the same id. */
export async function storeSession(
  db: Db,
  { sessionId, ...session }: Omit<NdcSession, '_id' | 'removeAt'> & { sessionId: string },
): Promise<void> {
  const sessions = await collection(db, 'ndc_sessions');
  await sessions.insertOne({
    _id: `${session.tenant}/${sessionId}`,
    ...session,
    removeAt: new Date(Date.now() + BUNDLE_KEPT * 1000),
  });
}

/** A session with its prices. */
export interface LiveSession {
  session: NdcSession;
  bundle: PricingBundle;
}

/** The tenant's live session. `field` is where the caller named it. Throws a 403 or 404 `ApiError`. */
export async function liveSession(
  { db, tenant }: TenantCall,
  kind: NdcSession['kind'],
  sessionId: string,
  field: string,
): Promise<LiveSession> {
  const sessions = await collection(db, 'ndc_sessions');
  const session = await sessions.findOne({ _id: `${tenant.id}/${sessionId}`, kind });
  const bundle = session && (await readBundle(db, tenant.id, sessionId));
  if (!session || !bundle) {
    if (await isForeignBundle(tenant.id, sessionId))
      throw new ApiError('PERMISSION_DENIED', 'The session belongs to another tenant.', [
        { field, reason: 'FOREIGN_TENANT' },
      ]);
    throw new ApiError('NOT_FOUND', 'There is no such session.', [{ field, reason: 'NOT_FOUND' }]);
  }
  if (bundle.expiresAt.getTime() <= Date.now())
    throw new ApiError('NOT_FOUND', 'The session has expired. Shop again.', [
      { field, reason: 'QUOTE_EXPIRED' },
    ]);
  if (!(await isIntact(bundle)))
    throw new ApiError('UNPROCESSABLE_ENTITY', 'The session has been changed since it was made.', [
      { field, reason: 'BUNDLE_INTEGRITY_ERROR' },
    ]);
  return { session, bundle };
}
