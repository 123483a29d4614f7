/** What kind of failure an AWS call ended with: decides whether it is tried again, and what a person is told. */
export type AwsFailureKind =
  | 'denied'
  | 'no-credentials'
  | 'expired-credentials'
  | 'skew'
  | 'throttled'
  | 'unreachable'
  | 'server'
  | 'missing'
  | 'refused';

export interface AwsFailure {
  kind: AwsFailureKind;
  /** The service's error code, or the error's name. */
  code: string;
  message: string;
}

const BY_CODE: Record<string, AwsFailureKind> = {
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  UnauthorizedOperation: 'denied',
  CredentialsProviderError: 'no-credentials',
  UnrecognizedClientException: 'no-credentials',
  InvalidClientTokenId: 'no-credentials',
  InvalidAccessKeyId: 'no-credentials',
  SignatureDoesNotMatch: 'no-credentials',
  InvalidSignatureException: 'no-credentials',
  ExpiredToken: 'expired-credentials',
  ExpiredTokenException: 'expired-credentials',
  TokenRefreshRequired: 'expired-credentials',
  RequestTimeTooSkewed: 'skew',
  RequestExpired: 'skew',
  ThrottlingException: 'throttled',
  Throttling: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  TimeoutError: 'unreachable',
  ResourceNotFoundException: 'missing',
  NotFoundException: 'missing',
};
/** The SDK's own answer when a token of the shared credentials file has ended. */
const EXPIRED = /expired|session has ended/i;
const SKEWED = /signature (expired|not yet current)|clock/i;

/** Reads an SDK error; anything else is `undefined`: it is a bug, or an error for people already. */
export function awsFailure(error: unknown): AwsFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name, message } = error;
  const metadata = (error as { $metadata?: { httpStatusCode?: number } }).$metadata;
  const socket = (error as { code?: unknown }).code;
  if (name === 'AggregateError' || isSocketCode(socket))
    return { kind: 'unreachable', code: String(socket ?? name), message: message || String(socket) };
  const known = BY_CODE[name];
  if (known === undefined && metadata === undefined) return undefined;
  return { kind: kindOf(known, message, metadata?.httpStatusCode), code: name, message };
}

/** Failures that may have passed by the next try. The SDK learns AWS's time from a refusal for the wrong time. */
const TRANSIENT: readonly (AwsFailureKind | undefined)[] = ['throttled', 'unreachable', 'server', 'skew'];

/** Worth another try, after a look at what became of the first. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.includes(awsFailure(error)?.kind);
}

function kindOf(known: AwsFailureKind | undefined, message: string, status = 0): AwsFailureKind {
  if (known === 'no-credentials' && SKEWED.test(message)) return 'skew';
  if (known === 'no-credentials' && EXPIRED.test(message)) return 'expired-credentials';
  if (known !== undefined) return known;
  return status >= 500 ? 'server' : 'refused';
}

function isSocketCode(code: unknown): boolean {
  return typeof code === 'string' && /^(E[A-Z]+|UND_ERR_\w+)$/.test(code) && code !== 'EEXIT';
}
