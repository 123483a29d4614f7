import type { RotationFunctions } from './aws/index.js';
import type { LambdaService } from './lambda/index.js';

/** How Secrets Manager reaches functions: where their resource policies let it, as on AWS. */
export function rotationFunctions(lambda: LambdaService): RotationFunctions {
  return {
    invoke: (functionName, event) => lambda.invoke({ functionName, payload: JSON.stringify(event) }),
    permits: (functionArn, secretArn) =>
      lambda.permits(functionArn, { service: 'secretsmanager.amazonaws.com', sourceArn: secretArn }),
  };
}
