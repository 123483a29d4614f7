import { refuseForeignTenant, type TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { storeTrip } from '../shared/trip/store.js';
import type { TripInput } from '../shared/trip/types.js';

/** `POST /v1/journey-api/passenger-data`: the earlier edition's way to send a trip. */
export async function ingestV1(call: TenantCall): Promise<Answer> {
  const input = checked<TripInput>('PassengerDataV1', call.body());
  refuseForeignTenant(input.tenant, call.tenant);
  const { pnr, sessionId } = await storeTrip(call.db, call.tenant, input, call.correlationId);
  return { status: 202, body: { status: 'ACCEPTED', pnr, sessionId, correlationId: call.correlationId } };
}
