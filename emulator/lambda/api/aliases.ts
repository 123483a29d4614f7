import type { AwsApiResponse } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import type { AliasEntry, FunctionEntry } from '../registry.js';
import { type ApiCall, bodyOf, checkRevision, entryOf, json, missing, page } from './request.js';

/** `CreateAlias`. */
export function createAlias(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  const body = bodyOf(call);
  const name = String(body.Name ?? '');
  if (!/^(?!\d+$)[\w-]{1,128}$/.test(name)) {
    throw invalid(
      `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)`,
    );
  }
  const arn = `${entry.latest.definition.arn}:${name}`;
  if (entry.aliases.has(name))
    throw new LambdaServiceError('ResourceConflictException', 409, `Alias already exists: ${arn}`);
  const revisionId = call.service.options.ids.uuid();
  const empty: AliasEntry = { name, version: '', additionalVersionWeights: {}, description: '', revisionId };
  const alias = merge(entry, empty, body);
  entry.aliases.set(name, alias);
  return json(show(entry, alias), 201);
}

/** `GetAlias`. */
export function getAlias(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  return json(show(entry, aliasOf(call, entry)));
}

/** `UpdateAlias`: the next event goes where the new weights send it. */
export function updateAlias(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  const before = aliasOf(call, entry);
  const body = bodyOf(call);
  checkRevision(body.RevisionId, before.revisionId);
  const alias = { ...merge(entry, before, body), revisionId: call.service.options.ids.uuid() };
  entry.aliases.set(alias.name, alias);
  return json(show(entry, alias));
}

/** `DeleteAlias`. */
export function deleteAlias(call: ApiCall): AwsApiResponse {
  entryOf(call).aliases.delete(call.path.alias ?? '');
  return { status: 204, headers: {}, body: '' };
}

/** `ListAliases`. */
export function listAliases(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  const version = call.request.query.get('FunctionVersion');
  const fitting = [...entry.aliases.values()].filter((alias) => !version || alias.version === version);
  const { items, next } = page(call, fitting);
  return json({ Aliases: items.map((alias) => show(entry, alias)), NextMarker: next ?? null });
}

function aliasOf({ path }: ApiCall, entry: FunctionEntry): AliasEntry {
  const alias = entry.aliases.get(path.alias ?? '');
  if (alias) return alias;
  const arn = `${entry.latest.definition.arn}:${path.alias}`;
  throw new LambdaServiceError('ResourceNotFoundException', 404, `Cannot find alias arn: ${arn}`);
}

function merge(entry: FunctionEntry, before: AliasEntry, body: Record<string, unknown>): AliasEntry {
  const version = typeof body.FunctionVersion === 'string' ? body.FunctionVersion : before.version;
  checkVersion(entry, version);
  const routing = body.RoutingConfig as { AdditionalVersionWeights?: Record<string, number> } | undefined;
  const weights = routing ? (routing.AdditionalVersionWeights ?? {}) : before.additionalVersionWeights;
  checkWeights(entry, version, weights);
  const description = typeof body.Description === 'string' ? body.Description : before.description;
  return { ...before, version, additionalVersionWeights: { ...weights }, description };
}

function checkVersion(entry: FunctionEntry, version: string): void {
  if (version === '$LATEST' || entry.versions.has(version)) return;
  throw missing(`${entry.latest.definition.arn}:${version}`);
}

function checkWeights(entry: FunctionEntry, version: string, weights: Record<string, number>): void {
  const others = Object.entries(weights);
  if (others.length === 0) return;
  if (others.length > 1)
    throw invalid('Number of items in AdditionalVersionWeights cannot be greater than 1');
  if (version === '$LATEST' || '$LATEST' in weights)
    throw invalid('$LATEST is not supported for an alias pointing to more than 1 version');
  for (const [other, weight] of others) {
    if (other === version)
      throw invalid(
        `Invalid function version ${other}. Function version ${other} is already included in routing configuration.`,
      );
    if (typeof weight !== 'number' || weight < 0 || weight > 1)
      throw invalid(`Invalid weight ${String(weight)}: a weight is between 0.0 and 1.0`);
    checkVersion(entry, other);
  }
}

function show(entry: FunctionEntry, alias: AliasEntry): Record<string, unknown> {
  const weighted = Object.keys(alias.additionalVersionWeights).length > 0;
  return {
    AliasArn: `${entry.latest.definition.arn}:${alias.name}`,
    Name: alias.name,
    FunctionVersion: alias.version,
    Description: alias.description,
    ...(weighted ? { RoutingConfig: { AdditionalVersionWeights: alias.additionalVersionWeights } } : {}),
    RevisionId: alias.revisionId,
  };
}

function invalid(message: string): LambdaServiceError {
  return new LambdaServiceError('InvalidParameterValueException', 400, message);
}
