import { type CompiledPolicy, compilePolicy } from '../../../../src/core/policy/compile.js';
import { evaluate, type PolicyDecision, type PolicyRequest } from '../../../../src/core/policy/evaluate.js';
import type { PolicyDocument } from '../../../../src/core/stack/model.js';
import type { AwsApiRequest, AwsCaller, AwsQuestion } from '../../../kernel/aws.js';
import type { AccessKey } from '../../access-keys.js';
import { AwsError } from '../../protocol/faults.js';
import type { Directory } from './directory.js';

type Context = NonNullable<PolicyRequest['context']>;

/** What became of a question, and the kind of policy that decided against it. */
export interface Verdict {
  allowed: boolean;
  explicit: boolean;
  by: 'identity-based policy' | 'permissions boundary' | 'session policy';
  matched?: PolicyDecision['statement'];
}

/**
 * Asks an identity's policies as IAM does within one account: an explicit Deny anywhere wins; then identity policies
 * must allow, and so must the permissions boundary and the session's policies where there are any.
 */
export function decide(
  directory: Directory,
  key: Pick<AccessKey, 'caller' | 'sessionPolicies'>,
  { action, resource }: AwsQuestion,
  context: Context,
): Verdict {
  const own = directory.policiesOf(key.caller);
  if (!own) return { allowed: true, explicit: false, by: 'identity-based policy' };
  const layers: [Verdict['by'], readonly PolicyDocument[]][] = [
    ['identity-based policy', own.policies],
    ...(own.boundary ? [['permissions boundary', [own.boundary]] as [Verdict['by'], PolicyDocument[]]] : []),
    ...(key.sessionPolicies
      ? [['session policy', key.sessionPolicies] as [Verdict['by'], PolicyDocument[]]]
      : []),
  ];
  const answers = layers.map(([by, documents]) => ({
    by,
    ...evaluate(documents.map(compiled), { action, resource, context }),
  }));
  const denied = answers.find(({ decision }) => decision === 'explicitDeny');
  if (denied) return verdict(false, true, denied);
  const silent = answers.find(({ decision }) => decision === 'implicitDeny');
  return silent
    ? verdict(false, false, silent)
    : verdict(true, false, answers[0] as (typeof answers)[number]);
}

/** Refuses what no policy allows, in the words of AWS. `status` and `code` are the protocol's. */
export function authorizer(directory: Directory) {
  return (key: AccessKey, question: AwsQuestion, request: AwsApiRequest): void => {
    const { allowed, explicit, by } = decide(directory, key, question, {
      ...contextOf(key.caller, request),
      ...question.context,
    });
    if (allowed) return;
    const why = explicit
      ? `with an explicit deny in a${by === 'identity-based policy' ? 'n' : ''} ${by}`
      : `because no ${by} allows the ${question.action} action`;
    throw denial(
      request,
      `User: ${key.caller.arn} is not authorized to perform: ${question.action} on resource: ${question.resource} ${why}`,
    );
  };
}

/** `AccessDenied` as the protocol of a request has it. */
function denial({ headers }: AwsApiRequest, message: string): AwsError {
  const isJson = headers['x-amz-target'] !== undefined || headers['smithy-protocol'] !== undefined;
  const isQuery = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (isQuery) return new AwsError('AccessDenied', message, 403);
  return new AwsError('AccessDeniedException', message, isJson ? 400 : 403);
}

/** Condition keys that every request has. */
export function contextOf(caller: AwsCaller, { region }: Pick<AwsApiRequest, 'region'>): Context {
  const [, role] = /:assumed-role\/([^/]+)\//.exec(caller.arn) ?? [];
  const principal = role === undefined ? caller.arn : `arn:aws:iam::${caller.accountId}:role/${role}`;
  const user = /:user\/(?:.*\/)?([^/]+)$/.exec(caller.arn)?.[1];
  return {
    'aws:PrincipalArn': principal,
    'aws:PrincipalAccount': caller.accountId,
    'aws:PrincipalType': role === undefined ? 'User' : 'AssumedRole',
    'aws:userid': caller.userId,
    'aws:RequestedRegion': region,
    'aws:SecureTransport': 'false',
    ...(user !== undefined && { 'aws:username': user }),
  };
}

const COMPILED = new WeakMap<PolicyDocument, CompiledPolicy>();

/** Compiled once per document. */
export function compiled(document: PolicyDocument): CompiledPolicy {
  let policy = COMPILED.get(document);
  if (!policy) {
    policy = compilePolicy(document);
    COMPILED.set(document, policy);
  }
  return policy;
}

function verdict(
  allowed: boolean,
  explicit: boolean,
  answer: PolicyDecision & { by: Verdict['by'] },
): Verdict {
  const { by, statement } = answer;
  return { allowed, explicit, by, ...(statement && { matched: statement }) };
}
