import type { TenantMove } from './database/documents.js';
import { isSupported } from './money/currency.js';

/** What the functions read of a tenant: its file in `tenants/`, as it was put into the database. */
export interface Tenant {
  id: string;
  name: string;
  enabled: boolean;
  iataCode?: string;
  domains: string[];
  /** AWS region of the tenant's passenger data. */
  dataRegion: string;
  currency: string;
  /** Currencies it sells in beside its own; every supported one when left out. */
  currencies?: string[];
  locales: string[];
  categories: Record<string, { enabled: boolean; markup?: number; vendors?: string[] } | undefined>;
  /** Percent numbers: 20 is twenty percent. */
  defaultMarkup: number;
  platformShare: number;
  touchpoints?: Record<
    string,
    { enabled: boolean; categories?: string[]; hoursBefore?: number; maxOffers?: number } | undefined
  >;
  vendors?: string[];
  theme?: { logo?: string; colors?: Record<string, string>; typography?: Record<string, string> };
  emailSender?: { address: string; name?: string; replyTo?: string };
  /** Mustache template of its e-mails, in place of the platform's. */
  emailTemplate?: string;
  /** Endpoints that its file declares; beside them the API registers others. */
  webhooks?: { id: string; url: string; events: string[]; enabled: boolean }[];
  ratePlan?: { perMinute: number; burst: number };
  /** There while its data is moved to another region. */
  move?: TenantMove;
}

/** True for a supported currency that the tenant sells in. */
export function sellsIn(
  { currency, currencies }: Pick<Tenant, 'currency' | 'currencies'>,
  wanted: string,
): boolean {
  return isSupported(wanted) && (wanted === currency || (currencies?.includes(wanted) ?? true));
}
