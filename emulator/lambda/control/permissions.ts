import { LambdaServiceError } from '../../kernel/lambda.js';
import { conflict, constraint, invalid, notThere } from '../refusals.js';
import { type FunctionEntry, notFoundArn } from '../registry.js';
import { type PolicyStatement, type PolicyStatements, showStatement } from '../resource-policy.js';
import type { LambdaService } from '../service.js';

type Body = Record<string, unknown>;

/** Bytes of a function's resource policy (Lambda quotas). */
const LARGEST_POLICY = 20_480;
const SID = /^([a-zA-Z0-9-_]+)$/;
const ACTION = /^(lambda:[*]|lambda:[a-zA-Z]+|[*])$/;
/** A service's name, an account, an identity's ARN, or everybody. */
const PRINCIPAL =
  /^(\*|\d{12}|arn:aws[\w-]*:(iam|sts)::\d{12}:.+|[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com|amazon\.com))$/;

/** Adds a statement to a resource policy from the members of `AddPermission`; answers it as it is shown. */
export async function addPermission(
  service: LambdaService,
  entry: FunctionEntry,
  qualifier: string,
  body: Body,
): Promise<Record<string, unknown>> {
  checkQualifier(entry, qualifier);
  const statement = readStatement(body);
  const policy = entry.policies.get(qualifier) ?? { statements: [], revisionId: '' };
  checkPolicyRevision(body.RevisionId, policy);
  if (policy.statements.some(({ sid }) => sid === statement.sid))
    throw conflict(
      `The statement id (${statement.sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  const after = { statements: [...policy.statements, statement], revisionId: service.options.ids.uuid() };
  if (JSON.stringify(showPolicy(entry, qualifier, after)).length > LARGEST_POLICY)
    throw invalid('The final policy size is bigger than the limit (20480).');
  entry.policies.set(qualifier, after);
  await service.functions.kept.save();
  return showStatement(resourceOf(entry, qualifier), statement);
}

/** Takes a statement out of a resource policy. Throws `ResourceNotFoundException`. */
export async function removePermission(
  service: LambdaService,
  entry: FunctionEntry,
  qualifier: string,
  { StatementId: sid, RevisionId }: { StatementId: string; RevisionId?: unknown },
): Promise<void> {
  checkQualifier(entry, qualifier);
  const policy = policyOf(entry, qualifier);
  checkPolicyRevision(RevisionId, policy);
  const statements = policy.statements.filter((one) => one.sid !== sid);
  if (statements.length === policy.statements.length)
    throw notThere(`Statement ${sid} is not found in resource policy.`);
  if (statements.length === 0) entry.policies.delete(qualifier);
  else entry.policies.set(qualifier, { statements, revisionId: service.options.ids.uuid() });
  await service.functions.kept.save();
}

/** The policy of a function, version or alias. Throws `ResourceNotFoundException` where there is none. */
export function policyOf(entry: FunctionEntry, qualifier: string): PolicyStatements {
  const policy = entry.policies.get(qualifier);
  if (policy && policy.statements.length > 0) return policy;
  throw notThere('The resource you requested does not exist.');
}

/** The policy as a document. */
export function showPolicy(
  entry: FunctionEntry,
  qualifier: string,
  { statements }: PolicyStatements,
): Record<string, unknown> {
  const resource = resourceOf(entry, qualifier);
  return {
    Version: '2012-10-17',
    Id: 'default',
    Statement: statements.map((one) => showStatement(resource, one)),
  };
}

function resourceOf({ arn }: FunctionEntry, qualifier: string): string {
  return qualifier === '' ? arn : `${arn}:${qualifier}`;
}

function checkQualifier(entry: FunctionEntry, qualifier: string): void {
  if (qualifier === '' || entry.versions.has(qualifier) || entry.aliases.has(qualifier)) return;
  if (qualifier === '$LATEST') throw invalid('We currently do not support adding policies for $LATEST.');
  throw notFoundArn(`${entry.arn}:${qualifier}`);
}

function checkPolicyRevision(given: unknown, { revisionId }: PolicyStatements): void {
  if (given === undefined || given === null || given === revisionId) return;
  throw new LambdaServiceError(
    'PreconditionFailedException',
    412,
    'The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id',
  );
}

function readStatement(body: Body): PolicyStatement {
  const text = (name: string) => (body[name] === undefined ? undefined : String(body[name]));
  const sid = text('StatementId');
  const action = text('Action');
  const principal = text('Principal');
  if (sid === undefined || !SID.test(sid)) throw constraint('statementId', sid, pattern('([a-zA-Z0-9-_]+)'));
  if (action === undefined || !ACTION.test(action))
    throw constraint('action', action, pattern('(lambda:[*]|lambda:[a-zA-Z]+|[*])'));
  if (principal === undefined || !PRINCIPAL.test(principal))
    throw invalid('The provided principal was invalid. Please check the principal and try again.');
  const more = {
    sourceArn: text('SourceArn'),
    sourceAccount: text('SourceAccount'),
    principalOrgId: text('PrincipalOrgID') ?? text('PrincipalOrgId'),
    functionUrlAuthType: text('FunctionUrlAuthType'),
    eventSourceToken: text('EventSourceToken'),
  };
  const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
  return { sid, action, principal, ...given };
}

function pattern(wanted: string): string {
  return `Member must satisfy regular expression pattern: ${wanted}`;
}
