import { isDict } from '../dict.js';
import { compilePolicy } from '../policy/compile.js';
import { evaluate } from '../policy/evaluate.js';
import { globMatches } from '../policy/pattern.js';
import type { ApiStage, LambdaPermission, StackModel, StackResource } from './model.js';

const GATEWAY = 'apigateway.amazonaws.com';

/** What a call of a function by API Gateway is judged by. */
export interface Invocation {
  /** With the qualifier, where the URI has one. */
  functionArn: string;
  /** The ARN of the method or of the authorizer that calls. */
  sourceArn: string;
  /** ARN of the role that is taken on for the call, when there is one. */
  credentials?: string | undefined;
}

type Rights = Pick<StackModel, 'functions' | 'permissions' | 'resources'>;

/**
 * Why API Gateway may not invoke a function: no `AWS::Lambda::Permission` lets it, or the role it takes on does not.
 * Undefined when it may. Functions, roles and managed policies outside the stack are not ours to judge.
 */
export function invocationFault(stack: Rights, invocation: Invocation): string | undefined {
  const { functionArn, sourceArn, credentials } = invocation;
  const fn = stack.functions.find(({ arn }) => functionArn === arn || functionArn.startsWith(`${arn}:`));
  if (fn === undefined) return undefined;
  if (credentials !== undefined) return roleFault(stack, credentials, functionArn);
  if (stack.permissions.some((permission) => grants(permission, functionArn, sourceArn))) return undefined;
  return `no AWS::Lambda::Permission lets ${GATEWAY} invoke ${functionArn} for ${sourceArn}`;
}

function grants(permission: LambdaPermission, functionArn: string, sourceArn: string): boolean {
  if (permission.functionArn !== functionArn || permission.principal !== GATEWAY) return false;
  if (!/^(\*|lambda:(\*|InvokeFunction))$/i.test(permission.action)) return false;
  const account = sourceArn.split(':')[4];
  if (permission.sourceAccount !== undefined && permission.sourceAccount !== account) return false;
  return permission.sourceArn === undefined || globMatches(permission.sourceArn, sourceArn);
}

function roleFault(stack: Rights, credentials: string, functionArn: string): string | undefined {
  if (/:iam::\*:user\/\*$/.test(credentials)) return "the caller's own credentials are not passed on here";
  const role = stack.resources.find(({ type, arn }) => type === 'AWS::IAM::Role' && arn === credentials);
  if (role === undefined) return undefined;
  const trust = trusts(role.properties.AssumeRolePolicyDocument);
  if (!trust) return `the role ${role.logicalId} does not let ${GATEWAY} take it on`;
  const { documents, complete } = policiesOf(role, stack.resources);
  const decision = ask(documents, { action: 'lambda:InvokeFunction', resource: functionArn });
  if (decision === 'allow' || (decision === 'implicitDeny' && !complete)) return undefined;
  return `the policies of the role ${role.logicalId} do not allow lambda:InvokeFunction on ${functionArn}`;
}

/** A trust policy names no resource: it is about the role itself. */
function trusts(document: unknown): boolean {
  if (!isDict(document)) return false;
  const statements = [document.Statement ?? []].flat().filter(isDict);
  const whole = { ...document, Statement: statements.map((one) => ({ ...one, Resource: '*' })) };
  const principal = { type: 'Service' as const, arns: [GATEWAY] };
  return ask([whole], { action: 'sts:AssumeRole', resource: '*', principal }) === 'allow';
}

/** Every policy of the stack that is attached to a role; `complete` is false when others are too. */
function policiesOf(role: StackResource, resources: StackResource[]) {
  const managed = strings(role.properties.ManagedPolicyArns);
  const attached = resources.filter(
    ({ type, arn, properties }) =>
      /^AWS::IAM::(Policy|RolePolicy|ManagedPolicy)$/.test(type) &&
      (properties.RoleName === role.physicalId ||
        strings(properties.Roles).includes(role.physicalId) ||
        (arn !== undefined && managed.includes(arn))),
  );
  const inline = [role.properties.Policies ?? []].flat().filter(isDict);
  const own = attached.map(({ arn }) => arn);
  return {
    documents: [...inline, ...attached.map(({ properties }) => properties)].map((one) => one.PolicyDocument),
    complete: managed.every((arn) => own.includes(arn)),
  };
}

function strings(value: unknown): string[] {
  return [value ?? []].flat().map(String);
}

/** What policies say; a malformed one allows nothing. */
function ask(documents: readonly unknown[], request: Parameters<typeof evaluate>[1]): string {
  try {
    return evaluate(documents.map(compilePolicy), request).decision;
  } catch {
    return 'explicitDeny';
  }
}

/** ARN by which a method of one stage is known to Lambda: path parameters and `ANY` stand as `*`. */
export function methodSourceArn(prefix: string, httpMethod: string, resourcePath: string): string {
  return `${prefix}/${httpMethod === 'ANY' ? '*' : httpMethod}${resourcePath.replace(/\{[^}]*\}/g, '*')}`;
}

/** Puts the values of stage variables into `${stageVariables.x}`; an unknown one is empty. */
export function withStageVariables(text: string, stage: Pick<ApiStage, 'variables'>): string {
  return text.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(stage.variables, name) ? (stage.variables[name] as string) : '',
  );
}
