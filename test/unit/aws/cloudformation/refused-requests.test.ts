import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  DetectStackResourceDriftCommand,
} from '@aws-sdk/client-cloudformation';
import { beforeEach, expect, test } from 'vitest';
import { template, thingLab } from '../../../helpers/cloudformation/thing-lab.js';
import { thing } from '../../../helpers/cloudformation/things.js';

const { harness, things, lab } = thingLab();
beforeEach(() => things.clear());

const TemplateBody = template({ A: thing('n', 'v') }, { Description: 'told' });

test('a change set that is refused leaves no new stack in review', async () => {
  const wish = { StackName: 'never', ChangeSetName: 'first', ChangeSetType: 'CREATE' as const, TemplateBody };
  for (const more of [{ Description: 'x'.repeat(1025) }, { OnStackFailure: 'EXPLODE' as 'DELETE' }]) {
    await expect(lab.client.send(new CreateChangeSetCommand({ ...wish, ...more }))).rejects.toMatchObject({
      name: 'ValidationError',
    });
    await expect(lab.client.send(new DescribeStacksCommand({ StackName: 'never' }))).rejects.toThrow(
      'does not exist',
    );
  }
});

test('a create that is refused leaves a stack in review as it was', async () => {
  const plain = template({ A: thing('n', 'v') });
  await lab.client.send(
    new CreateChangeSetCommand({
      StackName: 'review',
      ChangeSetName: 'first',
      ChangeSetType: 'CREATE',
      TemplateBody: plain,
    }),
  );
  await expect(
    lab.client.send(new CreateStackCommand({ StackName: 'review', TemplateBody, TimeoutInMinutes: 0 })),
  ).rejects.toMatchObject({ name: 'ValidationError' });
  const { Stacks } = await lab.client.send(new DescribeStacksCommand({ StackName: 'review' }));
  expect(Stacks?.[0]).toMatchObject({ StackStatus: 'REVIEW_IN_PROGRESS' });
  expect(Stacks?.[0]?.Description).toBeUndefined();
});

test('a resource is not there because objects have such a member', async () => {
  await lab.client.send(new CreateStackCommand({ StackName: 'plain', TemplateBody }));
  await lab.settled('plain');
  const asked = { StackName: 'plain', LogicalResourceId: 'constructor' };
  const told = 'Resource constructor does not exist for stack plain';
  await expect(lab.client.send(new DescribeStackResourceCommand(asked))).rejects.toThrow(told);
  await expect(lab.client.send(new DetectStackResourceDriftCommand(asked))).rejects.toThrow(told);
  expect(Object.hasOwn(Object, 'drift')).toBe(false);
});

test('an operation that is begun while the emulator stops makes nothing, and the next run takes it back', async () => {
  const begun: string[] = [];
  things.gate = async (what) => void begun.push(what);
  await harness.aws.stacks.stop();
  await lab.client.send(new CreateStackCommand({ StackName: 'late', TemplateBody }));
  await harness.aws.stacks.stop(); // resolves when nothing moves any more
  expect(begun).toEqual([]);
  await harness.aws.stacks.start(new AbortController().signal);
  expect((await lab.settled('late')).StackStatus).toBe('ROLLBACK_COMPLETE');
  expect(things.all.size).toBe(0);
});
