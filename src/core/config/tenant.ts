import type { Diagnostic, SourcePlace } from '../diagnostics.js';
import { placeAtPath, placeOf } from '../document/marks.js';
import {
  type CheckedFile,
  checkYamlAnew,
  checkYamlWithSchema,
  readYamlWithSchema,
} from './read-with-schema.js';
import schema from './schemas/tenant.schema.json' with { type: 'json' };
import { nameWebhooks, type TenantWebhook, webhookFaults } from './tenant-webhooks.js';

/** What a tenant's OAuth client may do. */
export type TenantRole = 'api_client' | 'widget_user' | 'whitelabel_user';

/** Settings of one ancillary category. Percent numbers: 20 is twenty percent. */
export interface TenantCategory {
  enabled: boolean;
  markup?: number;
  vendors?: string[];
}

/** One tenant, as `tenants/<id>.yaml` declares it; the schema beside this file says what each field means. */
export interface TenantConfig {
  id: string;
  name: string;
  enabled: boolean;
  iataCode?: string;
  domains: string[];
  dataRegion: string;
  currency: string;
  currencies?: string[];
  locales: string[];
  clients: { id: string; role: TenantRole; secretRef?: string; enabled: boolean }[];
  edgeSecretRef?: string;
  categories: Record<string, TenantCategory>;
  defaultMarkup: number;
  platformShare: number;
  touchpoints?: Record<
    string,
    { enabled: boolean; categories?: string[]; hoursBefore?: number; maxOffers?: number }
  >;
  vendors?: string[];
  ratePlan?: { perMinute: number; burst: number };
  theme?: {
    url?: string;
    logo?: string;
    colors?: Record<string, string>;
    typography?: Record<string, string>;
  };
  /** Mustache template of e-mails, in place of the platform's. */
  emailTemplate?: string;
  emailSender?: { address: string; name?: string; replyTo?: string };
  /** Endpoints told of orders, cancellations and refunds, beside those that the API registers. */
  webhooks?: TenantWebhook[];
}

/** Reads and checks one tenant file; defaults are filled in. */
export function readTenant(file: string): CheckedFile<TenantConfig> {
  return checked(readYamlWithSchema<TenantConfig>(file, schema));
}

/** As `readTenant`, from text at hand. */
export function checkTenant(file: string, text: string): CheckedFile<TenantConfig> {
  return checked(checkYamlWithSchema<TenantConfig>(file, text, schema));
}

/** As `checkTenant`, and keeps no reading for the next time. */
export function checkTenantAnew(file: string, text: string): CheckedFile<TenantConfig> {
  return checked(checkYamlAnew<TenantConfig>(file, text, schema));
}

/** Where something stands in a tenant's file, read for it once more. */
export function placeInTenant(file: string, path: readonly (string | number)[]): SourcePlace {
  return placeAtPath(readTenant(file).value, path) ?? { file, line: 1, column: 1 };
}

/** True for the name of an AWS region that data can be kept in. */
export function isRegion(name: string): boolean {
  return schema.properties.dataRegion.enum.includes(name);
}

/** Names of the secrets that a tenant's file refers to. */
export function secretReferencesOf({ edgeSecretRef, clients, webhooks = [] }: TenantConfig): string[] {
  const held = [...clients, ...webhooks].map(({ secretRef }) => secretRef);
  return [edgeSecretRef, ...held].filter((name) => name !== undefined);
}

/** Fills in what the schema cannot of a tenant that fits it, and finds what it cannot say. */
export function completeTenant({ clients, webhooks = [] }: TenantConfig): Diagnostic[] {
  nameWebhooks(webhooks);
  return [...clientFaults(clients), ...webhookFaults(webhooks)];
}

function checked(result: CheckedFile<TenantConfig>): CheckedFile<TenantConfig> {
  const { file, value, diagnostics } = result;
  if (!value) return result;
  diagnostics.push(...completeTenant(value));
  return diagnostics.some(({ severity }) => severity === 'error') ? { file, diagnostics } : result;
}

function clientFaults(clients: TenantConfig['clients']): Diagnostic[] {
  const seen = new Set<string>();
  return clients.flatMap((client, index) => {
    const isTwice = seen.has(client.id);
    seen.add(client.id);
    return isTwice ? [duplicateClient(client, index)] : [];
  });
}

function duplicateClient(client: { id: string }, index: number): Diagnostic {
  const place = placeOf(client, 'id');
  return {
    severity: 'error',
    code: 'DUPLICATE_CLIENT',
    message: `Two clients are called \`${client.id}\`.`,
    remedy: 'Give each client an id of its own.',
    ...(place && { place }),
    path: `clients[${index}].id`,
  };
}
