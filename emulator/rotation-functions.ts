import type { StackModel } from '../src/core/stack/model.js';
import type { RotationFunctions } from './aws/index.js';
import type { LambdaInvoker } from './kernel/lambda.js';

const SERVICE = 'secretsmanager.amazonaws.com';

/** How Secrets Manager reaches the stack's functions: with a Lambda permission for it, as on AWS. */
export function rotationFunctions(lambda: LambdaInvoker, stack: () => StackModel): RotationFunctions {
  return {
    invoke: (functionName, event) => lambda.invoke({ functionName, payload: JSON.stringify(event) }),
    permits: (functionArn, secretArn) =>
      stack().permissions.some(
        (permission) =>
          permission.functionArn === functionArn &&
          permission.principal === SERVICE &&
          matches(permission.sourceArn, secretArn),
      ),
  };
}

function matches(pattern: string | undefined, arn: string): boolean {
  if (pattern === undefined) return true;
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(arn);
}
