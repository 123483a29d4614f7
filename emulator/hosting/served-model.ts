import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { RestApi, StackModel, StackResource } from '../../src/core/stack/model.js';
import { partsOfResources, type ServedParts } from '../../src/core/stack/resource-model.js';
import type { StackPlace, StoredStack } from './stored-stack.js';

type Parts = ServedParts & { errors: Diagnostic[] };

/** Readings of lists of resources; a list is never changed, only replaced. */
const readings = new WeakMap<StackResource[], Parts>();

/** What there is of APIs, web ACLs and the rest, and the errors in it. */
export function currentParts(place: StackPlace, resources: StackResource[]): Parts {
  const known = readings.get(resources);
  if (known) return known;
  const home = { accountId: place.accountId, region: place.region, stackName: place.name };
  const { diagnostics, ...parts } = partsOfResources(resources, home);
  // A URI may name a function that is not there: API Gateway does not look for it before it calls.
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'UNKNOWN_FUNCTION',
  );
  const read = { ...parts, errors };
  readings.set(resources, read);
  return read;
}

/** The stack as a gateway serves it: each stage has its API as the stage's deployment pictured it. */
export function servedModel({ place, resources, deployments, others }: StoredStack): StackModel {
  const { restApis, webAcls, edgeFunctions } = currentParts(place, resources);
  const { functions, secrets } = currentParts(place, others);
  return {
    file: place.id,
    sources: [],
    accountId: place.accountId,
    region: place.region,
    stackName: place.name,
    parameters: {},
    functions,
    permissions: [],
    secrets,
    restApis: restApis.flatMap((api) => stagesOf(api, deployments)),
    // keys and plans are the control plane's, which puts them in force itself
    apiKeys: [],
    usagePlans: [],
    webAcls,
    edgeFunctions,
    resources: [...resources, ...others],
    outputs: {},
    isDeployed: true,
  };
}

function stagesOf(api: RestApi, deployments: Readonly<Record<string, RestApi>>): RestApi[] {
  if (api.stages.length === 0) return [{ ...api, methods: [] }];
  return api.stages.map((stage) => ({ ...(deployments[stage.deploymentId] ?? api), stages: [stage] }));
}
