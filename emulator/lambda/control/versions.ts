import { describe } from '../describe.js';
import { checkRevision, conflict, invalid } from '../refusals.js';
import type { FunctionEntry, FunctionVersion } from '../registry.js';
import type { LambdaService } from '../service.js';
import { checkChangeable } from './code.js';

/** Publishes `$LATEST`, if it is what `CodeSha256` and `RevisionId` say. */
export async function publishVersion(
  service: LambdaService,
  entry: FunctionEntry,
  body: Record<string, unknown>,
): Promise<FunctionVersion> {
  checkChangeable(entry);
  checkRevision(body.RevisionId, entry.latest.revisionId);
  const { CodeSha256: actual } = await describe(entry.latest);
  if (body.CodeSha256 !== undefined && body.CodeSha256 !== actual) {
    throw invalid(
      `CodeSHA256 (${String(body.CodeSha256)}) is different from current CodeSHA256 in $LATEST (${String(actual)}). Please try again with the CodeSHA256 in $LATEST.`,
    );
  }
  const description = typeof body.Description === 'string' ? body.Description : undefined;
  const version = service.functions.publish(entry, description);
  await service.functions.kept.save();
  return version;
}

/**
 * Deletes a function, or one version of it; a version that is not there is no error (as measured on AWS). Throws for
 * `$LATEST`, for an alias, and for a version that an alias refers to.
 */
export async function deleteFunction(
  service: LambdaService,
  entry: FunctionEntry,
  qualifier?: string,
): Promise<void> {
  if (qualifier === undefined) service.functions.remove(entry);
  else deleteVersion(service, entry, qualifier);
  await service.functions.kept.save();
}

function deleteVersion(service: LambdaService, entry: FunctionEntry, qualifier: string): void {
  if (qualifier === '$LATEST')
    throw invalid('$LATEST version cannot be deleted without deleting the function.');
  if (!/^\d+$/.test(qualifier)) throw invalid('Deletion of aliases is not currently supported.');
  const using = [...entry.aliases.values()].filter(
    ({ version, additionalVersionWeights }) =>
      version === qualifier || Object.hasOwn(additionalVersionWeights, qualifier),
  );
  if (using.length > 0)
    throw conflict(
      `Unable to delete version because the following aliases reference it: [${using.map(({ name }) => name).join(', ')}]`,
    );
  service.functions.removeVersion(entry, qualifier);
}
