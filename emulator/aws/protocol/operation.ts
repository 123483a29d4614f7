import type { Dict } from '../../../src/core/dict.js';
import type { AwsApiRequest, AwsQuestion, ResourcePolicy } from '../../kernel/aws.js';
import type { Input } from './input.js';

/**
 * One operation of a service that speaks JSON, CBOR or query: members in, members out. Times are `Date`, blobs bytes;
 * the protocol writes them. Throws `AwsError` with the service's own code.
 */
export type Operation<C> = (context: C, input: Input, request: AwsApiRequest) => Dict | Promise<Dict>;

/** What a service is, whatever its protocol. */
export interface ApiSpec<C> {
  /** Service name of the SigV4 credential scope. */
  signingName: string;
  /** Prefix of its actions in policies; the signing name when left out. */
  actionPrefix?: string;
  /** What the operations of one request work with: the state of its account and region, mostly. */
  open: (request: AwsApiRequest) => C;
  /** ARN that a policy must allow for an operation; `*` when left out. */
  resourceOf?: (operation: string, input: Dict, request: AwsApiRequest) => string;
  /** The actions that an operation is to policies, with the members that each is about; its own name when left out. */
  actionsOf?: (operation: string, input: Dict) => [action: string, input: Dict][] | undefined;
  /** The policy of the resource with this ARN, where it can have one. */
  policyOf?: (operation: string, resource: string) => ResourcePolicy | undefined;
  /** The service's condition keys of a request. */
  contextOf?: (input: Dict, request: AwsApiRequest) => NonNullable<AwsQuestion['context']>;
}
