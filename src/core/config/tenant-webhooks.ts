import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics.js';
import { placeOf } from '../document/marks.js';

/** An endpoint that a tenant's file declares. */
export interface TenantWebhook {
  /** Unique in the file; follows from `url` where the file gives none. */
  id: string;
  url: string;
  events: string[];
  secretRef?: string;
  enabled: boolean;
}

/** Gives webhooks without an id the one that follows from their address, so that it stays while that does. */
export function nameWebhooks(webhooks: readonly (Omit<TenantWebhook, 'id'> & { id?: string })[]): void {
  for (const webhook of webhooks)
    webhook.id ??= createHash('sha256').update(webhook.url).digest('hex').slice(0, 12);
}

/** What a schema cannot say of webhooks: ids are unique, addresses can be taken apart. */
export function webhookFaults(webhooks: readonly TenantWebhook[]): Diagnostic[] {
  const seen = new Set<string>();
  return webhooks.flatMap((webhook, index) => {
    const isTwice = seen.has(webhook.id);
    seen.add(webhook.id);
    return [
      ...(isTwice ? [duplicate(webhook, index)] : []),
      ...(URL.canParse(webhook.url) ? [] : [noAddress(webhook, index)]),
    ];
  });
}

function duplicate(webhook: TenantWebhook, index: number): Diagnostic {
  const place = placeOf(webhook, 'id') ?? placeOf(webhook, 'url');
  return {
    severity: 'error',
    code: 'DUPLICATE_WEBHOOK',
    message: `Two webhooks are called \`${webhook.id}\`.`,
    remedy: 'Give each webhook an id of its own; without one it is named after its address.',
    ...(place && { place }),
    path: `webhooks[${index}].id`,
  };
}

function noAddress(webhook: TenantWebhook, index: number): Diagnostic {
  const place = placeOf(webhook, 'url');
  return {
    severity: 'error',
    code: 'NO_ADDRESS',
    message: 'The address of the webhook cannot be read as one.',
    remedy: 'Write it whole, such as `https://hooks.example.com/arcube`.',
    ...(place && { place }),
    path: `webhooks[${index}].url`,
  };
}
