import type { AwsApiResponse } from '../../kernel/aws.js';
import { aliasOf, createAlias, deleteAlias, updateAlias } from '../control/aliases.js';
import type { AliasEntry, FunctionEntry } from '../registry.js';
import { type ApiCall, bodyOf, entryOf, json, NO_CONTENT, page } from './request.js';

/** `CreateAlias`. */
export async function createAliasOperation(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  return json(show(entry, await createAlias(call.service, entry, bodyOf(call))), 201);
}

/** `GetAlias`. */
export function getAlias(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  return json(show(entry, aliasOf(entry, call.path.alias ?? '')));
}

/** `UpdateAlias`: the next event goes where the new weights send it. */
export async function updateAliasOperation(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  return json(show(entry, await updateAlias(call.service, entry, call.path.alias ?? '', bodyOf(call))));
}

/** `DeleteAlias`. */
export async function deleteAliasOperation(call: ApiCall): Promise<AwsApiResponse> {
  await deleteAlias(call.service, entryOf(call), call.path.alias ?? '');
  return NO_CONTENT;
}

/** `ListAliases`. */
export function listAliases(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  const version = call.request.query.get('FunctionVersion');
  const fitting = [...entry.aliases.values()].filter((alias) => !version || alias.version === version);
  const { items, next } = page(call, fitting);
  return json({ Aliases: items.map((alias) => show(entry, alias)), NextMarker: next ?? null });
}

function show(entry: FunctionEntry, alias: AliasEntry): Record<string, unknown> {
  const weighted = Object.keys(alias.additionalVersionWeights).length > 0;
  return {
    AliasArn: `${entry.arn}:${alias.name}`,
    Name: alias.name,
    FunctionVersion: alias.version,
    Description: alias.description,
    ...(weighted ? { RoutingConfig: { AdditionalVersionWeights: alias.additionalVersionWeights } } : {}),
    RevisionId: alias.revisionId,
  };
}
