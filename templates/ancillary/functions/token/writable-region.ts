import { ApiError } from '../shared/api/errors.js';
import { refuseWhileHeld } from '../shared/api/for-tenant.js';
import { homeDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';

/**
 * The region that a tenant's data is in now, whatever an older token or secret says. Throws a 403 `ApiError` when there
 * is no such tenant, a 503 one while it is moved.
 */
export async function writableRegion(tenant: string): Promise<string> {
  const tenants = await collection(await homeDatabase(), 'tenants');
  const found = await tenants.findOne({ _id: tenant });
  if (!found) throw new ApiError('PERMISSION_DENIED', 'The tenant is not active.');
  refuseWhileHeld(found);
  return found.dataRegion;
}
