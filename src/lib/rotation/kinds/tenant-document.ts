import type { Secret } from '../../../core/secret.js';
import type { KeyState } from '../key-states.js';
import type { PendingDocument } from '../pending.js';
import { parseDocument } from '../secret-edit.js';

/** One value of a client's or an edge's secret. */
export interface TenantValue {
  id?: string;
  value: string;
  state?: KeyState;
  notAfter?: number;
}

/** What Secrets Manager keeps of a client or of a tenant's edge; members that are not named here stay as they are. */
export interface TenantDocument extends PendingDocument {
  tenant: string;
  region: string;
  enabled: boolean;
  secrets: TenantValue[];
}

/** Reads it. */
export function readTenantSecret(value: Secret, name: string): TenantDocument {
  const document = parseDocument<TenantDocument>(value, name);
  if (!Array.isArray(document.secrets)) throw new Error(`the secret ${name} has no list of values`);
  return document;
}
