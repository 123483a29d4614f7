import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { RestApi, StackModel, StackResource } from '../../src/core/stack/model.js';
import { partsOfResources, type ServedParts } from '../../src/core/stack/resource-model.js';
import type { StackPlace, StoredStack } from './stored-stack.js';

/** What there is of APIs, web ACLs and edge functions, and the errors in it. */
export function currentParts(
  place: StackPlace,
  resources: StackResource[],
): ServedParts & { errors: Diagnostic[] } {
  const home = { accountId: place.accountId, region: place.region, stackName: place.name };
  const { diagnostics, ...parts } = partsOfResources(resources, home);
  // A URI may name a function that is not there: API Gateway does not look for it before it calls.
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'UNKNOWN_FUNCTION',
  );
  return { ...parts, errors };
}

/** The stack as a gateway serves it: each stage has its API as the stage's deployment pictured it. */
export function servedModel({ place, resources, deployments, rights }: StoredStack): StackModel {
  const { restApis, webAcls, edgeFunctions } = currentParts(place, resources);
  const own = new Set(resources.map(({ logicalId }) => logicalId));
  return {
    file: place.id,
    sources: [],
    accountId: place.accountId,
    region: place.region,
    stackName: place.name,
    parameters: {},
    functions: rights.functions,
    permissions: rights.permissions,
    secrets: rights.secrets,
    restApis: restApis.flatMap((api) => stagesOf(api, deployments)),
    // keys and plans are the control plane's, which puts them in force itself
    apiKeys: [],
    usagePlans: [],
    webAcls,
    edgeFunctions,
    resources: [...resources, ...rights.resources.filter(({ logicalId }) => !own.has(logicalId))],
    outputs: {},
    isDeployed: true,
  };
}

function stagesOf(api: RestApi, deployments: Readonly<Record<string, RestApi>>): RestApi[] {
  if (api.stages.length === 0) return [{ ...api, methods: [] }];
  return api.stages.map((stage) => ({ ...(deployments[stage.deploymentId] ?? api), stages: [stage] }));
}
