import type { Db } from 'mongodb';
import { homeDatabase } from '../database/clusters.js';
import { collection } from '../database/collections.js';
import type { DeliveryDocument, WebhookDocument } from '../database/documents.js';
import type { Tenant } from '../tenant.js';
import { webhookSecrets } from '../tenant-secrets.js';

/** An endpoint that is told of events, wherever it was made known. */
export interface Endpoint extends Pick<WebhookDocument, '_id' | 'tenant' | 'url' | 'events'> {
  /** Whether the API registered it or the tenant's file declares it. */
  source: 'api' | 'file';
  /** False: nothing is sent there. */
  enabled: boolean;
  /** Of registered ones. */
  createdAt?: Date;
  /** What signs the deliveries, the current secret first; empty when there is none. Asked for when it is needed. */
  secrets(): Promise<string[]>;
}

/** A tenant's endpoints: those of its file first, then the registered ones. */
export async function endpointsOf(db: Db, tenant: Pick<Tenant, 'id' | 'webhooks'>): Promise<Endpoint[]> {
  const registered = await (await collection(db, 'webhooks')).find({ tenant: tenant.id }).toArray();
  return [...declaredBy(tenant), ...registered.map(registeredAs)];
}

/** As `endpointsOf`, with the tenant's file as it is now. */
export async function endpointsNow(db: Db, tenant: string): Promise<Endpoint[]> {
  const tenants = await collection(await homeDatabase(), 'tenants');
  const found = await tenants.findOne({ _id: tenant }, { projection: { webhooks: 1 } });
  return endpointsOf(db, { id: tenant, ...(found?.webhooks && { webhooks: found.webhooks }) });
}

/** The endpoint that a delivery is for, as it is now; `undefined` when it is gone. */
export async function endpointOf(
  db: Db,
  { tenant, webhook }: DeliveryDocument,
): Promise<Endpoint | undefined> {
  return (await endpointsNow(db, tenant)).find(({ _id }) => _id === webhook);
}

/** Neither name has an underscore, so that no two tenants' endpoints have one id. */
function declaredBy({ id: tenant, webhooks = [] }: Pick<Tenant, 'id' | 'webhooks'>): Endpoint[] {
  return webhooks.map(({ id, url, events, enabled }) => ({
    _id: `whk_${tenant}_${id}`,
    tenant,
    url,
    events,
    enabled,
    source: 'file',
    secrets: () => webhookSecrets(tenant, id),
  }));
}

/** A registered endpoint. */
export function registeredAs({ secret, ...webhook }: WebhookDocument): Endpoint {
  return { ...webhook, enabled: true, source: 'api', secrets: async () => [secret] };
}
