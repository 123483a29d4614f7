import type { ApiMethod, ApiStage } from '../../../src/core/stack/model.js';
import type { LambdaInvoker } from '../../kernel/lambda.js';
import { unsupported } from './common.js';
import type { HttpBackend } from './http-backend.js';
import { httpProxyIntegration } from './http-proxy.js';
import { lambdaIntegration } from './lambda.js';
import { mockIntegration } from './mock.js';
import type { IntegrationPlan } from './plan.js';

/** What integrations reach out with. */
export interface Backends {
  lambda: LambdaInvoker;
  http: HttpBackend;
}

/**
 * Compiles a method's integration for one stage. What the emulator cannot do answers 500 and says why in the log.
 * @param methodArn by which the method is known to Lambda
 */
export function compileIntegration(
  method: ApiMethod,
  stage: ApiStage,
  methodArn: string,
  backends: Backends,
): IntegrationPlan {
  switch (method.integration.type) {
    case 'AWS_PROXY':
      return lambdaIntegration(method, stage, methodArn, backends.lambda);
    case 'HTTP_PROXY':
      return httpProxyIntegration(method, stage, backends.http);
    case 'MOCK':
      return mockIntegration(method);
    default:
      return unsupported(`integrations of type ${method.integration.type} are not emulated`);
  }
}
