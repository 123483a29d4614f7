import {
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  CreateStackCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  ListChangeSetsCommand,
} from '@aws-sdk/client-cloudformation';
import { describe, expect, test } from 'vitest';
import { template, thingLab } from '../../../helpers/cloudformation/thing-lab.js';
import { thing } from '../../../helpers/cloudformation/things.js';

const { things, lab } = thingLab();

async function make(StackName: string, ChangeSetName: string, more: Partial<CreateChangeSetCommandInput>) {
  await lab.client.send(new CreateChangeSetCommand({ StackName, ChangeSetName, ...more }));
  return describeSet(StackName, ChangeSetName);
}

function describeSet(StackName: string, ChangeSetName: string, IncludePropertyValues = false) {
  return lab.client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName, IncludePropertyValues }));
}

async function execute(StackName: string, ChangeSetName: string) {
  await lab.client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName }));
  return lab.settled(StackName);
}

describe('a change set', () => {
  // the shapes are those that AWS answered in January 2026 (recorded by LocalStack's parity tests)
  test('of a new stack leaves it in review until it is executed', async () => {
    const TemplateBody = template({ A: thing('n', 'v'), B: thing('n', { Ref: 'A' }) });
    const made = await make('new', 'first', { TemplateBody, ChangeSetType: 'CREATE' });
    expect(made).toMatchObject({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      IncludeNestedStacks: false,
    });
    expect(made.Changes?.map((one) => one.ResourceChange)).toEqual([
      { Action: 'Add', LogicalResourceId: 'A', ResourceType: 'Test::Unit::Thing', Scope: [], Details: [] },
      { Action: 'Add', LogicalResourceId: 'B', ResourceType: 'Test::Unit::Thing', Scope: [], Details: [] },
    ]);
    const [, b] = (await describeSet('new', 'first', true)).Changes ?? [];
    expect(JSON.parse(b?.ResourceChange?.AfterContext ?? '')).toEqual({
      Properties: { Name: 'n', Value: '{{changeSet:KNOWN_AFTER_APPLY}}', Uses: [] },
    });
    const { Stacks: [stack] = [] } = await lab.client.send(new DescribeStacksCommand({ StackName: 'new' }));
    expect(stack).toMatchObject({ StackStatus: 'REVIEW_IN_PROGRESS', StackStatusReason: 'User Initiated' });
    expect((await execute('new', 'first')).StackStatus).toBe('CREATE_COMPLETE');
    expect((await lab.client.send(new ListChangeSetsCommand({ StackName: 'new' }))).Summaries).toEqual([]);
    expect(await describeSet('new', 'first')).toMatchObject({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'EXECUTE_COMPLETE',
    });
  });

  test('adds, changes and takes away resources that are called as members of every object are', async () => {
    const first = template({ A: thing('n', 'v') });
    await lab.client.send(new CreateStackCommand({ StackName: 'named', TemplateBody: first }));
    await lab.settled('named');
    const more = template({
      A: thing('n', 'v'),
      toString: thing('s', 'v'),
      constructor: thing('c', { 'Fn::GetAtt': ['toString', 'Value'] }),
    });
    const added = await make('named', 'add', { TemplateBody: more });
    expect(
      added.Changes?.map(({ ResourceChange: one }) => `${one?.Action} ${one?.LogicalResourceId}`),
    ).toEqual(['Add constructor', 'Add toString']);
    expect((await execute('named', 'add')).StackStatus).toBe('UPDATE_COMPLETE');
    const failing = template({ A: thing('n', 'other', { fail: 'update' }), valueOf: thing('o', 'v') });
    await make('named', 'fail', { TemplateBody: failing });
    expect((await execute('named', 'fail')).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(Object.keys(await lab.resources('named')).sort()).toEqual(['A', 'constructor', 'toString']);
    const removed = await make('named', 'remove', { TemplateBody: first });
    expect(removed.Changes?.map((one) => one.ResourceChange?.Action)).toEqual(['Remove', 'Remove']);
    expect((await execute('named', 'remove')).StackStatus).toBe('UPDATE_COMPLETE');
    expect(Object.keys(await lab.resources('named'))).toEqual(['A']);
  });

  test('tells what is replaced, what changes in place, what goes, and why', async () => {
    const before = template({
      Parent: thing('n', 'v'),
      Child: thing('c', { 'Fn::GetAtt': ['Parent', 'Value'] }),
      Gone: thing('g', 'v', { DeletionPolicy: 'Retain' }),
    });
    await lab.client.send(new CreateStackCommand({ StackName: 'told', TemplateBody: before }));
    await lab.settled('told');
    const ids = await lab.resources('told');
    const after = template({
      Parent: thing('other', 'v'),
      Child: thing('c', { 'Fn::GetAtt': ['Parent', 'Value'] }),
    });
    const made = await make('told', 'second', { TemplateBody: after });
    expect(made.Changes?.map((one) => one.ResourceChange)).toEqual([
      {
        Action: 'Modify',
        LogicalResourceId: 'Child',
        PhysicalResourceId: ids.Child,
        ResourceType: 'Test::Unit::Thing',
        Replacement: 'False',
        Scope: ['Properties'],
        Details: [
          {
            CausingEntity: 'Parent.Value',
            ChangeSource: 'ResourceAttribute',
            Evaluation: 'Static',
            Target: { Attribute: 'Properties', Name: 'Value', RequiresRecreation: 'Never' },
          },
        ],
      },
      {
        Action: 'Remove',
        LogicalResourceId: 'Gone',
        PhysicalResourceId: ids.Gone,
        PolicyAction: 'Retain',
        ResourceType: 'Test::Unit::Thing',
        Scope: [],
        Details: [],
      },
      {
        Action: 'Modify',
        LogicalResourceId: 'Parent',
        PhysicalResourceId: ids.Parent,
        PolicyAction: 'ReplaceAndDelete',
        ResourceType: 'Test::Unit::Thing',
        Replacement: 'True',
        Scope: ['Properties'],
        Details: [
          {
            ChangeSource: 'DirectModification',
            Evaluation: 'Static',
            Target: { Attribute: 'Properties', Name: 'Name', RequiresRecreation: 'Always' },
          },
        ],
      },
    ]);
    const values = (await describeSet('told', 'second', true)).Changes?.find(
      (one) => one.ResourceChange?.LogicalResourceId === 'Parent',
    );
    expect(values?.ResourceChange?.Details?.[0]?.Target).toEqual({
      Attribute: 'Properties',
      AttributeChangeType: 'Modify',
      Name: 'Name',
      Path: '/Properties/Name',
      BeforeValue: 'n',
      AfterValue: 'other',
      RequiresRecreation: 'Always',
    });
    expect((await execute('told', 'second')).StackStatus).toBe('UPDATE_COMPLETE');
    expect(things.all.has(ids.Parent as string)).toBe(false);
    expect(things.all.has(ids.Gone as string)).toBe(true);
    expect(await lab.events('told')).toContain('Gone DELETE_SKIPPED');
  });

  test('names the parameter that a change comes from, and hides what must not be seen', async () => {
    const TemplateBody = template(
      { A: thing('n', { Ref: 'Value' }), B: thing('n', { 'Fn::Sub': 'x${Hidden}' }) },
      { Parameters: { Value: { Type: 'String' }, Hidden: { Type: 'String', NoEcho: true } } },
    );
    const Parameters = (value: string, hidden: string) => [
      { ParameterKey: 'Value', ParameterValue: value },
      { ParameterKey: 'Hidden', ParameterValue: hidden },
    ];
    await lab.client.send(
      new CreateStackCommand({ StackName: 'params', TemplateBody, Parameters: Parameters('1', 'secret-1') }),
    );
    const stack = await lab.settled('params');
    expect(stack.Parameters).toEqual(Parameters('1', '****'));
    await make('params', 'next', { UsePreviousTemplate: true, Parameters: Parameters('2', 'secret-2') });
    const told = await describeSet('params', 'next', true);
    expect(told.Parameters).toEqual(Parameters('2', '****'));
    const [a, b] = (told.Changes ?? []).map((one) => one.ResourceChange?.Details);
    expect(a?.map((one) => [one.ChangeSource, one.CausingEntity, one.Evaluation])).toEqual([
      ['DirectModification', undefined, 'Dynamic'],
      ['ParameterReference', 'Value', 'Static'],
    ]);
    expect(b?.[0]?.Target).toMatchObject({ AfterValue: '****' });
    expect(JSON.stringify(told)).not.toContain('secret-2');
  });

  test('without changes has failed, and says so as AWS does', async () => {
    const TemplateBody = template({ A: thing('n', 'v') });
    await lab.client.send(new CreateStackCommand({ StackName: 'same', TemplateBody }));
    await lab.settled('same');
    const made = await make('same', 'nothing', { TemplateBody });
    expect(made).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
    await expect(execute('same', 'nothing')).rejects.toMatchObject({
      name: 'InvalidChangeSetStatusException',
      message: `ChangeSet [${made.ChangeSetId}] cannot be executed in its current status of [FAILED]`,
    });
    const outputs = template({ A: thing('n', 'v') }, { Outputs: { Id: { Value: { Ref: 'A' } } } });
    expect(await make('same', 'outputs', { TemplateBody: outputs })).toMatchObject({
      Status: 'CREATE_COMPLETE',
    });
    expect((await execute('same', 'outputs')).Outputs?.[0]?.OutputKey).toBe('Id');
  });

  test('is found, deleted and missed as AWS does', async () => {
    const TemplateBody = template({ A: thing('n', 'v') });
    const made = await make('kept', 'one', { TemplateBody, ChangeSetType: 'CREATE' });
    await expect(make('kept', 'one', { TemplateBody, ChangeSetType: 'CREATE' })).rejects.toMatchObject({
      name: 'AlreadyExistsException',
    });
    const { TemplateBody: kept } = await lab.client.send(
      new GetTemplateCommand({ StackName: 'kept', ChangeSetName: 'one' }),
    );
    expect(kept).toBe(TemplateBody);
    await lab.client.send(new DeleteChangeSetCommand({ StackName: 'kept', ChangeSetName: 'one' }));
    await expect(describeSet('kept', 'one')).rejects.toMatchObject({
      name: 'ChangeSetNotFoundException',
      message: 'ChangeSet [one] does not exist',
    });
    await expect(
      lab.client.send(new DescribeChangeSetCommand({ ChangeSetName: made.ChangeSetId })),
    ).rejects.toThrow(`ChangeSet [${made.ChangeSetId}] does not exist`);
    await expect(describeSet('nostack', 'one')).rejects.toThrow('Stack [nostack] does not exist');
    await expect(lab.client.send(new DeleteChangeSetCommand({ ChangeSetName: 'one' }))).rejects.toThrow(
      'StackName must be specified if ChangeSetName is not specified as an ARN.',
    );
    await expect(make('nostack', 'one', { TemplateBody })).rejects.toThrow('Stack [nostack] does not exist');
    await expect(make('same', 'one', { TemplateBody, ChangeSetType: 'CREATE' })).rejects.toThrow(
      'Stack [same] already exists and cannot be created again with the changeSet [one].',
    );
  });
});
