import type { PolicyDocument, PolicyStatement } from '../../../src/core/stack/model.js';

/** What a policy says of one action on one resource. */
export type PolicyDecision = 'allow' | 'explicit-deny' | 'implicit-deny';

/** Evaluates an identity policy: a matching Deny wins over any Allow. Statements with a Condition never allow. */
export function decidePolicy(policy: PolicyDocument, action: string, arn: string): PolicyDecision {
  let decision: PolicyDecision = 'implicit-deny';
  for (const statement of [policy.Statement].flat()) {
    if (!covers(statement, action, arn)) continue;
    if (statement.Effect === 'Deny') return 'explicit-deny';
    if (statement.Condition === undefined) decision = 'allow';
  }
  return decision;
}

function covers(statement: PolicyStatement, action: string, arn: string): boolean {
  const byAction = statement.Action
    ? matchesAny(statement.Action, action)
    : !matchesAny(statement.NotAction, action);
  return (
    byAction &&
    (statement.Resource ? matchesAny(statement.Resource, arn) : !matchesAny(statement.NotResource, arn))
  );
}

function matchesAny(patterns: string | string[] | undefined, text: string): boolean {
  return [patterns ?? []].flat().some((pattern) => matches(pattern, text));
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's').test(text);
}
