import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AwsHarness } from '../../../helpers/aws.js';
import { type StackLab, stackLab } from '../../../helpers/cloudformation/lab.js';

const harness = new AwsHarness();
let lab: StackLab;
let ssm: SSMClient;

beforeAll(async () => {
  await harness.start();
  lab = stackLab(harness.client(CloudFormationClient));
  ssm = harness.client(SSMClient);
});
afterAll(() => harness.stop());

const parameter = (value: unknown, more = {}) => ({
  Type: 'AWS::SSM::Parameter',
  ...more,
  Properties: { Type: 'String', Value: value },
});

/** A template of parameters, each of which may refer to others. */
const template = (resources: Record<string, unknown>, more = {}) =>
  JSON.stringify({ Resources: resources, ...more });

const chain = (root: string) =>
  template(
    { A: parameter(root), B: parameter({ Ref: 'A' }), C: parameter({ 'Fn::Sub': '${B}:${A.Value}' }) },
    { Outputs: { Last: { Value: { 'Fn::GetAtt': ['C', 'Value'] } } } },
  );

const parameterValue = async (name: string) =>
  (await ssm.send(new GetParameterCommand({ Name: name }))).Parameter?.Value;

describe('a stack', () => {
  test('is made in the order of its references, updated in place and deleted in reverse', async () => {
    const { StackId } = await lab.client.send(
      new CreateStackCommand({ StackName: 'chain', TemplateBody: chain('root') }),
    );
    expect(StackId).toMatch(/^arn:aws:cloudformation:eu-central-1:123456789012:stack\/chain\/[0-9a-f-]{36}$/);
    const made = await lab.settled('chain');
    expect(made).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
      DisableRollback: false,
      DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
    });
    const ids = await lab.resources('chain');
    expect(made.Outputs).toEqual([{ OutputKey: 'Last', OutputValue: `${ids.B}:root` }]);
    expect(await parameterValue(ids.C as string)).toBe(`${ids.B}:root`);
    expect((await lab.events('chain')).filter((one) => one.endsWith('COMPLETE'))).toEqual([
      'A CREATE_COMPLETE',
      'B CREATE_COMPLETE',
      'C CREATE_COMPLETE',
    ]);

    await lab.client.send(new UpdateStackCommand({ StackName: 'chain', TemplateBody: chain('other') }));
    expect((await lab.settled('chain')).StackStatus).toBe('UPDATE_COMPLETE');
    expect(await lab.resources('chain')).toEqual(ids);
    expect(await parameterValue(ids.C as string)).toBe(`${ids.B}:other`);
    expect(await lab.statuses('chain')).toEqual([
      'CREATE_IN_PROGRESS',
      'CREATE_COMPLETE',
      'UPDATE_IN_PROGRESS',
      'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_COMPLETE',
    ]);

    await lab.client.send(new DeleteStackCommand({ StackName: 'chain' }));
    await expect
      .poll(
        async () =>
          (await lab.client.send(new DescribeStacksCommand({ StackName: StackId }))).Stacks?.[0]?.StackStatus,
      )
      .toBe('DELETE_COMPLETE');
    await expect(parameterValue(ids.A as string)).rejects.toMatchObject({ name: 'ParameterNotFound' });
    const { StackEvents = [] } = await lab.client.send(
      new DescribeStackEventsCommand({ StackName: StackId }),
    );
    const gone = StackEvents.filter(({ ResourceStatus }) => ResourceStatus === 'DELETE_COMPLETE').map(
      ({ LogicalResourceId }) => LogicalResourceId,
    );
    expect(gone.reverse()).toEqual(['C', 'B', 'A', 'chain']);
    await expect(lab.client.send(new DescribeStacksCommand({ StackName: 'chain' }))).rejects.toThrow(
      'Stack with id chain does not exist',
    );
    const { StackSummaries = [] } = await lab.client.send(
      new ListStacksCommand({ StackStatusFilter: ['DELETE_COMPLETE'] }),
    );
    expect(StackSummaries.map((one) => one.StackId)).toEqual([StackId]);
  });

  test('that cannot be made is rolled back, siblings cancelled, and can only be deleted', async () => {
    const bad = template({
      Good: parameter('x'),
      Bad: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Value: { Ref: 'Good' }, Name: '/aws/reserved' },
      },
      Waiting: parameter({ Ref: 'Bad' }),
    });
    await lab.client.send(new CreateStackCommand({ StackName: 'bad', TemplateBody: bad }));
    const stack = await lab.settled('bad');
    expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
    const { StackEvents = [] } = await lab.client.send(new DescribeStackEventsCommand({ StackName: 'bad' }));
    const failed = StackEvents.find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
    expect(failed?.ResourceStatusReason).toMatch(
      /^Resource handler returned message: "No access to reserved parameter name: \/aws\/reserved\." \(RequestToken: [0-9a-f-]{36}, HandlerErrorCode: AccessDenied\)$/,
    );
    const turned = StackEvents.find(({ ResourceStatus }) => ResourceStatus === 'ROLLBACK_IN_PROGRESS');
    expect(turned?.ResourceStatusReason).toBe(
      'The following resource(s) failed to create: [Bad]. Rollback requested by user.',
    );
    expect(await lab.resources('bad')).toEqual({});
    await expect(
      lab.client.send(new UpdateStackCommand({ StackName: 'bad', TemplateBody: chain('x') })),
    ).rejects.toThrow(`Stack:${stack.StackId} is in ROLLBACK_COMPLETE state and can not be updated.`);
  });
});
