import type { AwsApiRequest, AwsApiResponse } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import type { FunctionEntry, FunctionVersion, Scope } from '../registry.js';
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

/** Account and region that the request was signed for. */
export function scopeOfCall({ request }: ApiCall): Scope {
  return { accountId: request.caller.accountId, region: request.region };
}

/** The function that the path names. Throws `ResourceNotFoundException`. */
export function entryOf(call: ApiCall): FunctionEntry {
  const { path, service } = call;
  return service.functions.registry.resolve(path.name ?? '', '$LATEST', scopeOfCall(call)).entry;
}

/** The version that path and `Qualifier` name, `$LATEST` without one. */
export function versionOf(call: ApiCall): FunctionVersion {
  const { path, service } = call;
  return service.functions.registry.resolve(path.name ?? '', qualifierOf(call), scopeOfCall(call)).version;
}

/** The query's `Qualifier`. */
export function qualifierOf({ request }: ApiCall): string | undefined {
  return request.query.get('Qualifier') ?? undefined;
}

/** Answers JSON. */
export function json(value: unknown, status = 200): AwsApiResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** Answers nothing more than that it is done. */
export const NO_CONTENT: AwsApiResponse = { status: 204, headers: {}, body: '' };

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
