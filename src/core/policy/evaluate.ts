import type { PolicyStatement } from '../stack/model.js';
import type { CompiledPolicy, CompiledRequest } from './compile.js';
import type { RequestPrincipal } from './principals.js';

/** What is asked of a policy. */
export interface PolicyRequest {
  /** `service:Action`; compared without regard to case. */
  action: string;
  /** ARN; compared with regard to case. */
  resource: string;
  /** Who asks; needed for statements with a `Principal`. */
  principal?: RequestPrincipal;
  /** Condition keys (case does not matter) and their values; also what `${aws:…}` variables stand for. */
  context?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export interface PolicyDecision {
  decision: 'allow' | 'explicitDeny' | 'implicitDeny';
  /** The statement that decided; none for an implicit deny. */
  statement?: PolicyStatement;
}

const NOTHING: CompiledRequest['context'] = new Map();
const NO_VALUE = (): undefined => undefined;

/**
 * Asks policies (see `compilePolicy`): a matching Deny in any of them wins, else a matching Allow, else it is an
 * implicit deny.
 */
export function evaluate(policies: readonly CompiledPolicy[], request: PolicyRequest): PolicyDecision {
  const compiled = compileRequest(request);
  let allowed: PolicyStatement | undefined;
  for (const { statements } of policies) {
    for (const statement of statements) {
      if (allowed && statement.effect === 'Allow') continue;
      if (!statement.matches(compiled)) continue;
      if (statement.effect === 'Deny') return { decision: 'explicitDeny', statement: statement.source };
      allowed = statement.source;
    }
  }
  return allowed ? { decision: 'allow', statement: allowed } : { decision: 'implicitDeny' };
}

function compileRequest({ action, resource, principal, context }: PolicyRequest): CompiledRequest {
  if (!context) return { action, resource, principal, context: NOTHING, lookup: NO_VALUE };
  const values = new Map(
    Object.entries(context).map(([key, value]) => [
      key.toLowerCase(),
      Array.isArray(value) ? (value as string[]) : [String(value)],
    ]),
  );
  const lookup = (key: string): string | undefined => {
    const found = values.get(key.toLowerCase());
    return found?.length === 1 ? found[0] : undefined;
  };
  return { action, resource, principal, context: values, lookup };
}
