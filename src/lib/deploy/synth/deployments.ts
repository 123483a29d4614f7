import { sha256 } from '../package/archive-store.js';
import { renameResources } from './references.js';

type Dict = Record<string, unknown>;
type Resource = { Type?: unknown; Properties?: unknown };

/** What a deployment takes a picture of; the rest of API Gateway's resources stand beside it. */
const PICTURED =
  /^AWS::ApiGateway::(RestApi|Resource|Method|Model|Authorizer|GatewayResponse|RequestValidator)$/;

/**
 * Gives every API deployment a logical id that changes with the API. A deployment is a picture of the API at the moment
 * of its making, and CloudFormation never takes another while the resource stays the same: without a new id, a stage
 * would go on serving the old API. (`AWS::ApiGateway::Deployment` in the CloudFormation reference.)
 */
export function freshDeployments(template: Dict): Dict {
  const resources = Object.entries(template.Resources as Record<string, Resource>);
  const pictured = resources.filter(([, { Type }]) => PICTURED.test(String(Type)));
  const hash = sha256(JSON.stringify(pictured)).slice(0, 10);
  const names = resources
    .filter(([, { Type }]) => Type === 'AWS::ApiGateway::Deployment')
    .map(([id]) => [id, `${id}${hash}`] as const);
  return renameResources(template, new Map(names));
}
