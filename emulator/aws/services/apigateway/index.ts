import { RestJsonApi, type RestRoute } from '../../protocol/rest-json-api.js';
import { type ApiGatewayWorld, ControlPlane } from './control-plane.js';
import { createApiKey, deleteApiKey, getApiKey, getApiKeys, updateApiKey } from './operations/api-keys.js';
import { getUsage } from './operations/get-usage.js';
import {
  getAccount,
  getAuthorizers,
  getMethod,
  getResources,
  getRestApi,
  getRestApis,
} from './operations/rest-apis.js';
import {
  flushStageAuthorizersCache,
  flushStageCache,
  getStage,
  getStages,
  updateStage,
} from './operations/stages.js';
import {
  createUsagePlanKey,
  deleteUsagePlanKey,
  getUsagePlanKey,
  getUsagePlanKeys,
} from './operations/usage-plan-keys.js';
import {
  createUsagePlan,
  deleteUsagePlan,
  getUsagePlan,
  getUsagePlans,
  updateUsagePlan,
} from './operations/usage-plans.js';

const STAGE = '/restapis/{api}/stages/{stage}';
const PLAN = '/usageplans/{id}';

const ROUTES: readonly RestRoute<ControlPlane>[] = [
  ['POST', '/apikeys', 'CreateApiKey', createApiKey],
  ['GET', '/apikeys', 'GetApiKeys', getApiKeys],
  ['GET', '/apikeys/{id}', 'GetApiKey', getApiKey],
  ['PATCH', '/apikeys/{id}', 'UpdateApiKey', updateApiKey],
  ['DELETE', '/apikeys/{id}', 'DeleteApiKey', deleteApiKey],
  ['POST', '/usageplans', 'CreateUsagePlan', createUsagePlan],
  ['GET', '/usageplans', 'GetUsagePlans', getUsagePlans],
  ['GET', PLAN, 'GetUsagePlan', getUsagePlan],
  ['PATCH', PLAN, 'UpdateUsagePlan', updateUsagePlan],
  ['DELETE', PLAN, 'DeleteUsagePlan', deleteUsagePlan],
  ['POST', `${PLAN}/keys`, 'CreateUsagePlanKey', createUsagePlanKey],
  ['GET', `${PLAN}/keys`, 'GetUsagePlanKeys', getUsagePlanKeys],
  ['GET', `${PLAN}/keys/{keyId}`, 'GetUsagePlanKey', getUsagePlanKey],
  ['DELETE', `${PLAN}/keys/{keyId}`, 'DeleteUsagePlanKey', deleteUsagePlanKey],
  ['GET', `${PLAN}/usage`, 'GetUsage', getUsage],
  ['GET', '/restapis', 'GetRestApis', getRestApis],
  ['GET', '/restapis/{api}', 'GetRestApi', getRestApi],
  ['GET', '/restapis/{api}/resources', 'GetResources', getResources],
  ['GET', '/restapis/{api}/resources/{resource}/methods/{method}', 'GetMethod', getMethod],
  ['GET', '/restapis/{api}/authorizers', 'GetAuthorizers', getAuthorizers],
  ['GET', '/restapis/{api}/stages', 'GetStages', getStages],
  ['GET', STAGE, 'GetStage', getStage],
  ['PATCH', STAGE, 'UpdateStage', updateStage],
  ['DELETE', `${STAGE}/cache/authorizers`, 'FlushStageAuthorizersCache', flushStageAuthorizersCache],
  ['DELETE', `${STAGE}/cache/data`, 'FlushStageCache', flushStageCache],
  ['GET', '/account', 'GetAccount', getAccount],
];

/** The control plane of Amazon API Gateway (REST APIs), API version 2015-07-09. */
export function createApiGateway(world: ApiGatewayWorld): RestJsonApi<ControlPlane> {
  return new RestJsonApi({
    signingName: 'apigateway',
    open: ({ caller, region }) => new ControlPlane(world, caller.accountId, region),
    routes: ROUTES,
    // its actions are HTTP methods, its resources the paths themselves
    askOf: (_operation, { method, path, region }) => ({
      action: `apigateway:${method}`,
      resource: `arn:aws:apigateway:${region}::${path}`,
    }),
  });
}
