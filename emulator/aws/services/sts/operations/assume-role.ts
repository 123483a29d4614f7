import type { Dict } from '../../../../../src/core/dict.js';
import { evaluate } from '../../../../../src/core/policy/evaluate.js';
import type { PolicyDocument } from '../../../../../src/core/stack/model.js';
import type { AwsApiRequest } from '../../../../kernel/aws.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { contextOf, decide } from '../../iam/authorization.js';
import { compiled } from '../../iam/compiled.js';
import type { StoredRole } from '../../iam/stored.js';
import { credentialsOf } from '../credentials.js';
import type { StsContext } from '../index.js';
import { readSessionPolicies } from '../session-policies.js';

const ACTION = 'sts:AssumeRole';

/** `AssumeRole`: for whom the role's trust policy, and within an account the caller's own policies, allow it. */
export const assumeRole: Operation<StsContext> = async (context, input, request) => {
  const { sessions, directory, clock } = context;
  const roleArn = input.text('RoleArn', { min: 20, max: 2048 });
  const name = input.text('RoleSessionName', { min: 2, max: 64, pattern: /^[\w+=,.@-]*$/ });
  const policies = readSessionPolicies(input, directory, request.caller.accountId);
  if (request.caller.arn.endsWith(':root'))
    throw new AwsError('AccessDenied', 'Roles may not be assumed by root accounts.', 403);
  const role = directory.role(roleArn);
  if (!role || !isTrusted(context, role, input, request)) throw denied(request, roleArn);
  const seconds = readDuration(input, role, request);
  const accountId = roleArn.split(':')[4] as string;
  const caller = {
    accountId,
    arn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/${name}`,
    userId: `${role.id}:${name}`,
  };
  const { accessKeyId, session } = await sessions.open(caller, {
    now: clock.now(),
    seconds,
    ...(policies && { policies }),
  });
  return {
    Credentials: credentialsOf(accessKeyId, session),
    AssumedRoleUser: { AssumedRoleId: caller.userId, Arn: caller.arn },
    ...(policies && { PackedPolicySize: Math.ceil((JSON.stringify(policies).length / 2048) * 100) }),
  } as Dict;
};

/** Who is trusted by name needs nothing else; who is trusted through the account must be allowed by it, too. */
function isTrusted(
  { directory }: StsContext,
  role: StoredRole,
  input: Input,
  request: AwsApiRequest,
): boolean {
  const { caller } = request;
  const externalId = input.optionalText('ExternalId', { min: 2, max: 1224 });
  const known = contextOf(caller, request);
  const context = {
    ...known,
    'sts:RoleSessionName': input.text('RoleSessionName'),
    ...(externalId !== undefined && { 'sts:ExternalId': externalId }),
  };
  const trust = compiled(JSON.parse(role.trust) as PolicyDocument);
  const arns = [caller.arn, String(known['aws:PrincipalArn'])];
  const question = { action: ACTION, resource: role.arn, context };
  const asAccount = evaluate([trust], {
    ...question,
    principal: { type: 'AWS', arns, account: caller.accountId },
  });
  if (asAccount.decision !== 'allow') return false;
  const byName = evaluate([trust], { ...question, principal: { type: 'AWS', arns } });
  const isOwn = role.arn.split(':')[4] === caller.accountId;
  if (byName.decision === 'allow' && isOwn) return true;
  return decide(directory, { caller }, { action: ACTION, resource: role.arn }, context).allowed;
}

function readDuration(input: Input, role: StoredRole, { caller }: AwsApiRequest): number {
  const seconds = input.optionalInteger('DurationSeconds', { min: 900, max: 43_200 }) ?? 3600;
  if (seconds > role.maxSession)
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  if (caller.arn.includes(':assumed-role/') && seconds > 3600)
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  return seconds;
}

function denied({ caller }: AwsApiRequest, roleArn: string): AwsError {
  const message = `User: ${caller.arn} is not authorized to perform: ${ACTION} on resource: ${roleArn}`;
  return new AwsError('AccessDenied', message, 403);
}
