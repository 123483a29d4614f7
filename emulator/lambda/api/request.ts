import type { AwsApiRequest, AwsApiResponse } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import type { FunctionEntry, FunctionVersion } from '../registry.js';
import { notFoundArn } from '../registry.js';
import type { LambdaService } from '../service.js';

/** What every operation gets. */
export interface ApiCall {
  request: AwsApiRequest;
  /** Decoded path parameters. */
  path: Record<string, string>;
  service: LambdaService;
}

/** The body as JSON object. Throws Lambda's words for what is none. */
export function bodyOf({ request }: ApiCall): Record<string, unknown> {
  if (request.body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // told below, with everything else that is no object
  }
  throw new LambdaServiceError('SerializationException', 400, 'Could not parse request body into json');
}

/** The function that the path names. Throws `ResourceNotFoundException`. */
export function entryOf({ path, service }: ApiCall): FunctionEntry {
  return service.functions.registry.resolve(path.name ?? '').entry;
}

/** The version that path and `Qualifier` name, `$LATEST` without one. */
export function versionOf({ path, request, service }: ApiCall): FunctionVersion {
  const qualifier = request.query.get('Qualifier') ?? undefined;
  return service.functions.registry.resolve(path.name ?? '', qualifier).version;
}

/** Refuses a change that was made for another revision. */
export function checkRevision(given: unknown, revisionId: string): void {
  if (given === undefined || given === null || given === revisionId) return;
  throw new LambdaServiceError(
    'PreconditionFailedException',
    412,
    'The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId',
  );
}

/** ARN of a version; `$LATEST` is left out. */
export function arnOf(version: FunctionVersion, qualified = version.version !== '$LATEST'): string {
  const { arn } = version.definition;
  return qualified ? `${arn}:${version.version}` : arn;
}

/** Answers JSON. */
export function json(value: unknown, status = 200): AwsApiResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** One page of a list, and the mark of the next. */
export function page<T>({ request }: ApiCall, all: T[], most = 50): { items: T[]; next?: string } {
  const wanted = Number(request.query.get('MaxItems') ?? most);
  const size = Math.min(Number.isInteger(wanted) && wanted > 0 ? wanted : most, most);
  const marker = Number(Buffer.from(request.query.get('Marker') ?? '', 'base64').toString() || 0);
  const from = Number.isInteger(marker) && marker >= 0 ? marker : 0;
  const items = all.slice(from, from + size);
  const rest = from + size < all.length;
  return { items, ...(rest ? { next: Buffer.from(String(from + size)).toString('base64') } : {}) };
}

/** Lambda's words for what is not there. */
export function missing(arn: string): LambdaServiceError {
  return notFoundArn(arn);
}
