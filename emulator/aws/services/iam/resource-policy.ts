import { evaluate, type PolicyDecision, type PolicyRequest } from '../../../../src/core/policy/evaluate.js';
import type { RequestPrincipal } from '../../../../src/core/policy/principals.js';
import type { PolicyDocument } from '../../../../src/core/stack/model.js';
import type { AwsCaller, AwsQuestion, ResourcePolicy } from '../../../kernel/aws.js';
import { compiled } from './compiled.js';
import { parsed } from './directory.js';

/**
 * Whom a resource's policy lets in: the user or the session itself, the role behind the session (or everybody), the
 * caller's whole account (which leaves it to the account's own policies), or nobody.
 */
type Grant = 'caller' | 'role' | 'account' | 'nobody';

/** What a resource's policy says of a caller. */
export interface ResourceAnswer {
  /** The statement that denies, if one does. */
  denied?: PolicyDecision;
  grant: Grant;
  statement?: PolicyDecision['statement'];
}

type Context = NonNullable<PolicyRequest['context']>;

/** Asks the policy of a resource; one that cannot be read lets nobody in. */
export function askResource(
  { document }: ResourcePolicy,
  caller: AwsCaller,
  { action, resource }: AwsQuestion,
  context: Context,
): ResourceAnswer {
  const policy = document === undefined ? undefined : read(document);
  if (!policy) return { grant: 'nobody' };
  const ask = (principal: Partial<RequestPrincipal>): PolicyDecision =>
    evaluate([compiled(policy)], {
      action,
      resource,
      context,
      principal: { type: 'AWS', arns: [], ...principal },
    });
  const { accountId: account, arn } = caller;
  const role = String(context['aws:PrincipalArn'] ?? arn);
  const whole = ask({ arns: [arn, role], account });
  if (whole.decision === 'explicitDeny') return { denied: whole, grant: 'nobody' };
  if (whole.decision === 'implicitDeny') return { grant: 'nobody' };
  return { grant: grantOf(ask, arn, role), ...(whole.statement && { statement: whole.statement }) };
}

function grantOf(ask: (who: Partial<RequestPrincipal>) => PolicyDecision, arn: string, role: string): Grant {
  const allows = (arns: string[]): boolean => ask({ arns }).decision === 'allow';
  // a statement for everybody matches any ARN: it is no more than one for the role
  const everybody = allows([]);
  if (!everybody && allows([arn])) return 'caller';
  return everybody || allows([role]) ? 'role' : 'account';
}

/** True when the policy allows whoever does not sign at all. */
export function allowsAnybody(document: string, { action, resource, context = {} }: AwsQuestion): boolean {
  const policy = read(document);
  if (!policy) return false;
  const principal: RequestPrincipal = { type: 'Anonymous', arns: [] };
  return evaluate([compiled(policy)], { action, resource, context, principal }).decision === 'allow';
}

function read(document: string): PolicyDocument | undefined {
  try {
    const policy = parsed(document);
    compiled(policy);
    return policy;
  } catch {
    return undefined;
  }
}
