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
}

export interface AwsApiResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** What IAM is asked before an operation runs: `service:Action` and the ARN it is for. */
export interface AwsQuestion {
  action: string;
  resource: string;
  /** Condition keys of the service and their values. */
  context?: Readonly<Record<string, string | readonly string[]>>;
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
  /** What a policy must allow for this request; undefined where there is no such operation. */
  asks?(request: AwsApiRequest): AwsQuestion | undefined;
  /** An error that was found before `handle`, in the service's own shape. */
  refuse?(request: AwsApiRequest, error: AwsError): AwsApiResponse;
}
