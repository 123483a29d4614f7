import type { SignatureFault } from '../../../src/core/sigv4/signature.js';
import { AwsError, type ErrorProtocol } from '../protocol/faults.js';

type Words = Readonly<Record<ErrorProtocol, readonly [code: string, status: number]>>;

/** Code and status of a refusal, protocol by protocol; the texts are the same everywhere but on S3. */
const CODES: Readonly<Record<SignatureFault['kind'] | 'unknown' | 'token-expired', Words>> = {
  missing: words('MissingAuthenticationToken', 'AccessDenied'),
  incomplete: words('IncompleteSignature', 'AuthorizationHeaderMalformed', 400),
  mismatch: mismatch('SignatureDoesNotMatch'),
  expired: mismatch('RequestTimeTooSkewed'),
  'not-yet': mismatch('RequestTimeTooSkewed'),
  scope: mismatch('AuthorizationHeaderMalformed'),
  unknown: {
    json: ['UnrecognizedClientException', 400],
    cbor: ['UnrecognizedClientException', 400],
    rest: ['UnrecognizedClientException', 403],
    query: ['InvalidClientTokenId', 403],
    s3: ['InvalidAccessKeyId', 403],
  },
  'token-expired': {
    json: ['ExpiredTokenException', 400],
    cbor: ['ExpiredTokenException', 400],
    rest: ['ExpiredTokenException', 403],
    query: ['ExpiredToken', 403],
    s3: ['ExpiredToken', 400],
  },
};

const S3_TEXTS: Readonly<Record<string, string>> = {
  missing: 'Access Denied',
  mismatch:
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  expired: 'The difference between the request time and the current time is too large.',
  'not-yet': 'The difference between the request time and the current time is too large.',
  unknown: 'The AWS Access Key Id you provided does not exist in our records.',
  'token-expired': 'The provided token has expired.',
};

/** The refusal of a request whose signature does not hold, as a service of this protocol words it. */
export function refusal(protocol: ErrorProtocol, fault: SignatureFault, isPresigned = false): AwsError {
  if (protocol === 's3' && isPresigned && fault.kind === 'expired')
    return new AwsError('AccessDenied', 'Request has expired', 403);
  return make(protocol, fault.kind, fault.message);
}

/** The refusal of a key that is not known here, or whose session token is another. */
export function unknownKey(protocol: ErrorProtocol): AwsError {
  return make(protocol, 'unknown', 'The security token included in the request is invalid.');
}

/** The refusal of temporary credentials whose time is over. */
export function expiredToken(protocol: ErrorProtocol): AwsError {
  return make(protocol, 'token-expired', 'The security token included in the request is expired');
}

function make(protocol: ErrorProtocol, kind: keyof typeof CODES, message: string): AwsError {
  const [code, status] = CODES[kind][protocol];
  return new AwsError(code, protocol === 's3' ? (S3_TEXTS[kind] ?? message) : message, status);
}

function words(code: string, s3: string, queryStatus = 403): Words {
  return {
    json: [`${code}Exception`, 400],
    cbor: [`${code}Exception`, 400],
    rest: [`${code}Exception`, 403],
    query: [code, queryStatus],
    s3: [s3, s3 === 'AccessDenied' ? 403 : 400],
  };
}

function mismatch(s3: string): Words {
  return {
    json: ['InvalidSignatureException', 400],
    cbor: ['InvalidSignatureException', 400],
    rest: ['InvalidSignatureException', 403],
    query: ['SignatureDoesNotMatch', 403],
    s3: [s3, s3 === 'AuthorizationHeaderMalformed' ? 400 : 403],
  };
}
