import { randomBytes, randomUUID } from 'node:crypto';
import { ApiError, invalid } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { collection } from '../shared/database/collections.js';
import type { DeliveryDocument, WebhookDocument } from '../shared/database/documents.js';
import { WEBHOOKS_MOST } from '../shared/decisions.js';
import { addWebhook } from '../shared/webhooks/add.js';
import { deliveryOf, eventId, send } from '../shared/webhooks/emit.js';
import { type Endpoint, endpointsOf, registeredAs } from '../shared/webhooks/endpoints.js';

/** Deliveries shown at once. */
const SHOWN = 100;

/** `POST /webhooks`: the answer shows the signing secret, this once. */
export async function registerWebhook(call: TenantCall): Promise<Answer> {
  const { url, events } = checked<{ url: string; events: string[] }>('WebhookRequest', call.body());
  if (!URL.canParse(url)) throw invalid([{ field: 'url', reason: 'INVALID_FORMAT' }]);
  const webhook: WebhookDocument = {
    _id: `whk_${randomUUID()}`,
    tenant: call.tenant.id,
    url,
    events,
    secret: `whsec_${randomBytes(24).toString('base64url')}`,
    createdAt: new Date(),
  };
  if (!(await addWebhook(call.db, call.tenant, webhook)))
    throw new ApiError('UNPROCESSABLE_ENTITY', `A tenant has ${WEBHOOKS_MOST} webhooks at most.`);
  return { status: 201, body: { ...view(registeredAs(webhook)), secret: webhook.secret } };
}

/** `GET /webhooks`: those of the tenant's file and the registered ones. */
export async function listWebhooks({ db, tenant }: TenantCall): Promise<Answer> {
  return { status: 200, body: { webhooks: (await endpointsOf(db, tenant)).map(view) } };
}

/** `DELETE /webhooks/{webhookId}`: what the tenant's file declares is taken out there. */
export async function removeWebhook(call: TenantCall): Promise<Answer> {
  const { _id, source } = await find(call);
  if (source === 'file')
    throw conflict('The webhook is declared by the tenant’s file. Take it out there.', 'DECLARED_BY_FILE');
  await (await collection(call.db, 'webhooks')).deleteOne({ _id });
  return { status: 200, body: { id: _id, removed: true } };
}

/** `POST /webhooks/{webhookId}/test`: sends a test event; what becomes of it is among the deliveries. */
export async function testWebhook(call: TenantCall): Promise<Answer> {
  const webhook = await find(call);
  if (!webhook.enabled) throw conflict('The webhook is disabled in the tenant’s file.', 'DISABLED');
  const { correlationId } = call;
  const delivery = deliveryOf(webhook, {
    id: eventId(randomUUID()),
    event: 'webhook.test',
    correlationId,
    data: { webhookId: webhook._id },
  });
  await send(call.db, delivery);
  return { status: 202, body: deliveryView(delivery) };
}

/** `GET /webhooks/{webhookId}/deliveries`, newest first. */
export async function listDeliveries(call: TenantCall): Promise<Answer> {
  const { _id, tenant } = await find(call);
  const deliveries = await collection(call.db, 'webhook_deliveries');
  const found = await deliveries
    .find({ tenant, webhook: _id })
    .sort({ createdAt: -1 })
    .limit(SHOWN)
    .toArray();
  return { status: 200, body: { deliveries: found.map(deliveryView) } };
}

async function find({ db, tenant, event }: TenantCall): Promise<Endpoint> {
  const wanted = event.pathParameters?.webhookId ?? '';
  const found = (await endpointsOf(db, tenant)).find(({ _id }) => _id === wanted);
  if (!found) throw new ApiError('NOT_FOUND', 'There is no such webhook.');
  return found;
}

function conflict(message: string, reason: string): ApiError {
  return new ApiError('CONFLICT', message, [{ field: 'webhookId', reason }]);
}

function view({ _id, url, events, enabled, source, createdAt }: Endpoint): object {
  return { id: _id, url, events, enabled, source, ...(createdAt && { createdAt: createdAt.toISOString() }) };
}

function deliveryView({ _id, event, state, attempts, correlationId, createdAt }: DeliveryDocument): object {
  return { id: _id, event, state, attempts, correlationId, createdAt: createdAt.toISOString() };
}
