import type { Diagnostic, SourcePlace } from '../diagnostics.js';
import { placeAtPath, placeOf } from '../document/marks.js';
import {
  type CheckedFile,
  checkYamlAnew,
  checkYamlWithSchema,
  readYamlWithSchema,
} from './read-with-schema.js';
import schema from './schemas/tenant.schema.json' with { type: 'json' };

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
  webhooks?: { url: string; events: string[]; secretRef?: string; enabled: boolean }[];
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

/** What a schema cannot say: ids are unique within the file. */
function checked(result: CheckedFile<TenantConfig>): CheckedFile<TenantConfig> {
  const clients = result.value?.clients;
  if (!clients) return result;
  const seen = new Set<string>();
  for (const [index, client] of clients.entries()) {
    if (seen.has(client.id)) result.diagnostics.push(duplicateClient(client, index));
    seen.add(client.id);
  }
  if (result.value?.webhooks?.length) result.diagnostics.push(unregistered(result.value));
  if (result.diagnostics.some(({ severity }) => severity === 'error'))
    return { file: result.file, diagnostics: result.diagnostics };
  return result;
}

/** What the file says of webhooks is a note: only the API gives an endpoint the secret that its deliveries are signed with. */
function unregistered(tenant: TenantConfig): Diagnostic {
  const place = placeOf(tenant, 'webhooks');
  return {
    severity: 'warning',
    code: 'WEBHOOKS_NOT_REGISTERED',
    message: `The webhooks in the file of \`${tenant.id}\` are not registered by it: nothing is delivered to them.`,
    remedy: 'Register each with `POST /webhooks`; the answer has the secret that deliveries are signed with.',
    ...(place && { place }),
    path: 'webhooks',
  };
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
