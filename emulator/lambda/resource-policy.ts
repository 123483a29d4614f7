import { globMatches } from '../../src/core/policy/pattern.js';
import type { InvokingService } from '../kernel/lambda.js';

/** One statement of a function's resource policy, as `AddPermission` made it. */
export interface PolicyStatement {
  sid: string;
  action: string;
  /** A service (`apigateway.amazonaws.com`), an account, an ARN, or `*`. */
  principal: string;
  sourceArn?: string;
  sourceAccount?: string;
  principalOrgId?: string;
  functionUrlAuthType?: string;
  eventSourceToken?: string;
}

/** A resource policy: of a function, of one of its versions or of an alias. */
export interface PolicyStatements {
  statements: PolicyStatement[];
  revisionId: string;
}

/** Callers that a policy was asked about; few ask, again and again. */
const MOST_ANSWERS = 1000;
const ANSWERS = new WeakMap<PolicyStatements, Map<string, boolean>>();

/** Whether a policy lets a service invoke. A policy that changes is another object: answers are remembered. */
export function lets(policy: PolicyStatements, by: InvokingService): boolean {
  const key = `${by.service} ${by.sourceArn}`;
  let answers = ANSWERS.get(policy);
  const known = answers?.get(key);
  if (known !== undefined) return known;
  if (!answers || answers.size >= MOST_ANSWERS) {
    answers = new Map();
    ANSWERS.set(policy, answers);
  }
  const answer = policy.statements.some((one) => grants(one, by));
  answers.set(key, answer);
  return answer;
}

function grants(one: PolicyStatement, { service, sourceArn }: InvokingService): boolean {
  if (one.principal !== service && one.principal !== '*') return false;
  if (!/^(\*|lambda:(\*|InvokeFunction))$/i.test(one.action)) return false;
  if (one.sourceAccount !== undefined && one.sourceAccount !== accountOf(sourceArn)) return false;
  return one.sourceArn === undefined || globMatches(one.sourceArn, sourceArn);
}

function accountOf(arn: string): string | undefined {
  return arn.split(':')[4];
}

/** A statement as `GetPolicy` and `AddPermission` show it (recorded shape of Lambda's policies). */
export function showStatement(resource: string, one: PolicyStatement): Record<string, unknown> {
  const condition = {
    ...(one.sourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': one.sourceAccount } }),
    ...(one.sourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': one.sourceArn } }),
    ...equals('aws:PrincipalOrgID', one.principalOrgId, one.sourceAccount),
    ...equals('lambda:FunctionUrlAuthType', one.functionUrlAuthType, one.sourceAccount),
    ...equals('lambda:EventSourceToken', one.eventSourceToken, one.sourceAccount),
  };
  return {
    Sid: one.sid,
    Effect: 'Allow',
    Principal: showPrincipal(one.principal),
    Action: one.action,
    Resource: resource,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

function equals(key: string, value: string | undefined, account: string | undefined) {
  if (value === undefined) return {};
  return { StringEquals: { ...(account !== undefined && { 'AWS:SourceAccount': account }), [key]: value } };
}

function showPrincipal(principal: string): unknown {
  if (principal === '*') return '*';
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  if (principal.startsWith('arn:')) return { AWS: principal };
  return { Service: principal };
}
