import {
  CancelUpdateStackCommand,
  ContinueUpdateRollbackCommand,
  CreateStackCommand,
  type CreateStackCommandInput,
  DeleteStackCommand,
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  GetStackPolicyCommand,
  ListExportsCommand,
  ListImportsCommand,
  RollbackStackCommand,
  SetStackPolicyCommand,
  UpdateStackCommand,
  type UpdateStackCommandInput,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { beforeEach, describe, expect, test } from 'vitest';
import { template, thingLab } from '../../../helpers/cloudformation/thing-lab.js';
import { thing } from '../../../helpers/cloudformation/things.js';

const { harness, things, lab } = thingLab();
beforeEach(() => things.clear());

async function create(
  StackName: string,
  resources: Record<string, unknown>,
  more: Partial<CreateStackCommandInput> = {},
) {
  await lab.client.send(new CreateStackCommand({ StackName, TemplateBody: template(resources), ...more }));
  return lab.settled(StackName);
}

async function update(
  StackName: string,
  resources: Record<string, unknown>,
  more: Partial<UpdateStackCommandInput> = {},
) {
  await lab.client.send(new UpdateStackCommand({ StackName, TemplateBody: template(resources), ...more }));
  return lab.settled(StackName);
}

async function remove(StackName: string, more = {}) {
  await lab.client.send(new DeleteStackCommand({ StackName, ...more }));
}

/** Gates that let nobody through until they are opened. */
function held(what: string): { reached: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    things.gate = async (doing) => {
      if (doing !== what) return;
      resolve();
      await opened;
    };
  });
  return { reached, open: () => open() };
}

describe('an update that fails', () => {
  test('leaves what had been done with DisableRollback, and RollbackStack takes it back', async () => {
    const before = { A: thing('n', '1'), B: thing('n', '1', { uses: ['A'] }) };
    await create('kept', before);
    const after = { A: thing('n', '2'), B: thing('n', '2', { uses: ['A'], fail: 'update' }) };
    const failed = await update('kept', after, { DisableRollback: true });
    expect(failed).toMatchObject({
      StackStatus: 'UPDATE_FAILED',
      StackStatusReason: 'The following resource(s) failed to update: [B]. ',
    });
    expect(things.values().A).toEqual(['n=2']);
    await lab.client.send(new RollbackStackCommand({ StackName: 'kept' }));
    expect((await lab.settled('kept')).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(things.values()).toEqual({ A: ['n=1'], B: ['n=1'] });
  });

  test('may be tried again from UPDATE_FAILED', async () => {
    await create('again', { A: thing('n', '1') });
    await update('again', { A: thing('n', '2', { fail: 'update' }) }, { DisableRollback: true });
    expect((await update('again', { A: thing('n', '2') })).StackStatus).toBe('UPDATE_COMPLETE');
    expect(things.values()).toEqual({ A: ['n=2'] });
  });

  test('and whose rollback fails, too, goes on when asked, past what cannot be restored', async () => {
    await create('stuck', { A: thing('n', '1', { fail: 'update' }), B: thing('n', '1') });
    const failed = await update('stuck', { A: thing('n', '2', { fail: 'update' }), B: thing('n', '2') });
    expect(failed).toMatchObject({
      StackStatus: 'UPDATE_ROLLBACK_FAILED',
      StackStatusReason: 'The following resource(s) failed to update: [A]. ',
    });
    await expect(update('stuck', { A: thing('n', '3') })).rejects.toThrow(
      `Stack:${failed.StackId} is in UPDATE_ROLLBACK_FAILED state and can not be updated.`,
    );
    await lab.client.send(new ContinueUpdateRollbackCommand({ StackName: 'stuck', ResourcesToSkip: ['A'] }));
    expect((await lab.settled('stuck')).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(things.values().B).toEqual(['n=1']);
    expect((await update('stuck', { A: thing('n', '4'), B: thing('n', '1') })).StackStatus).toBe(
      'UPDATE_COMPLETE',
    );
    await expect(lab.client.send(new ContinueUpdateRollbackCommand({ StackName: 'stuck' }))).rejects.toThrow(
      'UPDATE_COMPLETE',
    );
  });

  test('because it was cancelled is rolled back, the resource under way with it', async () => {
    await create('cancelled', { A: thing('n', '1') });
    const gate = held('update A');
    await lab.client.send(
      new UpdateStackCommand({ StackName: 'cancelled', TemplateBody: template({ A: thing('n', '2') }) }),
    );
    await gate.reached;
    await expect(remove('cancelled')).rejects.toThrow('UPDATE_IN_PROGRESS');
    const cancel = { StackName: 'cancelled', ClientRequestToken: 'once' };
    await lab.client.send(new CancelUpdateStackCommand(cancel));
    gate.open();
    expect((await lab.settled('cancelled')).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(things.values()).toEqual({ A: ['n=1'] });
    await lab.client.send(new CancelUpdateStackCommand(cancel)); // the same request again
    await expect(lab.client.send(new CancelUpdateStackCommand({ StackName: 'cancelled' }))).rejects.toThrow(
      'CancelUpdateStack cannot be called from current stack status',
    );
  });
});

describe('a create that fails', () => {
  const bad = { A: thing('n', '1'), B: thing('n', '1', { uses: ['A'], fail: 'create' }) };

  test('leaves everything with DO_NOTHING', async () => {
    expect((await create('left', bad, { OnFailure: 'DO_NOTHING' })).StackStatus).toBe('CREATE_FAILED');
    expect(Object.keys(things.values())).toEqual(['A', 'B']);
    await lab.client.send(new RollbackStackCommand({ StackName: 'left' }));
    expect((await lab.settled('left')).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(things.values()).toEqual({});
  });

  test('may be mended by an update; one that fails takes it back to nothing', async () => {
    await create('mended', bad, { DisableRollback: true });
    const good = { A: thing('n', '1'), B: thing('n', '1', { uses: ['A'] }) };
    expect((await update('mended', good)).StackStatus).toBe('UPDATE_COMPLETE');
    expect(things.values()).toEqual({ A: ['n=1'], B: ['n=1'] });
    await create('broken', bad, { DisableRollback: true });
    const still = { ...bad, C: thing('n', '1', { fail: 'create' }) };
    expect((await update('broken', still)).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(things.values()).toEqual({ A: ['n=1'], B: ['n=1'] });
  });

  test('deletes the stack with DELETE', async () => {
    const { StackId } = await lab.client.send(
      new CreateStackCommand({ StackName: 'dropped', TemplateBody: template(bad), OnFailure: 'DELETE' }),
    );
    expect((await lab.settled(StackId as string)).StackStatus).toBe('DELETE_COMPLETE');
    expect(things.values()).toEqual({});
  });

  test('keeps what is to be retained, but for RetainExceptOnCreate', async () => {
    const resources = {
      A: thing('n', '1', { DeletionPolicy: 'Retain' }),
      B: thing('n', '1', { DeletionPolicy: 'RetainExceptOnCreate' }),
      C: thing('n', '1', { uses: ['A', 'B'], fail: 'create' }),
    };
    expect((await create('retained', resources)).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(things.values()).toEqual({ A: ['n=1'] });
  });

  test('because its time is over is rolled back', async () => {
    const gate = held('made A');
    await lab.client.send(
      new CreateStackCommand({
        StackName: 'late',
        TemplateBody: template({ A: thing('n', '1') }),
        TimeoutInMinutes: 5,
      }),
    );
    await gate.reached;
    harness.clock.advance(5 * 60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    gate.open();
    expect((await lab.settled('late')).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(things.values()).toEqual({});
  });
});

describe('a deletion', () => {
  test('that fails tells what stays, and can be ended without it', async () => {
    const { StackId } = await create('stays', {
      A: thing('n', '1'),
      B: thing('n', '1', { uses: ['A'], fail: 'delete' }),
      C: thing('n', '1'),
    });
    await expect(remove('stays', { RetainResources: ['B'] })).rejects.toThrow('DELETE_FAILED');
    await remove('stays');
    expect(await lab.settled('stays')).toMatchObject({
      StackStatus: 'DELETE_FAILED',
      StackStatusReason: 'The following resource(s) failed to delete: [B]. ',
    });
    expect(Object.keys(things.values())).toEqual(['A', 'B']);
    await remove('stays', { RetainResources: ['B'] });
    expect((await lab.settled(StackId as string)).StackStatus).toBe('DELETE_COMPLETE');
    expect(Object.keys(things.values())).toEqual(['B']);
  });

  test('by force leaves behind what will not go', async () => {
    const { StackId } = await create('forced', { B: thing('n', '1', { fail: 'delete' }) });
    await remove('forced');
    await lab.settled('forced');
    await remove('forced', { DeletionMode: 'FORCE_DELETE_STACK' });
    expect((await lab.settled(StackId as string)).StackStatus).toBe('DELETE_COMPLETE');
  });

  test('is refused while the stack is protected', async () => {
    await create('protected', { A: thing('n', '1') }, { EnableTerminationProtection: true });
    await expect(remove('protected')).rejects.toThrow(
      'Stack [protected] cannot be deleted while TerminationProtection is enabled',
    );
    await lab.client.send(
      new UpdateTerminationProtectionCommand({ StackName: 'protected', EnableTerminationProtection: false }),
    );
    await remove('protected');
    await expect.poll(() => things.values()).toEqual({});
  });
});

describe('beside its resources a stack', () => {
  test('may forbid updates by its policy', async () => {
    const statement = (Effect: string, Action: string, Resource: string) => ({
      Effect,
      Action,
      Principal: '*',
      Resource,
    });
    const policy = JSON.stringify({
      Statement: [
        statement('Allow', 'Update:*', '*'),
        statement('Deny', 'Update:Replace', 'LogicalResourceId/A'),
      ],
    });
    await create('policy', { A: thing('n', '1') }, { StackPolicyBody: policy });
    expect((await update('policy', { A: thing('n', '2') })).StackStatus).toBe('UPDATE_COMPLETE');
    const denied = await update('policy', { A: thing('m', '2') });
    expect(denied.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(things.values()).toEqual({ A: ['n=2'] });
    const StackPolicyDuringUpdateBody = JSON.stringify({ Statement: [statement('Allow', 'Update:*', '*')] });
    expect(
      (await update('policy', { A: thing('m', '2') }, { StackPolicyDuringUpdateBody })).StackStatus,
    ).toBe('UPDATE_COMPLETE');
    const { StackPolicyBody } = await lab.client.send(new GetStackPolicyCommand({ StackName: 'policy' }));
    expect(StackPolicyBody).toBe(policy);
    await expect(
      lab.client.send(
        new SetStackPolicyCommand({ StackName: 'policy', StackPolicyBody: '{"Statement":[{}]}' }),
      ),
    ).rejects.toThrow('Error validating stack policy: Invalid stack policy');
  });

  test('exports values that others hold on to', async () => {
    const exporting = (value: string, name = 'shared') =>
      template(
        { A: thing('n', value) },
        { Outputs: { Out: { Value: { 'Fn::GetAtt': ['A', 'Value'] }, Export: { Name: name } } } },
      );
    await lab.client.send(new CreateStackCommand({ StackName: 'exporter', TemplateBody: exporting('1') }));
    await lab.settled('exporter');
    await create('importer', { B: thing('n', { 'Fn::ImportValue': 'shared' }) });
    expect(things.values().B).toEqual(['n=1']);
    expect((await lab.client.send(new ListExportsCommand({}))).Exports).toMatchObject([
      { Name: 'shared', Value: '1' },
    ]);
    expect((await lab.client.send(new ListImportsCommand({ ExportName: 'shared' }))).Imports).toEqual([
      'importer',
    ]);
    await expect(remove('exporter')).rejects.toThrow(
      'Export shared cannot be deleted as it is in use by importer',
    );
    await lab.client.send(new UpdateStackCommand({ StackName: 'exporter', TemplateBody: exporting('2') }));
    expect((await lab.settled('exporter')).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const missing = await create('missing', { B: thing('n', { 'Fn::ImportValue': 'nobody' }) });
    expect(missing.StackStatus).toBe('ROLLBACK_COMPLETE');
  });

  test('drifts when somebody changes what it made', async () => {
    await create('drifting', { A: thing('n', '1'), B: thing('n', '1'), C: thing('n', '1') });
    const ids = await lab.resources('drifting');
    const a = things.all.get(ids.A as string);
    if (a) a.value = 'other';
    things.all.delete(ids.B as string);
    const { StackDriftDetectionId } = await lab.client.send(
      new DetectStackDriftCommand({ StackName: 'drifting' }),
    );
    expect(
      await lab.client.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId })),
    ).toMatchObject({
      StackDriftStatus: 'DRIFTED',
      DetectionStatus: 'DETECTION_COMPLETE',
      DriftedStackResourceCount: 2,
    });
    const { StackResourceDrifts = [] } = await lab.client.send(
      new DescribeStackResourceDriftsCommand({ StackName: 'drifting' }),
    );
    expect(StackResourceDrifts.map((one) => [one.LogicalResourceId, one.StackResourceDriftStatus])).toEqual([
      ['A', 'MODIFIED'],
      ['B', 'DELETED'],
      ['C', 'IN_SYNC'],
    ]);
    expect(StackResourceDrifts[0]?.PropertyDifferences).toEqual([
      { PropertyPath: '/Value', ExpectedValue: '1', ActualValue: 'other', DifferenceType: 'NOT_EQUAL' },
    ]);
  });
});

test('the same token is the same request; for another it is refused', async () => {
  const wanted = {
    StackName: 'token',
    TemplateBody: template({ A: thing('n', '1') }),
    ClientRequestToken: 'once',
  };
  const first = await lab.client.send(new CreateStackCommand(wanted));
  expect(await lab.client.send(new CreateStackCommand(wanted))).toMatchObject({ StackId: first.StackId });
  await lab.settled('token');
  await expect(
    lab.client.send(new CreateStackCommand({ ...wanted, ClientRequestToken: 'twice' })),
  ).rejects.toMatchObject({
    name: 'AlreadyExistsException',
    message: 'Stack [token] already exists',
  });
  await expect(remove('token', { ClientRequestToken: 'once' })).rejects.toMatchObject({
    name: 'TokenAlreadyExistsException',
  });
});
