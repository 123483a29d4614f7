import type { AliasDeployments, AliasPlace } from '../../kernel/alias-shift.js';
import type {
  CreateResource,
  ResourceHandler,
  ResourceProperties,
  UpdateResource,
} from '../../kernel/cloudformation.js';
import { aliasOf, createAlias, deleteAlias, updateAlias } from '../control/aliases.js';
import { putProvisioned } from '../control/concurrency.js';
import type { FunctionEntry } from '../registry.js';
import type { LambdaService } from '../service.js';
import { findFunction, functionOf, scopeOfStack, translated } from './shared.js';

/** `AWS::Lambda::Alias`; with `CodeDeployLambdaAliasUpdate` a new version comes by a deployment. */
export function aliasResource(
  service: LambdaService,
  deployments: () => AliasDeployments | undefined,
): ResourceHandler {
  return translated({
    replacedBy: ['FunctionName', 'Name'],
    create: (request) => create(service, request),
    update: (request) => update(service, request, deployments()),
    async delete(request) {
      const entry = findFunction(service, request);
      if (entry) await deleteAlias(service, entry, nameOf(request.physicalId));
    },
    async read(request) {
      const entry = findFunction(service, request);
      return entry && shown(request.properties, entry, nameOf(request.physicalId));
    },
  });
}

async function create(service: LambdaService, request: CreateResource) {
  const { properties } = request;
  const entry = functionOf(service, request);
  await request.initiated(`${entry.arn}:${String(properties.Name)}`);
  await createAlias(service, entry, { Name: properties.Name, ...bodyOf(properties) });
  await provision(service, entry, properties);
  return identity(entry, String(properties.Name));
}

async function update(
  service: LambdaService,
  request: UpdateResource,
  deployments: AliasDeployments | undefined,
) {
  const { properties, physicalId, updatePolicy, isRollback } = request;
  const entry = functionOf(service, request);
  const name = nameOf(physicalId);
  const place: AliasPlace = { ...scopeOfStack(request), functionName: entry.name, alias: name };
  const policy = updatePolicy?.CodeDeployLambdaAliasUpdate as Record<string, unknown> | undefined;
  const from = aliasOf(entry, name).version;
  const to = String(properties.FunctionVersion);
  if (deployments && isRollback) await deployments.settle(place);
  if (policy && deployments && !isRollback && from !== to) {
    await deployments.shift({
      ...place,
      from,
      to,
      application: String(policy.ApplicationName),
      group: String(policy.DeploymentGroupName),
      ...(policy.BeforeAllowTrafficHook !== undefined && {
        beforeAllowTraffic: String(policy.BeforeAllowTrafficHook),
      }),
      ...(policy.AfterAllowTrafficHook !== undefined && {
        afterAllowTraffic: String(policy.AfterAllowTrafficHook),
      }),
      signal: request.signal,
    });
  }
  await updateAlias(service, entry, name, bodyOf(properties));
  await provision(service, entry, properties);
  return identity(entry, name);
}

/** The properties as members of the API: weights are a list in templates. */
function bodyOf(properties: ResourceProperties): Record<string, unknown> {
  const { AdditionalVersionWeights: weights = [] } = (properties.RoutingConfig ?? {}) as {
    AdditionalVersionWeights?: { FunctionVersion: unknown; FunctionWeight: unknown }[];
  };
  const byVersion = weights.map((one) => [String(one.FunctionVersion), Number(one.FunctionWeight)]);
  return {
    FunctionVersion: String(properties.FunctionVersion),
    Description: String(properties.Description ?? ''),
    RoutingConfig: { AdditionalVersionWeights: Object.fromEntries(byVersion) },
  };
}

async function provision(
  service: LambdaService,
  entry: FunctionEntry,
  properties: ResourceProperties,
): Promise<void> {
  const { ProvisionedConcurrentExecutions: wanted } = (properties.ProvisionedConcurrencyConfig ?? {}) as {
    ProvisionedConcurrentExecutions?: unknown;
  };
  if (wanted !== undefined) await putProvisioned(service, entry, String(properties.Name), Number(wanted));
}

function shown(
  properties: ResourceProperties,
  entry: FunctionEntry,
  name: string,
): ResourceProperties | undefined {
  const alias = entry.aliases.get(name);
  if (!alias) return undefined;
  const weights = Object.entries(alias.additionalVersionWeights).map(([FunctionVersion, FunctionWeight]) => ({
    FunctionVersion,
    FunctionWeight,
  }));
  return {
    FunctionName: properties.FunctionName,
    Name: name,
    FunctionVersion: alias.version,
    Description: alias.description,
    ...(weights.length > 0 && { RoutingConfig: { AdditionalVersionWeights: weights } }),
  };
}

function identity({ arn }: FunctionEntry, name: string) {
  const physicalId = `${arn}:${name}`;
  return { physicalId, attributes: { AliasArn: physicalId } };
}

function nameOf(aliasArn: string): string {
  return aliasArn.split(':').at(-1) ?? '';
}
