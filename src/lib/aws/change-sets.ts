import {
  type Change,
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetOutput,
  ExecuteChangeSetCommand,
  paginateListChangeSets,
} from '@aws-sdk/client-cloudformation';
import type { AwsRegion } from './region.js';
import { isMissingStack } from './stacks.js';

/** What a change set is made of. */
export interface ChangeSetInput {
  stackName: string;
  name: string;
  type: 'CREATE' | 'UPDATE';
  /** The template itself (up to 51,200 bytes), or its place in S3. */
  template: { body: string } | { url: string };
  /** A parameter without a value keeps the one it has. */
  parameters: { ParameterKey: string; ParameterValue?: string; UsePreviousValue?: boolean }[];
  tags: Record<string, string>;
  capabilities: string[];
  description?: string;
}

/** What a change set does to one resource. */
export interface ResourceChange {
  action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | 'SyncWithActual';
  logicalId: string;
  physicalId?: string;
  type: string;
  /** Of a `Modify`: `Conditional` is only known when it is done. */
  replacement?: 'True' | 'False' | 'Conditional';
  /** What becomes of the old resource: `Delete`, `Retain`, `Snapshot`, `ReplaceAndDelete` …, where it is told. */
  policyAction?: string;
  /** What is changed: names of properties, or `Tags`, `Metadata` …, each with what it is changed by; not certain where
   * another resource's new attribute decides, which may turn out to be the old one. */
  causes: { target: string; recreation: string; source: string; entity?: string; isCertain: boolean }[];
}

/** A change set as far as it has come. */
export interface ChangeSetFacts {
  id: string;
  name: string;
  stackId: string;
  /** `CREATE_PENDING`, `CREATE_IN_PROGRESS`, `CREATE_COMPLETE`, `FAILED` … */
  status: string;
  /** `AVAILABLE` when it can be executed. */
  executionStatus: string;
  reason: string;
  changes: ResourceChange[];
}

/** CloudFormation's change sets of one region. */
export class ChangeSets {
  readonly #client: CloudFormationClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(CloudFormationClient);
  }

  /** Begins to make a change set. One of the same name is taken to be what an earlier try has made. */
  async create(input: ChangeSetInput): Promise<{ id: string; stackId: string }> {
    const { stackName, name, type, template, parameters, tags, capabilities, description } = input;
    const command = new CreateChangeSetCommand({
      StackName: stackName,
      ChangeSetName: name,
      ChangeSetType: type,
      ...('body' in template ? { TemplateBody: template.body } : { TemplateURL: template.url }),
      Parameters: parameters,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      Capabilities: capabilities as ('CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM')[],
      ...(description !== undefined && { Description: description }),
    });
    try {
      const { Id = '', StackId = '' } = await this.#client.send(command);
      return { id: Id, stackId: StackId };
    } catch (error) {
      if ((error as Error).name !== 'AlreadyExistsException') throw error;
      return this.describe(name, stackName);
    }
  }

  /** A change set by its ARN, or by its name with its stack's, with all its changes. */
  async describe(id: string, stackName?: string): Promise<ChangeSetFacts> {
    const pages: DescribeChangeSetOutput[] = [];
    const which = { ChangeSetName: id, ...(stackName !== undefined && { StackName: stackName }) };
    for (let NextToken: string | undefined; ; ) {
      const page = await this.#client.send(
        new DescribeChangeSetCommand({ ...which, ...(NextToken !== undefined && { NextToken }) }),
      );
      pages.push(page);
      NextToken = page.NextToken;
      if (NextToken === undefined || NextToken === '') break;
    }
    const [first = {}] = pages;
    return {
      id: first.ChangeSetId ?? id,
      name: first.ChangeSetName ?? '',
      stackId: first.StackId ?? '',
      status: first.Status ?? '',
      executionStatus: first.ExecutionStatus ?? '',
      reason: first.StatusReason ?? '',
      changes: pages.flatMap(({ Changes = [] }) => Changes.flatMap(changeOf)),
    };
  }

  /** Begins to do what a change set says; events of it carry the token. */
  async execute(id: string, token: string): Promise<void> {
    await this.#client.send(new ExecuteChangeSetCommand({ ChangeSetName: id, ClientRequestToken: token }));
  }

  /** Forgets a change set; one that is gone already is gone. */
  async delete(id: string): Promise<void> {
    try {
      await this.#client.send(new DeleteChangeSetCommand({ ChangeSetName: id }));
    } catch (error) {
      if ((error as Error).name !== 'ChangeSetNotFound' && !isMissingStack(error)) throw error;
    }
  }

  /** Names of a stack's change sets that have not been executed. */
  async names(stackName: string): Promise<string[]> {
    return (await this.list(stackName)).map(({ name }) => name);
  }

  /** The same with their ARNs. */
  async list(stackName: string): Promise<{ name: string; id: string }[]> {
    const found: { name: string; id: string }[] = [];
    const pages = paginateListChangeSets({ client: this.#client }, { StackName: stackName });
    for await (const { Summaries = [] } of pages)
      for (const one of Summaries)
        if (one.StackName === stackName)
          found.push({ name: one.ChangeSetName ?? '', id: one.ChangeSetId ?? '' });
    return found;
  }
}

function changeOf({ ResourceChange: change }: Change): ResourceChange[] {
  if (!change) return [];
  const causes = (change.Details ?? []).map(
    ({ Target = {}, ChangeSource = '', CausingEntity, Evaluation }) => ({
      target: Target.Name ?? Target.Attribute ?? '',
      recreation: Target.RequiresRecreation ?? 'Never',
      source: ChangeSource,
      isCertain: Evaluation !== 'Dynamic',
      ...(CausingEntity !== undefined && { entity: CausingEntity }),
    }),
  );
  return [
    {
      action: change.Action ?? 'Modify',
      logicalId: change.LogicalResourceId ?? '',
      ...(change.PhysicalResourceId !== undefined && { physicalId: change.PhysicalResourceId }),
      type: change.ResourceType ?? '',
      ...(change.Replacement !== undefined && { replacement: change.Replacement }),
      ...(change.PolicyAction !== undefined && { policyAction: change.PolicyAction }),
      causes,
    },
  ];
}
