import type { ResourceHandlers } from '../../../../kernel/cloudformation.js';
import { type ApiGatewayWorld, ControlPlane } from '../control-plane.js';
import { apiKeyHandler } from './api-key.js';
import type { OpenPlane } from './properties.js';
import { usagePlanHandler } from './usage-plan.js';
import { usagePlanKeyHandler } from './usage-plan-key.js';

/** The resource types of API Gateway that are the account's, not an API's: keys and usage plans. */
export function apiGatewayResources(world: ApiGatewayWorld): ResourceHandlers {
  const open: OpenPlane = ({ accountId, region }) => new ControlPlane(world, accountId, region);
  return {
    'AWS::ApiGateway::ApiKey': apiKeyHandler(open),
    'AWS::ApiGateway::UsagePlan': usagePlanHandler(open),
    'AWS::ApiGateway::UsagePlanKey': usagePlanKeyHandler(open),
  };
}
