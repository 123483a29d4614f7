import type { Parameters } from '../aws/parameters.js';
import { type LockScope, scopeName } from './lock-scope.js';
import type { Target } from './target.js';

/** Who rotates keys in a region: the text of a parameter. */
export interface LockHolder {
  rotation: string;
  /** ARN of whoever rotates. */
  owner: string;
  host: string;
  pid: number;
  /** ISO 8601, of AWS's clock. */
  since: string;
  /** Last sign of life. */
  seen: string;
  token: string;
}

/** A parameter of Systems Manager that says who rotates keys of a scope in a region. */
export interface LockPlace {
  region: string;
  scope: LockScope;
  name: string;
}

/** In an order that is the same for all, so that two who want several never hold each other up. */
export function placesOf({ stack, regions }: Target, scopes: readonly LockScope[]): LockPlace[] {
  const sorted = regions.map(({ name }) => name).sort();
  return sorted.flatMap((region) =>
    scopes.map((scope) => ({ region, scope, name: `/arcube/${stack}/rotating/${scopeName(scope, '/')}` })),
  );
}

/** Other places in its region whose keys are partly the same, with who has them. */
export async function placesThatExclude(
  parameters: Parameters,
  { region, scope, name }: LockPlace,
): Promise<{ place: LockPlace; holder: LockHolder }[]> {
  const { kind, tenant } = scope;
  if (tenant === undefined) {
    const found = await parameters.under(name);
    return found.flatMap(({ name: other, value }) => {
      const place = { region, scope: { kind, tenant: other.slice(name.length + 1) }, name: other };
      const holder = readHolder(value);
      return holder ? [{ place, holder }] : [];
    });
  }
  const whole = name.slice(0, -tenant.length - 1);
  const holder = readHolder(await parameters.read(whole));
  return holder ? [{ place: { region, scope: { kind }, name: whole }, holder }] : [];
}

/** Who a parameter's text names; undefined when there is none. */
export function readHolder(text: string | undefined): LockHolder | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as LockHolder);
}
