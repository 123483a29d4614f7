import type { Subject } from './kind.js';
import type { KindName } from './phases.js';

/** What a rotation keeps others from: the keys of a kind, of one tenant or (none named) of everybody. */
export interface LockScope {
  kind: KindName;
  tenant?: string;
}

/** What may stand in the name of a file and of a parameter of Systems Manager. */
const NAMEABLE = /^[\w.-]{1,200}$/;

/**
 * What a rotation of these keys needs for itself, in an order that is the same for all. A rotation that was asked for
 * certain tenants keeps others from those alone; any other one keeps them from the whole kind, new tenants included.
 */
export function scopesOf(subjects: readonly Subject[], tenants: readonly string[]): LockScope[] {
  const scopes = new Map<string, LockScope>();
  for (const { kind, tenant } of subjects) {
    const alone = tenants.length > 0 && tenant !== undefined && NAMEABLE.test(tenant);
    const scope = alone ? { kind, tenant } : { kind };
    scopes.set(scopeName(scope, '/'), scope);
  }
  return [...scopes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, scope]) => scope);
}

/** `client`, or `client/aulis-air`. */
export function scopeName({ kind, tenant }: LockScope, separator: string): string {
  return tenant === undefined ? kind : `${kind}${separator}${tenant}`;
}

/** For people: what is being rotated. */
export function scopeText({ kind, tenant }: LockScope): string {
  return tenant === undefined ? `all keys of kind ${kind}` : `the ${kind} keys of ${tenant}`;
}

/** True when two rotations of these must not be at work at once. */
export function exclude(one: LockScope, other: LockScope): boolean {
  if (one.kind !== other.kind) return false;
  return one.tenant === undefined || other.tenant === undefined || one.tenant === other.tenant;
}
