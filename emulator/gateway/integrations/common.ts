import type { InvokingService } from '../../kernel/lambda.js';
import { Refusal } from '../answer.js';
import type { IntegrationPlan } from './plan.js';

/** An integration that is refused on every request. */
export function unsupported(reason: string): IntegrationPlan {
  return { type: 'unsupported', run: () => new Refusal('API_CONFIGURATION_ERROR', reason) };
}

/** API Gateway as a caller of functions, for one method or authorizer. */
export function invoking(sourceArn: string): InvokingService {
  return { service: 'apigateway.amazonaws.com', sourceArn };
}
