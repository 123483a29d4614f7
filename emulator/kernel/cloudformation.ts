import type { StackModel } from '../../src/core/stack/model.js';

/** A resource type's properties: intrinsic functions resolved, `AWS::NoValue` left out. */
export type ResourceProperties = Readonly<Record<string, unknown>>;

/** The stack that a resource belongs to. */
export interface ResourceStack {
  /** The stack's ARN. */
  id: string;
  name: string;
  accountId: string;
  region: string;
  /** Tags of the stack: CloudFormation puts them on every resource that takes tags. */
  tags: Readonly<Record<string, string>>;
}

/** Reason of a handler's abort signal when the emulator stops: what is under way goes on with the next start. */
export class EmulatorStops extends Error {
  override readonly name = 'EmulatorStops';
}

/** What every request to a resource handler carries. */
export interface ResourceRequest {
  stack: ResourceStack;
  logicalId: string;
  /** E.g. `AWS::Lambda::Function`. */
  type: string;
  properties: ResourceProperties;
  /**
   * The template of this operation, resolved with the physical ids there are: what a hosted API is made of. Resources
   * that do not exist yet have made-up ids in it. Throws what the template's reader finds wrong with it.
   */
  model(): StackModel;
  /** Aborts when the update is cancelled or the emulator stops (its reason tells): give up soon, and reject. */
  signal: AbortSignal;
  /** Tells a progress of the operation as a further `…_IN_PROGRESS` event of the resource. */
  tell(reason: string): void;
}

export interface CreateResource extends ResourceRequest {
  /**
   * A name as CloudFormation makes one: `stack-LogicalId-RANDOM12`, cut to `longest` characters (64 when left out).
   * New for each create, so that a replacement can stand beside what it replaces.
   */
  newName(longest?: number): string;
  /**
   * Tells the id as soon as it is known, before anything is made: it reaches the disk, and an operation that a kill
   * ended is rolled back by a `delete` with this id. Makes the event `Resource creation Initiated`.
   */
  initiated(physicalId: string): Promise<void>;
}

/** A request about a resource that is there. */
export interface ExistingResource extends ResourceRequest {
  physicalId: string;
}

export interface UpdateResource extends ExistingResource {
  /** The resolved properties in force until now. */
  before: ResourceProperties;
  /** The template's `UpdatePolicy`, resolved. */
  updatePolicy?: Readonly<Record<string, unknown>>;
  /** True when a failed update is being taken back: update policies are not asked then. */
  isRollback: boolean;
}

/** What `Ref` and `Fn::GetAtt` answer for a resource. */
export interface ResourceIdentity {
  /** What `Ref` answers. */
  physicalId: string;
  /** What `Fn::GetAtt` answers, by attribute. */
  attributes: Readonly<Record<string, unknown>>;
}

/**
 * What CloudFormation asks of a resource type. A rejection with an `AwsError` is the service's own refusal; the engine
 * puts it into the event's reason as AWS does. `delete` resolves for what is not there any more.
 */
export interface ResourceHandler {
  /** Names of properties that cannot be changed: a change of one makes a new resource in the old one's place. */
  readonly replacedBy: readonly string[];
  /** Names of all its properties, and of those it cannot do without; others are refused. Nothing is checked when left out. */
  readonly schema?: { readonly known: readonly string[]; readonly required: readonly string[] } | undefined;
  /** True for a type that puts the stack's tags on what it makes: it is updated when they change. */
  readonly takesTags?: boolean;
  /** Names of properties whose change may replace the resource; `willReplace` decides with the values. */
  readonly mayBeReplacedBy?: readonly string[];
  willReplace?(before: ResourceProperties, after: ResourceProperties): boolean;
  create(request: CreateResource): Promise<ResourceIdentity>;
  /** Changes it in place. Without it every change makes a new one. */
  update?(request: UpdateResource): Promise<ResourceIdentity>;
  delete(request: ExistingResource): Promise<void>;
  /**
   * The properties as they are now, in the template's own shapes; undefined when it is gone. Drift detection compares
   * those that the template names. A type without it is `NOT_CHECKED`.
   */
  read?(request: ExistingResource): Promise<ResourceProperties | undefined>;
}

/** What became of a resource, for those who look at others' resources: told when its handler has resolved. */
export interface ResourceChange extends ResourceIdentity {
  stack: ResourceStack;
  logicalId: string;
  type: string;
  properties: ResourceProperties;
  isGone: boolean;
}

/** Handlers by resource type. A type without one fails its resource in CloudFormation's words. */
export type ResourceHandlers = Readonly<Record<string, ResourceHandler>>;
