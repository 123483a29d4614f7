import type { Diagnostic } from '../../../src/core/diagnostics.js';
import type { Ids } from '../../../src/core/ids.js';
import type { StackModel, StackResource } from '../../../src/core/stack/model.js';
import type { CreateResource, ResourceProperties, ResourceRequest } from '../../kernel/cloudformation.js';
import type { HostedStack } from '../hosted-stack.js';
import type { HostedGateway, HostedPlatform } from '../options.js';

export type AnyStack = HostedStack<HostedGateway, HostedPlatform>;

/** What is looked at when a resource is checked. */
export interface Sight {
  stack: AnyStack;
  /** The resource with the properties it is to have. */
  resource: StackResource;
  /** Every stack of this account and region. */
  neighbours: readonly AnyStack[];
}

/** How a resource type behaves. */
export interface Kind {
  /** Properties that cannot be changed. */
  replacedBy: readonly string[];
  newId(request: CreateResource, ids: Ids): string;
  /** What `Fn::GetAtt` answers, and the ARN. */
  describe?(physicalId: string, request: ResourceRequest): { attributes: Attributes; arn?: string };
  /** Throws what the service refuses. */
  check?(sight: Sight): void;
  /** What the service says of faults in the API or ACL that the resource would make. */
  words?(faults: readonly Diagnostic[], resource: StackResource): string;
  /** Runs before a new one is put in place. */
  making?(sight: Sight): void;
  /** Throws when it may not go. */
  leaving?(sight: Sight): void;
  /** Properties as they are now, where they may differ from what was deployed. */
  now?(sight: Sight, served: StackModel): ResourceProperties;
}

export type Attributes = Record<string, unknown>;

/** A property as text; '' when it is not there. */
export function text({ properties }: { properties: ResourceProperties }, name: string): string {
  const value = properties[name];
  return value === undefined || value === null ? '' : String(value);
}
