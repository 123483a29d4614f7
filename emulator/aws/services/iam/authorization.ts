import { evaluate, type PolicyDecision, type PolicyRequest } from '../../../../src/core/policy/evaluate.js';
import type { PolicyDocument } from '../../../../src/core/stack/model.js';
import type { AwsApiRequest, AwsCaller, AwsQuestion } from '../../../kernel/aws.js';
import type { AccessKey } from '../../access-keys.js';
import { AwsError } from '../../protocol/faults.js';
import { compiled } from './compiled.js';
import type { Directory } from './directory.js';
import { askResource, type ResourceAnswer } from './resource-policy.js';

type Context = NonNullable<PolicyRequest['context']>;

/** What became of a question, and the kind of policy that decided against it. */
export interface Verdict {
  allowed: boolean;
  explicit: boolean;
  by: 'identity-based policy' | 'permissions boundary' | 'session policy' | 'resource-based policy';
  matched?: PolicyDecision['statement'];
}

/**
 * Asks all policies as IAM does (User Guide, "Policy evaluation logic"): an explicit Deny anywhere wins. Within an
 * account a resource's policy may let a user or a session in by itself, and a role within its boundary and session
 * policies; else identity policies must allow, and so must boundary and session policies. Across accounts both sides
 * must. A KMS key's policy must let the caller in or leave it to the account, whatever else allows.
 */
export function decide(
  directory: Directory,
  key: Pick<AccessKey, 'caller' | 'sessionPolicies'>,
  question: AwsQuestion,
  context: Context,
): Verdict {
  const answers = askIdentity(directory, key, question, context);
  const denied = answers.find(({ decision }) => decision === 'explicitDeny');
  if (denied) return verdict(false, true, denied);
  const { resourcePolicy: policy } = question;
  if (!policy) return allOf(answers);
  const answer = askResource(policy, key.caller, question, context);
  if (answer.denied) return verdict(false, true, { by: RESOURCE, ...answer.denied });
  const isOwn = policy.accountId === key.caller.accountId;
  return isOwn ? within(policy.isRequired, answer, answers) : across(policy.isForOthers, answer, answers);
}

const RESOURCE = 'resource-based policy';

type Answer = PolicyDecision & { by: Verdict['by'] };

const NOBODY: Answer = { by: RESOURCE, decision: 'implicitDeny' };

function within(isRequired: boolean, { grant, statement }: ResourceAnswer, answers: Answer[]): Verdict {
  const granted: Answer = { by: RESOURCE, decision: 'allow', ...(statement && { statement }) };
  if (grant === 'caller') return verdict(true, false, granted);
  if (grant === 'role')
    return allOf([granted, ...answers.filter(({ by }) => by !== 'identity-based policy')]);
  if (grant === 'nobody' && isRequired) return verdict(false, false, NOBODY);
  return allOf(answers);
}

function across(isForOthers: boolean, { grant }: ResourceAnswer, answers: Answer[]): Verdict {
  return grant === 'nobody' || !isForOthers ? verdict(false, false, NOBODY) : allOf(answers);
}

/** What each of the caller's policies says, by its kind; an account's root has none, and is allowed. */
function askIdentity(
  directory: Directory,
  { caller, sessionPolicies }: Pick<AccessKey, 'caller' | 'sessionPolicies'>,
  { action, resource }: AwsQuestion,
  context: Context,
): Answer[] {
  const own = directory.policiesOf(caller);
  if (!own) return [{ by: 'identity-based policy', decision: 'allow' }];
  const layers: [Verdict['by'], readonly PolicyDocument[] | undefined][] = [
    ['identity-based policy', own.policies],
    ['permissions boundary', own.boundary && [own.boundary]],
    ['session policy', sessionPolicies],
  ];
  return layers.flatMap(([by, documents]) =>
    documents ? [{ by, ...evaluate(documents.map(compiled), { action, resource, context }) }] : [],
  );
}

/** Allowed when every one of them allows. */
function allOf(answers: readonly Answer[]): Verdict {
  const silent = answers.find(({ decision }) => decision !== 'allow');
  return silent ? verdict(false, false, silent) : verdict(true, false, answers[0] as Answer);
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

function verdict(allowed: boolean, explicit: boolean, answer: Answer): Verdict {
  const { by, statement } = answer;
  return { allowed, explicit, by, ...(statement && { matched: statement }) };
}
