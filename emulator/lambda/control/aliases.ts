import { checkRevision, conflict, constraint, invalid, notThere } from '../refusals.js';
import { type AliasEntry, type FunctionEntry, notFoundArn } from '../registry.js';
import type { LambdaService } from '../service.js';

type Body = Record<string, unknown>;

/** Makes an alias from the members of `CreateAlias`. */
export async function createAlias(
  service: LambdaService,
  entry: FunctionEntry,
  body: Body,
): Promise<AliasEntry> {
  const name = String(body.Name ?? '');
  if (!/^(?!\d+$)[\w-]{1,128}$/.test(name)) {
    const pattern = '(?!^[0-9]+$)([a-zA-Z0-9-_]+)';
    throw constraint('name', name, `Member must satisfy regular expression pattern: ${pattern}`);
  }
  if (entry.aliases.has(name)) throw conflict(`Alias already exists: ${entry.arn}:${name}`);
  const revisionId = service.options.ids.uuid();
  const empty: AliasEntry = { name, version: '', additionalVersionWeights: {}, description: '', revisionId };
  const alias = merge(entry, empty, body);
  entry.aliases.set(name, alias);
  await service.functions.kept.save();
  return alias;
}

/** Changes what `UpdateAlias` names of an alias: the next event goes where the new weights send it. */
export async function updateAlias(
  service: LambdaService,
  entry: FunctionEntry,
  name: string,
  body: Body,
): Promise<AliasEntry> {
  const before = aliasOf(entry, name);
  checkRevision(body.RevisionId, before.revisionId);
  const alias = { ...merge(entry, before, body), revisionId: service.options.ids.uuid() };
  entry.aliases.set(name, alias);
  await service.functions.kept.save();
  return alias;
}

/** Ends an alias; one that is not there is no error. */
export async function deleteAlias(service: LambdaService, entry: FunctionEntry, name: string): Promise<void> {
  entry.aliases.delete(name);
  entry.policies.delete(name);
  entry.eventInvoke.delete(name);
  await service.functions.kept.save();
}

/** Throws `ResourceNotFoundException`. */
export function aliasOf(entry: FunctionEntry, name: string): AliasEntry {
  const alias = entry.aliases.get(name);
  if (alias) return alias;
  throw notThere(`Cannot find alias arn: ${entry.arn}:${name}`);
}

function merge(entry: FunctionEntry, before: AliasEntry, body: Body): AliasEntry {
  const version = typeof body.FunctionVersion === 'string' ? body.FunctionVersion : before.version;
  if (version === '') throw constraint('functionVersion', null, 'Member must not be null');
  checkVersion(entry, version);
  const routing = body.RoutingConfig as { AdditionalVersionWeights?: Record<string, number> } | undefined;
  const weights = routing ? (routing.AdditionalVersionWeights ?? {}) : before.additionalVersionWeights;
  checkWeights(entry, version, weights);
  const description = typeof body.Description === 'string' ? body.Description : before.description;
  return { ...before, version, additionalVersionWeights: { ...weights }, description };
}

function checkVersion({ arn, versions }: FunctionEntry, version: string): void {
  if (version === '$LATEST' || versions.has(version)) return;
  throw notFoundArn(`${arn}:${version}`);
}

function checkWeights(entry: FunctionEntry, version: string, weights: Record<string, number>): void {
  const others = Object.entries(weights);
  if (others.length === 0) return;
  if (others.length > 1)
    throw invalid('Number of items in AdditionalVersionWeights cannot be greater than 1');
  if (version === '$LATEST' || '$LATEST' in weights)
    throw invalid('$LATEST is not supported for an alias pointing to more than 1 version');
  for (const [other, weight] of others) {
    if (typeof weight !== 'number' || weight < 0 || weight > 1)
      throw constraint(
        'routingConfig.additionalVersionWeights',
        `{${other}=${String(weight)}}`,
        'Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]',
      );
    if (other === version)
      throw invalid(
        `Invalid function version ${other}. Function version ${other} is already included in routing configuration.`,
      );
    checkVersion(entry, other);
  }
}
