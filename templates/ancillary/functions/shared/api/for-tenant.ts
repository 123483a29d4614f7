import type { Db } from 'mongodb';
import { homeDatabase, regionDatabase } from '../database/clusters.js';
import { collection } from '../database/collections.js';
import { checkRate, countCall, type RateUse, takeBack } from '../rate-limit.js';
import type { Tenant } from '../tenant.js';
import type { Caller } from '../tokens/claims.js';
import { callerOf } from './caller.js';
import { ApiError } from './errors.js';
import type { Answer, Call, Operation } from './serve.js';

/** A call of a known tenant. */
export interface TenantCall extends Call {
  caller: Caller;
  tenant: Tenant;
  /** Database of the tenant's data region. */
  db: Db;
}

export type TenantOperation = (call: TenantCall) => Promise<Answer>;

/**
 * An operation for callers of a tenant: finds out who calls, counts the call against the tenant's rate, and reads the
 * tenant afresh, so that a change of mark-ups works at once.
 */
export function forTenant(
  operation: TenantOperation,
  identify: (call: Call) => Caller | Promise<Caller> = ({ event }) => callerOf(event),
): Operation {
  return async (call) => {
    const caller = await identify(call);
    const home = await homeDatabase();
    const [use, tenant] = await Promise.all([
      countCall(home, caller.tenant),
      readTenant(home, caller.tenant),
    ]);
    if (!tenant?.enabled) throw new ApiError('PERMISSION_DENIED', 'The tenant is not active.');
    await limit(home, tenant, use, call.headers);
    refuseWhileHeld(tenant, call.event.httpMethod);
    return operation({ ...call, caller, tenant, db: await regionDatabase(tenant.dataRegion) });
  };
}

async function limit(home: Db, tenant: Tenant, use: RateUse, headers: Record<string, string>): Promise<void> {
  try {
    checkRate(use, tenant, headers);
  } catch (error) {
    await takeBack(home, tenant.id, use);
    throw error;
  }
}

async function readTenant(home: Db, id: string): Promise<Tenant | undefined> {
  const tenants = await collection(home, 'tenants');
  const found = await tenants.findOne({ _id: id });
  if (!found) return undefined;
  const { _id, ...settings } = found;
  return { id: _id, ...settings };
}

/** Throws a 503 `ApiError` for a call that may write while the tenant's data is on its way to another region. */
export function refuseWhileHeld({ move }: Pick<Tenant, 'move'>, method = 'POST'): void {
  if (!move?.hold || method === 'GET') return;
  throw new ApiError('UNAVAILABLE', 'The tenant is being moved to another region. Try again.', [], {
    'Retry-After': '5',
  });
}

/** Throws a 403 `ApiError` when a body names another tenant than the token's. */
export function refuseForeignTenant(named: string | undefined, { id }: Tenant): void {
  if (named !== undefined && named !== id)
    throw new ApiError('PERMISSION_DENIED', 'The token belongs to another tenant.', [
      { field: 'tenant', reason: 'FOREIGN_TENANT' },
    ]);
}
