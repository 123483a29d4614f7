import type { Diagnostic } from '../diagnostics.js';
import { placeAtPath } from '../document/marks.js';
import { placeInTenant, type TenantConfig } from './tenant.js';

/** Tells, file by file, which tenant or client was declared in an earlier file already: ids are unique over all. */
export class TenantConflicts {
  readonly #tenants = new Map<string, string>();
  readonly #clients = new Map<string, string>();

  /** Takes a file up; tells its first conflict with those before it. A file in conflict counts for nothing. */
  add(file: string, tenant: TenantConfig): Diagnostic | undefined {
    const other = this.#tenants.get(tenant.id);
    if (other !== undefined) return duplicate(tenant, file, ['id'], `tenant \`${tenant.id}\``, other);
    for (const [index, { id }] of tenant.clients.entries()) {
      const owner = this.#clients.get(id);
      if (owner !== undefined)
        return duplicate(tenant, file, ['clients', index, 'id'], `client \`${id}\``, owner);
    }
    this.#tenants.set(tenant.id, file);
    for (const { id } of tenant.clients) this.#clients.set(id, file);
    return undefined;
  }
}

function duplicate(
  tenant: TenantConfig,
  file: string,
  path: (string | number)[],
  what: string,
  other: string,
): Diagnostic {
  return {
    severity: 'error',
    code: 'DUPLICATE_ID',
    message: `The ${what} is already declared in ${other}.`,
    remedy: 'Give one of the two another id.',
    place: placeAtPath(tenant, path) ?? placeInTenant(file, path),
    path: path
      .map((step) => (typeof step === 'number' ? `[${step}]` : step))
      .join('.')
      .replace('.[', '['),
  };
}
