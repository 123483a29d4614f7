import type { Context } from './context.js';
import type { LambdaFunction, RestApi } from './model.js';
import type { At } from './report.js';
import type { DeclaredPath } from './routes.js';

/** A REST API while it is put together from its body and its resources. */
export interface ApiDraft {
  api: RestApi;
  context: Context;
  functions: LambdaFunction[];
  /** Every path with its place, for the checks over the whole tree. */
  paths: DeclaredPath[];
  /** Where each method was written. */
  methodAts: Map<object, At>;
  /** Schemas already turned into models, by the schema object. */
  inlineModels: Map<object, string>;
}

/** The types of gateway responses that can be customised. */
export const GATEWAY_RESPONSE_TYPES = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
] as const;
