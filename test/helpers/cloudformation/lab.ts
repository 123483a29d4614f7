import {
  type CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';

/** What tests do with stacks, and see of them. */
export interface StackLab {
  client: CloudFormationClient;
  /** The stack when nothing moves any more. */
  settled(name: string): Promise<Stack>;
  /** `LogicalId STATUS` of each event, oldest first, without the stack's own. */
  events(name: string): Promise<string[]>;
  /** The statuses the stack itself went through, oldest first. */
  statuses(name: string): Promise<string[]>;
  /** Physical ids by logical id, of what is there. */
  resources(name: string): Promise<Record<string, string>>;
}

export function stackLab(client: CloudFormationClient): StackLab {
  const described = async (name: string): Promise<Stack> => {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return stack as Stack;
  };
  const happened = async (name: string) => {
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
    return StackEvents.reverse();
  };
  return {
    client,
    settled: async (name) => {
      // by its ARN: a deleted stack is found by that alone
      const id = (await described(name)).StackId as string;
      for (;;) {
        const stack = await described(id);
        if (!/_IN_PROGRESS$/.test(stack.StackStatus ?? '') || stack.StackStatus === 'REVIEW_IN_PROGRESS')
          return stack;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    events: async (name) =>
      (await happened(name))
        .filter(({ ResourceType }) => ResourceType !== 'AWS::CloudFormation::Stack')
        .map(({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`),
    statuses: async (name) =>
      (await happened(name))
        .filter(({ ResourceType }) => ResourceType === 'AWS::CloudFormation::Stack')
        .map(({ ResourceStatus }) => String(ResourceStatus)),
    resources: async (name) => {
      const { StackResourceSummaries = [] } = await client.send(
        new ListStackResourcesCommand({ StackName: name }),
      );
      return Object.fromEntries(
        StackResourceSummaries.filter(({ ResourceStatus }) => !/^DELETE/.test(ResourceStatus ?? '')).map(
          (one) => [one.LogicalResourceId ?? '', one.PhysicalResourceId ?? ''],
        ),
      );
    },
  };
}
