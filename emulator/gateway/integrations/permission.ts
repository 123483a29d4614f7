import { globMatches } from '../../../src/core/policy/pattern.js';
import type { LambdaPermission, StackModel } from '../../../src/core/stack/model.js';

/**
 * Whether API Gateway may invoke a function of the stack for this source (the ARN of a method or an authorizer). Functions
 * outside the stack are not ours to judge. `credentials` is the role that is taken on instead, when there is one.
 */
export function mayInvoke(
  stack: Pick<StackModel, 'functions' | 'permissions'>,
  functionArn: string,
  sourceArn: string,
  credentials?: string,
): boolean {
  if (credentials !== undefined) return true;
  const fn = stack.functions.find(({ arn }) => functionArn === arn || functionArn.startsWith(`${arn}:`));
  if (fn === undefined) return true;
  return stack.permissions.some((permission) => grants(permission, functionArn, sourceArn));
}

function grants(permission: LambdaPermission, functionArn: string, sourceArn: string): boolean {
  if (permission.functionArn !== functionArn || permission.principal !== 'apigateway.amazonaws.com')
    return false;
  if (!/^(\*|lambda:(\*|InvokeFunction))$/i.test(permission.action)) return false;
  return permission.sourceArn === undefined || globMatches(permission.sourceArn, sourceArn);
}
