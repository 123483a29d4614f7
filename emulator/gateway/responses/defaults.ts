import type { ResponseType } from '../answer.js';

interface ResponseDefault {
  status: number;
  /** `null` is sent as JSON null. */
  message: string | null;
  errorType: string;
}

const INTERNAL = 'Internal server error';

/** Status, text and `x-amzn-ErrorType` of each gateway response type (fidelity §3.1). */
export const DEFAULTS: Record<ResponseType, ResponseDefault> = {
  ACCESS_DENIED: row(403, 'User is not authorized to access this resource', 'AccessDeniedException'),
  API_CONFIGURATION_ERROR: row(500, INTERNAL, 'InternalServerErrorException'),
  AUTHORIZER_CONFIGURATION_ERROR: row(500, null, 'AuthorizerConfigurationException'),
  AUTHORIZER_FAILURE: row(500, null, 'AuthorizerFailureException'),
  BAD_REQUEST_PARAMETERS: row(400, 'Missing required request parameters', 'BadRequestException'),
  BAD_REQUEST_BODY: row(400, 'Invalid request body', 'BadRequestException'),
  EXPIRED_TOKEN: row(403, 'The security token included in the request is expired', 'ExpiredTokenException'),
  INTEGRATION_FAILURE: row(504, INTERNAL, 'InternalServerErrorException'),
  INTEGRATION_TIMEOUT: row(504, 'Endpoint request timed out', 'InternalServerErrorException'),
  INVALID_API_KEY: row(403, 'Forbidden', 'ForbiddenException'),
  INVALID_SIGNATURE: row(403, 'Forbidden', 'InvalidSignatureException'),
  MISSING_AUTHENTICATION_TOKEN: row(
    403,
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
  ),
  QUOTA_EXCEEDED: row(429, 'Limit Exceeded', 'LimitExceededException'),
  REQUEST_TOO_LARGE: row(413, 'Request Too Long', 'BadRequestException'),
  RESOURCE_NOT_FOUND: row(404, 'Not Found', 'NotFoundException'),
  THROTTLED: row(429, 'Too Many Requests', 'TooManyRequestsException'),
  UNAUTHORIZED: row(401, 'Unauthorized', 'UnauthorizedException'),
  UNSUPPORTED_MEDIA_TYPE: row(415, 'Unsupported Media Type', 'BadRequestException'),
  WAF_FILTERED: row(403, 'Forbidden', 'ForbiddenException'),
};

function row(status: number, message: string | null, errorType: string): ResponseDefault {
  return { status, message, errorType };
}

/** Recorded with a space after the colon (36, 31 and 41 bytes); every other default body is compact. */
const SPACED = new Set([INTERNAL, 'Request Too Long', 'Endpoint request timed out']);

/** The body of a type that is not customised. A denied policy spells its key `Message` (§15). */
export function defaultBody(type: ResponseType, message: string | null): string {
  const key = type === 'ACCESS_DENIED' ? 'Message' : 'message';
  const space = message !== null && SPACED.has(message) ? ' ' : '';
  return `{"${key}":${space}${JSON.stringify(message)}}`;
}
