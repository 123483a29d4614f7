import type { ScaffoldAnswers } from './scaffold.js';
import { TENANT_SCHEMA_LINE } from './schemas.js';

/**
 * The file of a new tenant. With `refs` its secrets are referred to by these names; else the emulator makes them. With
 * `webhook` it declares an endpoint that is told of everything.
 */
export function tenantYaml(
  { tenant, name, region, currency, domain }: ScaffoldAnswers,
  refs?: { client: string; edge: string },
  webhook?: { url: string; secret: string },
): string {
  const text = (value: string): string => JSON.stringify(value);
  return `${TENANT_SCHEMA_LINE}# Who sells, where its passenger data lives, what it sells and at which mark-up (percent).
id: ${text(tenant)}
name: ${text(name)}
domains: [${text(domain)}]
dataRegion: ${text(region)}
currency: ${text(currency)}
locales: [en-GB]
clients:
  - id: ${text(`${tenant}-api`)}
    role: api_client
${refs ? `    secretRef: ${text(refs.client)}\nedgeSecretRef: ${text(refs.edge)}\n` : ''}platformShare: 10
defaultMarkup: 20
categories:
  ESIMS: { enabled: true }
  LOUNGE_ACCESS: { enabled: true }
  BAGGAGE_PROTECTION: { enabled: true }
  CARBON_OFFSET: { enabled: true, markup: 0 }
${webhook ? webhookYaml(text(webhook.url), text(webhook.secret)) : ''}`;
}

function webhookYaml(url: string, secret: string): string {
  return `webhooks:
  - id: events
    url: ${url}
    events: [order.*, cancellation.*, refund.*]
    secretRef: ${secret}
`;
}
