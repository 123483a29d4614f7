/** What a client is sent: status, header lines in order (name, value, name, value …) and the bytes of the body. */
export interface Answer {
  status: number;
  headers: string[];
  body: Buffer | string;
  /** In words for people: why this was the answer. */
  reason: string;
  /** Status and latency of the integration behind it, for access logs. */
  integration?: IntegrationFacts;
  /** True for answers that the trace header belongs to (AWS and HTTP integrations that succeeded). */
  traced?: boolean;
  /** True for answers of the protocol itself: AWS sends them without ids. */
  bare?: boolean;
}

export interface IntegrationFacts {
  /** Status the integration's own service gave (Lambda: 200 for a run). */
  serviceStatus?: number;
  /** Status in the function's result. */
  status?: number;
  /** Milliseconds. */
  latency: number;
  requestId?: string;
  error?: string;
}

/** The gateway response types of REST APIs, as AWS names them. */
export type ResponseType =
  | 'ACCESS_DENIED'
  | 'API_CONFIGURATION_ERROR'
  | 'AUTHORIZER_CONFIGURATION_ERROR'
  | 'AUTHORIZER_FAILURE'
  | 'BAD_REQUEST_PARAMETERS'
  | 'BAD_REQUEST_BODY'
  | 'EXPIRED_TOKEN'
  | 'INTEGRATION_FAILURE'
  | 'INTEGRATION_TIMEOUT'
  | 'INVALID_API_KEY'
  | 'INVALID_SIGNATURE'
  | 'MISSING_AUTHENTICATION_TOKEN'
  | 'QUOTA_EXCEEDED'
  | 'REQUEST_TOO_LARGE'
  | 'RESOURCE_NOT_FOUND'
  | 'THROTTLED'
  | 'UNAUTHORIZED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'WAF_FILTERED';

/** A handler's refusal; `gateway-responses` makes the answer of it. */
export class Refusal {
  readonly type: ResponseType;
  readonly reason: string;
  /** Replaces the default message of the type; `null` is sent as JSON null. */
  readonly message?: string | null;
  readonly status?: number;
  readonly errorType?: string;
  readonly validationError?: string;
  readonly integration?: IntegrationFacts;

  constructor(type: ResponseType, reason: string, details: RefusalDetails = {}) {
    this.type = type;
    this.reason = reason;
    Object.assign(this, details);
  }
}

export interface RefusalDetails {
  message?: string | null;
  /** The status this cause has on AWS, where it differs from the table's. */
  status?: number;
  errorType?: string;
  validationError?: string;
  integration?: IntegrationFacts;
}
