import type { Dict } from '../../../../../src/core/dict.js';
import { isDict } from '../../../../../src/core/dict.js';
import { globMatches } from '../../../../../src/core/policy/pattern.js';
import { AwsError } from '../../../../kernel/aws-error.js';
import { refused } from '../faults.js';

type UpdateAction = 'Update:Modify' | 'Update:Replace' | 'Update:Delete';

/** Throws `ValidationError` for a text that is no stack policy. */
export function checkPolicy(text: string): string {
  const fault = refused('Error validating stack policy: Invalid stack policy');
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    throw fault;
  }
  if (!isDict(policy) || !Array.isArray(policy.Statement)) throw fault;
  for (const statement of policy.Statement as unknown[]) if (!isStatement(statement)) throw fault;
  return text;
}

function isStatement(value: unknown): boolean {
  if (!isDict(value) || (value.Effect !== 'Allow' && value.Effect !== 'Deny')) return false;
  const actions = [value.Action ?? value.NotAction].flat();
  const isAction = (one: unknown) =>
    typeof one === 'string' && /^Update:(?:\*|Modify|Replace|Delete)$/.test(one);
  const everybody = value.Principal === '*' || (isDict(value.Principal) && value.Principal.AWS === '*');
  return (
    everybody && actions.every(isAction) && (value.Resource !== undefined || value.NotResource !== undefined)
  );
}

/** Throws when a stack's policy does not let an update do this. */
export function askPolicy(
  text: string | undefined,
  action: UpdateAction,
  { logicalId, type }: { logicalId: string; type: string },
): void {
  if (text === undefined) return;
  const statements = (JSON.parse(text) as { Statement: Dict[] }).Statement;
  const fitting = statements
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => fits(one, action, logicalId, type));
  const denial = fitting.find(({ one }) => one.Effect === 'Deny');
  if (!denial && fitting.length > 0) return;
  const why = denial
    ? `Statement [#${denial.index + 1}] does not allow [${String([denial.one.Action].flat()[0] ?? action)}] for resource [${String([denial.one.Resource].flat()[0] ?? '*')}];`
    : `no statement allows [${action}] for resource [LogicalResourceId/${logicalId}];`;
  throw new AwsError('StackPolicy', `Action denied by stack policy: ${why}`);
}

function fits(statement: Dict, action: string, logicalId: string, type: string): boolean {
  const any = (patterns: unknown, text: string) =>
    [patterns].flat().some((one) => globMatches(String(one), text));
  const named = `LogicalResourceId/${logicalId}`;
  const onAction =
    statement.Action === undefined ? !any(statement.NotAction, action) : any(statement.Action, action);
  const onResource =
    statement.Resource === undefined ? !any(statement.NotResource, named) : any(statement.Resource, named);
  return onAction && onResource && conditionHolds(statement.Condition, type);
}

/** Conditions of stack policies know the resource's type alone. */
function conditionHolds(condition: unknown, type: string): boolean {
  if (!isDict(condition)) return true;
  return Object.entries(condition).every(([operator, keys]) => {
    const patterns = isDict(keys) ? [keys.ResourceType].flat().map(String) : [];
    if (operator === 'StringEquals') return patterns.includes(type);
    return operator === 'StringLike' && patterns.some((one) => globMatches(one, type));
  });
}
