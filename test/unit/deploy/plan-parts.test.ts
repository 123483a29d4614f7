import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { userError } from '../../../src/core/errors.js';
import type { ResourceChange } from '../../../src/lib/aws/change-sets.js';
import type { FunctionFacts } from '../../../src/lib/aws/functions.js';
import type { StackFacts } from '../../../src/lib/aws/stacks.js';
import { differencesBesideCode } from '../../../src/lib/deploy/hotswap/template-differences.js';
import { configurationDifferences } from '../../../src/lib/deploy/plan/configuration.js';
import { environmentChanges, secretReferenceChanges } from '../../../src/lib/deploy/plan/environment.js';
import type { RegionPlan } from '../../../src/lib/deploy/plan/region-plan.js';
import { plannedResources } from '../../../src/lib/deploy/plan/resources.js';
import { readSides, type SideResource } from '../../../src/lib/deploy/plan/sides.js';
import { hurdleOf } from '../../../src/lib/deploy/plan/stack-state.js';
import type { Synthesised } from '../../../src/lib/deploy/synth/synthesise.js';
import type { DeployRegion } from '../../../src/lib/deploy/target/open-target.js';
import { deployPlanText } from '../../../src/lib/ui/deploy-text.js';

const side = (resources: Record<string, Partial<SideResource> & { type: string }>) =>
  new Map(
    Object.entries(resources).map(([logicalId, one]) => [
      logicalId,
      {
        logicalId,
        properties: {},
        deletionPolicy: undefined,
        replacePolicy: undefined,
        ...one,
        written: one.written ?? one.properties ?? {},
      },
    ]),
  );
const change = (more: Partial<ResourceChange>): ResourceChange => ({
  action: 'Modify',
  logicalId: 'It',
  type: 'AWS::S3::Bucket',
  causes: [],
  ...more,
});

describe('resources', () => {
  const [before, after] = [
    side({ It: { type: 'AWS::S3::Bucket' } }),
    side({ It: { type: 'AWS::S3::Bucket' } }),
  ];
  const kept = side({ It: { type: 'AWS::S3::Bucket', deletionPolicy: 'Retain', replacePolicy: 'Snapshot' } });

  it.each([
    ['removed', { action: 'Remove' }, before, after, true],
    ['removed but kept', { action: 'Remove' }, kept, after, false],
    ['removed, kept in the new template only', { action: 'Remove' }, before, kept, true],
    ['replaced', { replacement: 'True' }, before, after, true],
    ['replaced but kept', { replacement: 'True' }, before, kept, false],
    ['perhaps replaced', { replacement: 'Conditional' }, before, after, true],
    ['changed in place', { replacement: 'False' }, before, after, false],
    ['added', { action: 'Add' }, before, after, false],
    ['kept, as CloudFormation says', { action: 'Remove', policyAction: 'Retain' }, before, after, false],
    [
      'lost, as CloudFormation says',
      { replacement: 'True', policyAction: 'ReplaceAndDelete' },
      before,
      kept,
      true,
    ],
    ['nothing of value', { action: 'Remove', type: 'AWS::IAM::Role' }, before, after, false],
  ] as const)('%s: data is lost or not', (_, more, was, is, lost) => {
    const [found] = plannedResources([change(more)], { before: was, after: is });
    expect(found?.losesData).toBe(lost);
  });

  it('come with what loses data first, and say when an address changes', () => {
    const found = plannedResources(
      [
        change({ logicalId: 'New', action: 'Add' }),
        change({ logicalId: 'Api', type: 'AWS::ApiGateway::RestApi', replacement: 'True' }),
        change({
          logicalId: 'Fn',
          type: 'AWS::Lambda::Function',
          causes: [{ target: 'Code', recreation: 'Never', source: 'DirectModification', isCertain: true }],
        }),
        change({ logicalId: 'Key', type: 'AWS::KMS::Key', action: 'Remove' }),
      ],
      { before, after },
    );
    expect(found.map(({ logicalId }) => logicalId)).toEqual(['Key', 'Api', 'Fn', 'New']);
    expect(found[1]?.note).toBe('its address changes');
    expect(found[2]?.properties).toEqual(['Code']);
  });
});

describe('environment and secrets', () => {
  const fn = (Variables: object, resolved: object = Variables) => ({
    Fn: {
      type: 'AWS::Lambda::Function',
      written: { Environment: { Variables } },
      properties: { Environment: { Variables: resolved } },
    },
    Secret: { type: 'AWS::SecretsManager::Secret' },
  });

  it('tell variables that come, go and change, a parameter’s new value too; written-down secrets are not shown', () => {
    const sides = {
      before: side(
        fn(
          { MODE: { Ref: 'Mode' }, OLD: 'x', API_TOKEN: 'hunter2' },
          { MODE: 'a', OLD: 'x', API_TOKEN: 'hunter2' },
        ),
      ),
      after: side(
        fn(
          { MODE: { Ref: 'Mode' }, URL: { 'Fn::GetAtt': ['Api', 'Url'] }, API_TOKEN: 'hunter3' },
          { MODE: 'b', URL: 'u', API_TOKEN: 'hunter3' },
        ),
      ),
    };
    const found = environmentChanges(sides);
    expect(found).toEqual([
      { function: 'Fn', variable: 'API_TOKEN', before: '(not shown)', after: '(not shown)' },
      { function: 'Fn', variable: 'MODE', before: '!Ref Mode', after: '!Ref Mode' },
      { function: 'Fn', variable: 'OLD', before: 'x' },
      { function: 'Fn', variable: 'URL', after: '!GetAtt Api.Url' },
    ]);
  });

  it('tell references to secrets, dynamic ones and those to resources', () => {
    const sides = {
      before: side(fn({ A: '{{resolve:secretsmanager:old}}' })),
      after: side(fn({ A: { 'Fn::Sub': 'x-${Secret}' }, B: '{{resolve:ssm:/p:1}}' })),
    };
    expect(secretReferenceChanges(sides)).toEqual([
      {
        resource: 'Fn',
        added: ['Secret', '{{resolve:ssm:/p:1}}'],
        removed: ['{{resolve:secretsmanager:old}}'],
      },
    ]);
  });
});

const STACK: StackFacts = {
  id: 'arn:stack',
  name: 'arcube-dev',
  status: 'UPDATE_COMPLETE',
  parameters: { Retention: '30', Password: '****' },
  tags: { 'arcube:stage': 'dev' },
  outputs: {},
  isProtected: false,
};

it('configuration: parameters, tags and settings of functions; what NoEcho hides is not compared', () => {
  const live = {
    memorySize: 256,
    timeout: 3,
    runtime: 'nodejs20.x',
    handler: 'index.handler',
  } as FunctionFacts;
  const found = configurationDifferences(
    { stack: STACK, functions: new Map([['Fn', live]]) },
    { parameters: [{ ParameterKey: 'Retention', ParameterValue: '7' }] },
    { 'arcube:stage': 'dev', team: 'x' },
    {
      after: side({
        Fn: {
          type: 'AWS::Lambda::Function',
          properties: { Runtime: 'nodejs22.x', Handler: 'index.handler' },
        },
      }),
    },
  );
  expect(found).toEqual([
    { of: 'parameter', name: 'Retention', deployed: '30', local: '7' },
    { of: 'tag', name: 'team', local: 'x' },
    { of: 'Fn', name: 'MemorySize', deployed: '256', local: '128' },
    { of: 'Fn', name: 'Runtime', deployed: 'nodejs20.x', local: 'nodejs22.x' },
  ]);
});

it('both templates are resolved with their own parameters, or neither is', () => {
  const Resources = {
    Logs: {
      Type: 'AWS::Logs::LogGroup',
      DeletionPolicy: 'Retain',
      Properties: { RetentionInDays: { Ref: 'Days' } },
    },
  };
  const template = { Parameters: { Days: { Type: 'Number', Default: 1 } }, Resources };
  const made = {
    template,
    parameters: [{ ParameterKey: 'Days', ParameterValue: '7' }],
    settings: { stage: 'dev', stackName: 's', region: 'eu-central-1', parameters: {} },
  } as unknown as Synthesised;
  const stack = { ...STACK, parameters: { Days: '30' } };
  const { before, after } = readSides(template, stack, made);
  expect(before.get('Logs')).toMatchObject({
    properties: { RetentionInDays: '30' },
    deletionPolicy: 'Retain',
  });
  expect(after.get('Logs')?.properties).toEqual({ RetentionInDays: '7' });
  const broken = readSides(
    {
      Resources: { ...Resources, Bad: { Type: 'AWS::S3::Bucket', Properties: { X: { Ref: 'Nothing' } } } },
    },
    stack,
    made,
  );
  expect([...broken.before.keys()]).toEqual(['Logs', 'Bad']);
  expect(broken.after.get('Logs')?.properties).toEqual({ RetentionInDays: { Ref: 'Days' } });
});

describe('a stack that cannot be deployed to', () => {
  const region = {
    name: 'eu-central-1',
    settings: { stage: 'dev', stackName: 'arcube-dev', region: 'eu-central-1', parameters: {} },
  } as unknown as DeployRegion;
  it.each([
    ['CREATE_COMPLETE', undefined],
    ['UPDATE_COMPLETE', undefined],
    ['UPDATE_ROLLBACK_COMPLETE', undefined],
    ['IMPORT_COMPLETE', undefined],
    ['REVIEW_IN_PROGRESS', undefined],
    ['UPDATE_IN_PROGRESS', 'STACK_BUSY'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'STACK_BUSY'],
    ['ROLLBACK_COMPLETE', 'STACK_ROLLED_BACK'],
    ['CREATE_FAILED', 'STACK_ROLLED_BACK'],
    ['DELETE_FAILED', 'STACK_ROLLED_BACK'],
    ['UPDATE_ROLLBACK_FAILED', 'STACK_STUCK'],
    ['UPDATE_FAILED', 'STACK_STUCK'],
  ])('%s', (status, code) => {
    const hurdle = hurdleOf({ ...STACK, status, statusReason: 'because' }, region);
    expect(hurdle?.code).toBe(code);
    if (hurdle) expect(hurdle.problem).toMatchObject({ why: 'because', exitCode: 6 });
  });

  it('another stage’s, or somebody else’s', () => {
    for (const tags of [{}, { 'arcube:stage': 'prod' }])
      expect(hurdleOf({ ...STACK, tags: tags as Record<string, string> }, region)?.code).toBe(
        'STACK_NOT_OURS',
      );
  });
});

describe('what keeps a hot swap back', () => {
  const template = (more: object, version = 'V1', code = 'a') => ({
    Resources: {
      Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Key: code }, Timeout: 3, ...more } },
      [version]: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn' } } },
      Alias: {
        Type: 'AWS::Lambda::Alias',
        Properties: { FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] } },
      },
    },
  });

  it('is nothing when only code, and with it the version, is another', () => {
    expect(differencesBesideCode(template({}), template({}, 'V2', 'b'), ['Fn'])).toEqual([]);
  });

  it('is named', () => {
    expect(differencesBesideCode(template({}), template({ Timeout: 9 }), ['Fn'])).toEqual(['Fn.Timeout']);
    const more = { ...template({}), Outputs: { A: { Value: 1 } } };
    expect(differencesBesideCode(template({}), more, ['Fn'])).toEqual(['Outputs of the template']);
    const fewer = { Resources: { Fn: template({}).Resources.Fn } };
    expect(differencesBesideCode(fewer, { Resources: { New: { Type: 'X' } } }, ['Fn'])).toEqual([
      'New is new',
      'Fn is gone',
    ]);
  });
});

it.each([
  [
    'User: arn:aws:iam::1:user/x is not authorized to perform: cloudformation:CreateChangeSet on resource: arn:aws:cloudformation:eu-central-1:1:stack/a/* because no identity-based policy allows it',
    '{"Effect":"Allow","Action":"cloudformation:CreateChangeSet","Resource":"arn:aws:cloudformation:eu-central-1:1:stack/a/*"}',
  ],
  [
    'User: x is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" because of nothing',
    '{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::b/k"}',
  ],
  ['Access Denied', '{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::b"}'],
])('a refusal names the statement to add: %s', (cause, statement) => {
  const needs = { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' };
  const { problem } = userError('AWS_DENIED', { cause, region: 'r', state: '', next: 'again', needs });
  expect(problem.todo).toContain(statement);
});

it('one view shows all of it, in plain words', () => {
  const region: RegionPlan = {
    region: 'eu-central-1',
    stack: 'arcube-prod',
    action: 'update',
    resources: [
      {
        logicalId: 'Key',
        type: 'AWS::KMS::Key',
        action: 'remove',
        properties: [],
        losesData: true,
        follows: false,
      },
      {
        logicalId: 'V1',
        type: 'AWS::Lambda::Version',
        action: 'remove',
        properties: [],
        losesData: false,
        follows: false,
      },
    ],
    iam: [
      {
        resource: 'Role',
        type: 'AWS::IAM::Role',
        property: 'Policies',
        kind: 'allow',
        by: ['action'],
        actions: ['s3:*'],
        resources: ['*'],
        conditions: [],
      },
    ],
    api: [
      {
        api: 'Api',
        added: ['GET /new'],
        removed: ['GET /old'],
        changed: [
          {
            operation: 'POST /orders',
            differences: [{ place: 'request', what: 'body now required', breaking: true }],
          },
        ],
        breaking: true,
      },
    ],
    environment: [{ function: 'Fn', variable: 'A', after: 'x' }],
    secrets: [{ resource: 'Fn', added: ['Secret'], removed: [] }],
    configuration: [{ of: 'parameter', name: 'Days', deployed: '30', local: '7' }],
    drift: {
      checked: true,
      resources: [
        {
          logicalId: 'Fn',
          type: 'AWS::Lambda::Function',
          status: 'MODIFIED',
          differences: [{ path: '/Timeout', expected: '3', actual: '9' }],
        },
      ],
    },
    hotswapped: [],
    uploads: [{ key: 'functions/a.zip', bytes: 2048 }],
  };
  const text = deployPlanText({
    version: 1,
    account: '123456789012',
    caller: 'arn:me',
    stage: 'prod',
    changes: true,
    losesData: true,
    widens: true,
    breaks: true,
    regions: [region, { ...region, region: 'us-east-1', action: 'none', resources: [] }],
  });
  const plain = stripVTControlCharacters(text);
  for (const wanted of [
    'eu-central-1, then us-east-1',
    /remove +Key +AWS::KMS::Key +DATA LOSS/,
    /allows s3:\* on \* \(new: action\)/,
    /- +GET \/old +BREAKING/,
    /POST \/orders +request body now required BREAKING/,
    /Fn +A +\(none\) → x/,
    /Fn +\+ Secret/,
    /parameter +Days +30 → 7/,
    /Fn +changed +\/Timeout: 3 → 9/,
    '1 archive, 2 KB',
    'us-east-1  arcube-prod: nothing to do',
    'Data is lost',
  ])
    expect(plain).toMatch(wanted);
});
