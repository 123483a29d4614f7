import type { Ids } from '../../src/core/ids.js';
import type { LambdaPermission } from '../../src/core/stack/model.js';
import type { PolicyStatements } from './resource-policy.js';

/** The resource policies of a function, by qualifier, that a template's permissions come to. */
export function templatePolicies(
  functionArn: string,
  permissions: readonly LambdaPermission[],
  ids: Ids,
): Map<string, PolicyStatements> {
  const policies = new Map<string, PolicyStatements>();
  for (const { functionArn: arn, action, principal, sourceArn, sourceAccount } of permissions) {
    if (arn !== functionArn && !arn.startsWith(`${functionArn}:`)) continue;
    const qualifier = arn.slice(functionArn.length + 1);
    const policy = policies.get(qualifier) ?? { statements: [], revisionId: ids.uuid() };
    policies.set(qualifier, policy);
    policy.statements.push({
      sid: `template-${policy.statements.length + 1}`,
      action,
      principal,
      ...(sourceArn !== undefined && { sourceArn }),
      ...(sourceAccount !== undefined && { sourceAccount }),
    });
  }
  return policies;
}
