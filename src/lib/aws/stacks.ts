import {
  CancelUpdateStackCommand,
  CloudFormationClient,
  CloudFormationServiceException,
  ContinueUpdateRollbackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateDescribeStackEvents,
  paginateListStackResources,
  RollbackStackCommand,
  type StackEvent as SdkEvent,
  type Stack,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import type { AwsRegion } from './region.js';

/** A stack as CloudFormation describes it. */
export interface StackFacts {
  /** ARN. */
  id: string;
  name: string;
  /** `CREATE_COMPLETE` …; `REVIEW_IN_PROGRESS` when only change sets were made of it. */
  status: string;
  statusReason?: string;
  /** Values under `NoEcho` are `****`. */
  parameters: Record<string, string>;
  tags: Record<string, string>;
  outputs: Record<string, string>;
  isProtected: boolean;
}

/** A resource of a stack. */
export interface StackMember {
  logicalId: string;
  /** Empty as long as it is being made. */
  physicalId: string;
  type: string;
  status: string;
}

/** One event of a stack. */
export interface StackEvent {
  id: string;
  logicalId: string;
  physicalId: string;
  type: string;
  status: string;
  reason?: string;
  /** Epoch ms. */
  at: number;
  /** Of the operation the event belongs to, when whoever began it gave one. */
  token?: string;
}

/** CloudFormation's stacks of one region. */
export class Stacks {
  readonly region: string;
  readonly #client: CloudFormationClient;

  constructor(region: AwsRegion) {
    this.region = region.name;
    this.#client = region.client(CloudFormationClient);
  }

  /** A stack by its name or ARN; undefined when there is none. One that was deleted is found by its ARN only. */
  async describe(name: string): Promise<StackFacts | undefined> {
    try {
      const { Stacks = [] } = await this.#client.send(new DescribeStacksCommand({ StackName: name }));
      const [stack] = Stacks;
      return stack && factsOf(stack);
    } catch (error) {
      if (isMissingStack(error)) return undefined;
      throw error;
    }
  }

  /** The template as it was sent. */
  async template(name: string): Promise<string> {
    const { TemplateBody = '' } = await this.#client.send(
      new GetTemplateCommand({ StackName: name, TemplateStage: 'Original' }),
    );
    return TemplateBody;
  }

  /** Every resource of a stack. */
  async resources(name: string): Promise<StackMember[]> {
    const found: StackMember[] = [];
    const pages = paginateListStackResources({ client: this.#client }, { StackName: name });
    for await (const { StackResourceSummaries = [] } of pages)
      for (const one of StackResourceSummaries)
        found.push({
          logicalId: one.LogicalResourceId ?? '',
          physicalId: one.PhysicalResourceId ?? '',
          type: one.ResourceType ?? '',
          status: one.ResourceStatus ?? '',
        });
    return found;
  }

  /** Name of the living stack that a physical id is a resource of; undefined when none has it. */
  async ownerOf(PhysicalResourceId: string): Promise<string | undefined> {
    try {
      const command = new DescribeStackResourcesCommand({ PhysicalResourceId });
      const { StackResources = [] } = await this.#client.send(command);
      const own = StackResources.find((one) => one.PhysicalResourceId === PhysicalResourceId);
      if (/^DELETE_(COMPLETE|SKIPPED)$/.test(own?.ResourceStatus ?? '')) return undefined;
      return StackResources[0]?.StackName; // all are the same stack's, and of a large one it is told the first hundred
    } catch (error) {
      if (isMissingStack(error)) return undefined;
      throw error;
    }
  }

  /** Events after the one with this id, oldest first; all there are when it is left out. */
  async eventsSince(name: string, lastId?: string): Promise<StackEvent[]> {
    const found: StackEvent[] = [];
    const pages = paginateDescribeStackEvents({ client: this.#client }, { StackName: name });
    for await (const { StackEvents = [] } of pages)
      for (const event of StackEvents) {
        if (event.EventId === lastId) return found.reverse();
        found.push(eventOf(event));
      }
    return found.reverse();
  }

  /** Begins to delete a stack; resources under these logical ids stay, where an earlier deletion failed on them. */
  async delete(name: string, retain: readonly string[] = [], token?: string): Promise<void> {
    await this.#client.send(
      new DeleteStackCommand({
        StackName: name,
        ...(retain.length > 0 && { RetainResources: [...retain] }),
        ...(token !== undefined && { ClientRequestToken: token }),
      }),
    );
  }

  /** Ends an update that is under way: the stack rolls back. */
  async cancelUpdate(name: string): Promise<void> {
    await this.#client.send(new CancelUpdateStackCommand({ StackName: name }));
  }

  /** Goes on with a rollback that failed, past resources under these logical ids. */
  async continueRollback(name: string, skip: readonly string[], token: string): Promise<void> {
    await this.#client.send(
      new ContinueUpdateRollbackCommand({
        StackName: name,
        ClientRequestToken: token,
        ...(skip.length > 0 && { ResourcesToSkip: [...skip] }),
      }),
    );
  }

  /** Takes an update back that failed with rollback turned off. */
  async rollback(name: string, token: string): Promise<void> {
    await this.#client.send(new RollbackStackCommand({ StackName: name, ClientRequestToken: token }));
  }

  /** Whether the stack may be deleted. */
  async protect(name: string, isProtected: boolean): Promise<void> {
    await this.#client.send(
      new UpdateTerminationProtectionCommand({ StackName: name, EnableTerminationProtection: isProtected }),
    );
  }
}

/** CloudFormation answers `ValidationError` for a stack that is not there, and has no code for that alone. */
export function isMissingStack(error: unknown): boolean {
  return error instanceof CloudFormationServiceException && /does not exist/.test(error.message);
}

function factsOf(stack: Stack): StackFacts {
  const { StackId = '', StackName = '', StackStatus = '', StackStatusReason } = stack;
  const { Parameters = [], Tags = [], Outputs = [] } = stack;
  return {
    id: StackId,
    name: StackName,
    status: StackStatus,
    ...(StackStatusReason !== undefined && { statusReason: StackStatusReason }),
    parameters: Object.fromEntries(
      Parameters.map((one) => [one.ParameterKey ?? '', one.ParameterValue ?? '']),
    ),
    tags: Object.fromEntries(Tags.map((one) => [one.Key ?? '', one.Value ?? ''])),
    outputs: Object.fromEntries(Outputs.map((one) => [one.OutputKey ?? '', one.OutputValue ?? ''])),
    isProtected: stack.EnableTerminationProtection === true,
  };
}

function eventOf(event: SdkEvent): StackEvent {
  const { EventId = '', LogicalResourceId = '', PhysicalResourceId = '', ResourceType = '' } = event;
  const { ResourceStatus = '', ResourceStatusReason, Timestamp, ClientRequestToken } = event;
  return {
    id: EventId,
    logicalId: LogicalResourceId,
    physicalId: PhysicalResourceId,
    type: ResourceType,
    status: ResourceStatus,
    ...(ResourceStatusReason !== undefined && { reason: ResourceStatusReason }),
    at: Timestamp?.getTime() ?? 0,
    ...(ClientRequestToken !== undefined && { token: ClientRequestToken }),
  };
}
