import type { AwsApiResponse } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import { describe } from './configuration.js';
import { type ApiCall, bodyOf, checkRevision, entryOf, json, page, versionOf } from './request.js';

/** `GetFunction`. */
export async function getFunction(call: ApiCall): Promise<AwsApiResponse> {
  const version = versionOf(call);
  const { reserved } = entryOf(call);
  const { code } = version.definition;
  const location = 'folder' in code ? `file://${code.folder}` : 'inline:';
  return json({
    Configuration: await describe(version, call.request.query.has('Qualifier') || undefined),
    Code: { RepositoryType: 'S3', Location: location },
    ...(reserved === null ? {} : { Concurrency: { ReservedConcurrentExecutions: reserved } }),
  });
}

/** `ListFunctions`: `$LATEST` of each, or with `FunctionVersion=ALL` every version. */
export async function listFunctions(call: ApiCall): Promise<AwsApiResponse> {
  const all = call.request.query.get('FunctionVersion') === 'ALL';
  const entries = call.service.functions.registry.entries();
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
export async function publishVersion(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  const body = bodyOf(call);
  checkRevision(body.RevisionId, entry.latest.revisionId);
  const { CodeSha256: actual } = await describe(entry.latest);
  if (body.CodeSha256 !== undefined && body.CodeSha256 !== actual) {
    throw new LambdaServiceError(
      'InvalidParameterValueException',
      400,
      `CodeSHA256 (${String(body.CodeSha256)}) is different from current CodeSHA256 in $LATEST (${String(actual)}). Please try again with the CodeSHA256 in $LATEST.`,
    );
  }
  const description = typeof body.Description === 'string' ? body.Description : undefined;
  return json(await describe(call.service.functions.publish(entry, description)), 201);
}

/** `GetFunctionConcurrency`. */
export function getConcurrency(call: ApiCall): AwsApiResponse {
  const { reserved } = entryOf(call);
  return json(reserved === null ? {} : { ReservedConcurrentExecutions: reserved });
}

/** `PutFunctionConcurrency`. */
export function putConcurrency(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  const { ReservedConcurrentExecutions: wanted } = bodyOf(call);
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 0) {
    throw new LambdaServiceError(
      'InvalidParameterValueException',
      400,
      `1 validation error detected: Value '${String(wanted)}' at 'reservedConcurrentExecutions' failed to satisfy constraint: Member must have value greater than or equal to 0`,
    );
  }
  entry.reserved = wanted;
  return json({ ReservedConcurrentExecutions: wanted });
}

/** `DeleteFunctionConcurrency`. */
export function deleteConcurrency(call: ApiCall): AwsApiResponse {
  entryOf(call).reserved = null;
  return { status: 204, headers: {}, body: '' };
}
