import type { AwsError } from './aws-error.js';

/** Who signed a request to the AWS endpoint. */
export interface AwsCaller {
  accountId: string;
  arn: string;
  userId: string;
}

/** A request to one AWS service, its signature verified. */
export interface AwsApiRequest {
  requestId: string;
  method: string;
  /** Path as sent, percent-encoded, without the query string. */
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Region of the credential scope. */
  region: string;
  caller: AwsCaller;
  /**
   * Asks the policies about something else that the service does on the caller's behalf, such as using a key of KMS; throws
   * `AwsError` when they refuse. Left out where policies are not evaluated.
   */
  ask?: AskPolicies;
  /** Other accounts whose resources the caller may use for this request: their policies and its own have allowed it. */
  grantedBy?: readonly string[];
}

export interface AwsApiResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** Throws `AwsError` with AWS's words when policies do not allow it. */
export type AskPolicies = (question: AwsQuestion) => void;

/** What IAM is asked before an operation runs: `service:Action` and the ARN it is for. */
export interface AwsQuestion {
  action: string;
  resource: string;
  /** Condition keys of the service and their values. */
  context?: Readonly<Record<string, string | readonly string[]>>;
  /** The policy of the resource, where it can have one. */
  resourcePolicy?: ResourcePolicy;
}

/** The policy of a resource itself: a key's, a secret's, a bucket's. */
export interface ResourcePolicy {
  /** Its text; left out where the resource has none. */
  document?: string;
  /** Account that owns the resource. */
  accountId: string;
  /** Nobody comes past it, whatever identity policies say: keys of KMS. */
  isRequired: boolean;
  /** It may let callers of other accounts in for this operation. */
  isForOthers: boolean;
}

/** One service on the AWS endpoint: it reads its own protocol and answers in its own shapes, errors included. */
export interface AwsApi {
  /** Service name of the SigV4 credential scope: `secretsmanager`, `lambda`, … */
  readonly signingName: string;
  /** What it can do, for whoever lists it. */
  readonly operationNames?: readonly string[];
  /** Bytes of the largest body taken; 12 MB when left out. */
  readonly largestBody?: number;
  handle(request: AwsApiRequest): Promise<AwsApiResponse>;
  /** What policies must allow for this request; undefined where there is no such operation. */
  asks?(request: AwsApiRequest): AwsQuestion | readonly AwsQuestion[] | undefined;
  /** The answer to a request that nobody signed; undefined where that is no request for this service. */
  handleAnonymous?(request: Omit<AwsApiRequest, 'caller'>): Promise<AwsApiResponse> | undefined;
  /** An error that was found before `handle`, in the service's own shape. */
  refuse?(request: AwsApiRequest, error: AwsError): AwsApiResponse;
}
