import type { AwsApiResponse } from '../../kernel/aws.js';
import { makeFunction } from '../control/create.js';
import { deleteFunction, publishVersion } from '../control/versions.js';
import { describe } from '../describe.js';
import type { FunctionVersion } from '../registry.js';
import {
  type ApiCall,
  bodyOf,
  entryOf,
  json,
  NO_CONTENT,
  page,
  qualifierOf,
  scopeOfCall,
  versionOf,
} from './request.js';

/** `CreateFunction`. */
export async function createFunction(call: ApiCall): Promise<AwsApiResponse> {
  const body = bodyOf(call);
  const archive = (body.Code ?? {}) as Record<string, unknown>;
  const { latest, versions } = await makeFunction(call.service, scopeOfCall(call), body, { archive });
  const [published] = [...versions.values()];
  // as AWS answers, however soon the code is loaded
  return json(await describe({ ...(published ?? latest), pending: true }), 201);
}

/** `DeleteFunction`: all of it, or the version that `Qualifier` names. */
export async function deleteFunctionOperation(call: ApiCall): Promise<AwsApiResponse> {
  const named = /:(\d+|\$LATEST)$/.exec(call.path.name ?? '')?.[1];
  await deleteFunction(call.service, entryOf(call), qualifierOf(call) ?? named);
  return NO_CONTENT;
}

/** `GetFunction`. */
export async function getFunction(call: ApiCall): Promise<AwsApiResponse> {
  const version = versionOf(call);
  const { reserved, tags } = entryOf(call);
  return json({
    Configuration: await describe(version, call.request.query.has('Qualifier') || undefined),
    Code: { RepositoryType: 'S3', Location: locationOf(version) },
    ...(Object.keys(tags).length > 0 && { Tags: tags }),
    ...(reserved === null ? {} : { Concurrency: { ReservedConcurrentExecutions: reserved } }),
  });
}

/** Where the package lies; the folder of code that was never packed. */
function locationOf({ definition: { code }, codeSha256 }: FunctionVersion): string {
  if (!('folder' in code)) return 'inline:';
  return `file://${code.folder}${codeSha256 === undefined ? '' : '.zip'}`;
}

/** `ListFunctions`: `$LATEST` of each, or with `FunctionVersion=ALL` every version. */
export async function listFunctions(call: ApiCall): Promise<AwsApiResponse> {
  const all = call.request.query.get('FunctionVersion') === 'ALL';
  const entries = call.service.functions.registry.entries(scopeOfCall(call));
  const versions = entries.flatMap(({ latest, versions }) =>
    all ? [latest, ...versions.values()] : [latest],
  );
  const { items, next } = page(call, versions);
  const functions = await Promise.all(items.map((version) => describe(version, all || undefined)));
  return json({ Functions: functions, NextMarker: next ?? null });
}

/** `ListVersionsByFunction`. */
export async function listVersions(call: ApiCall): Promise<AwsApiResponse> {
  const { latest, versions } = entryOf(call);
  const { items, next } = page(call, [latest, ...versions.values()]);
  const described = await Promise.all(items.map((version) => describe(version, true)));
  return json({ Versions: described, NextMarker: next ?? null });
}

/** `PublishVersion`. */
export async function publishVersionOperation(call: ApiCall): Promise<AwsApiResponse> {
  return json(await describe(await publishVersion(call.service, entryOf(call), bodyOf(call))), 201);
}
