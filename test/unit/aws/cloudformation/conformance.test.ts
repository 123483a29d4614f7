import {
  CreateChangeSetCommand,
  CreateStackCommand,
  type CreateStackCommandInput,
  DescribeStackEventsCommand,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  ListStacksCommand,
  UpdateStackCommand,
  ValidateTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, REGION } from '../../../helpers/aws.js';
import { thingLab } from '../../../helpers/cloudformation/thing-lab.js';
import { THING, thing } from '../../../helpers/cloudformation/things.js';

// Texts that AWS was recorded to answer with, by LocalStack's parity tests (2022 to January 2026), or that users of
// CloudFormation quote in public issues.
const { harness, things, lab } = thingLab();

const A = thing('n', 'v');
const json = (template: unknown) => JSON.stringify(template);
const withParameter = (declaration: object) =>
  json({ Parameters: { P: { Type: 'String', ...declaration } }, Resources: { A } });
const value = (ParameterValue: string) => [{ ParameterKey: 'P', ParameterValue }];
const role = (more = {}) =>
  json({
    Resources: { R: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {}, ...more } } },
  });

const REFUSED: [what: string, request: Partial<CreateStackCommandInput>, message: string][] = [
  ['no template', {}, 'Either Template URL or Template Body must be specified.'],
  [
    'broken JSON',
    { TemplateBody: '{"Resources": {"A": {"Type": }}}' },
    'Template format error: JSON not well-formed.',
  ],
  [
    'broken YAML',
    { TemplateBody: 'Resources:\n  A: {Type: x\n  B: y' },
    'Template format error: YAML not well-formed.',
  ],
  ['a list', { TemplateBody: '[]' }, 'Template format error: unsupported structure.'],
  [
    'no resources',
    { TemplateBody: json({ Outputs: {} }) },
    'Template format error: At least one Resources member must be defined.',
  ],
  [
    'a text as resource',
    { TemplateBody: json({ Resources: { A: 'x' } }) },
    'Template format error: Any Resources member must be an object.',
  ],
  [
    'no type',
    { TemplateBody: json({ Resources: { A: {} } }) },
    'Template format error: [/Resources/A] Every Resources object must contain a Type member.',
  ],
  [
    'a strange attribute',
    { TemplateBody: json({ Resources: { A: { Type: THING, Invalid: 1 } } }) },
    "Invalid template resource property 'Invalid'",
  ],
  [
    'a strange name',
    { TemplateBody: json({ Resources: { 'AWS::NoValue': A } }) },
    'Template format error: Resource name AWS::NoValue is non alphanumeric.',
  ],
  [
    'a null',
    { TemplateBody: json({ Resources: { A }, Outputs: { O: { Value: null } } }) },
    "[/Outputs/O/Value] 'null' values are not allowed in templates",
  ],
  [
    'an output without value',
    { TemplateBody: json({ Resources: { A }, Outputs: { O: { Description: 'x' } } }) },
    'Template format error: Every Outputs member must contain a Value object',
  ],
  [
    'a reference to nothing',
    { TemplateBody: json({ Resources: { A: thing('n', { Ref: 'MyTopic' }) } }) },
    'Template format error: Unresolved resource dependencies [MyTopic] in the Resources block of the template',
  ],
  [
    'an output of nothing',
    { TemplateBody: json({ Resources: { A }, Outputs: { O: { Value: { Ref: 'MyTopic' } } } }) },
    'Unresolved resource dependencies [MyTopic] in the Outputs block of the template',
  ],
  [
    'a circle',
    { TemplateBody: json({ Resources: { A: thing('n', { Ref: 'B' }), B: thing('n', { Ref: 'A' }) } }) },
    'Circular dependency between resources: [A, B]',
  ],
  [
    'an unknown section',
    { TemplateBody: json({ Resources: { A }, Resource: {} }) },
    'Invalid template property or properties [Resource]',
  ],
  ['a missing value', { TemplateBody: withParameter({}) }, 'Parameters: [P] must have values'],
  [
    'a value too much',
    { TemplateBody: json({ Resources: { A } }), Parameters: value('x') },
    'Parameters: [P] do not exist in the template',
  ],
  [
    'a value of none of those',
    { TemplateBody: withParameter({ AllowedValues: ['a'] }), Parameters: value('x') },
    "Parameter 'P' must be one of AllowedValues",
  ],
  [
    'a value of another form',
    { TemplateBody: withParameter({ AllowedPattern: '[0-9]+' }), Parameters: value('x1') },
    "Parameter 'P' must match pattern [0-9]+",
  ],
  [
    'a constraint with words of its own',
    {
      TemplateBody: withParameter({ AllowedPattern: '[0-9]+', ConstraintDescription: 'digits' }),
      Parameters: value('x'),
    },
    'Parameter P failed to satisfy constraint: digits',
  ],
  [
    'a short value',
    { TemplateBody: withParameter({ MinLength: 3 }), Parameters: value('x') },
    "Parameter 'P' must contain at least 3 characters",
  ],
  [
    'no number',
    { TemplateBody: withParameter({ Type: 'Number' }), Parameters: value('x') },
    "Parameter 'P' must be a number.",
  ],
  [
    'a template from elsewhere',
    { TemplateURL: 'https://example.com/t.yaml' },
    'TemplateURL must be a supported URL.',
  ],
  [
    'an S3 address',
    { TemplateURL: 's3://mine/t.yaml' },
    'S3 error: Domain name specified in mine is not a valid S3 domain',
  ],
  [
    'a type that is not allowed',
    { TemplateBody: json({ Resources: { A } }), ResourceTypes: ['AWS::EC2::*'] },
    `Resource type ${THING} is not allowed by parameter ResourceTypes [AWS::EC2::*]`,
  ],
  [
    'a role that is not there',
    { TemplateBody: json({ Resources: { A } }), RoleARN: `arn:aws:iam::${ACCOUNT}:role/nobody` },
    `Role arn:aws:iam::${ACCOUNT}:role/nobody is invalid or cannot be assumed`,
  ],
  [
    'two policies',
    {
      TemplateBody: json({ Resources: { A } }),
      StackPolicyBody: '{}',
      StackPolicyURL: 'https://s3.amazonaws.com/a/b',
    },
    'You cannot specify both StackPolicyURL and StackPolicyBody',
  ],
  // what AWS does and this endpoint does not must not be passed over
  [
    'a transform',
    { TemplateBody: json({ Transform: 'AWS::Serverless-2016-10-31', Resources: { A } }) },
    'This endpoint does not support the template section Transform.',
  ],
  [
    'a dynamic reference',
    { TemplateBody: json({ Resources: { A: thing('n', '{{resolve:ssm:/x}}') } }) },
    'This endpoint does not resolve dynamic references: {{resolve:ssm:/x}}',
  ],
];

test.each(REFUSED)('CreateStack refuses %s', async (_what, request, message) => {
  const refusal = lab.client.send(new CreateStackCommand({ StackName: 'refused', ...request }));
  await expect(refusal).rejects.toMatchObject({
    name: 'ValidationError',
    message: expect.stringContaining(message),
  });
});

describe('limits', () => {
  test('of names, of a template in the request, and of resources', async () => {
    const create = (request: Partial<CreateStackCommandInput>) =>
      lab.client.send(new CreateStackCommand({ StackName: 'limits', ...request }));
    await expect(create({ StackName: '*@da591fa3_$', TemplateBody: '{}' })).rejects.toThrow(
      "1 validation error detected: Value '*@da591fa3_$' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern:",
    );
    const long = json({ Description: 'x'.repeat(51_200), Resources: { A } });
    await expect(create({ TemplateBody: long })).rejects.toThrow(
      "at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
    );
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, index) => [`A${index}`, { Type: THING }]),
    );
    await expect(create({ TemplateBody: json({ Resources: many }) })).rejects.toThrow(
      'Template format error: Number of resources, 501, is greater than maximum allowed, 500',
    );
  });

  test('a larger template comes from S3, by its own address or the endpoint’s', async () => {
    const s3 = harness.client(S3Client);
    await s3.send(new CreateBucketCommand({ Bucket: 'templates' }));
    const Body = json({ Description: 'd', Metadata: { x: 'x'.repeat(60_000) }, Resources: { A } });
    await s3.send(new PutObjectCommand({ Bucket: 'templates', Key: 'a b.json', Body }));
    for (const [name, TemplateURL] of [
      ['hosted', `https://templates.s3.${REGION}.amazonaws.com/a%20b.json`],
      ['path', `https://s3.${REGION}.amazonaws.com/templates/a%20b.json`],
      ['own', `${harness.aws.endpoint.url}/templates/a%20b.json`],
    ]) {
      await lab.client.send(new CreateStackCommand({ StackName: name, TemplateURL }));
      expect(await lab.settled(name as string)).toMatchObject({
        StackStatus: 'CREATE_COMPLETE',
        Description: 'd',
      });
    }
    const missing = new CreateStackCommand({
      StackName: 'gone',
      TemplateURL: `${harness.aws.endpoint.url}/templates/no`,
    });
    await expect(lab.client.send(missing)).rejects.toThrow('S3 error: The specified key does not exist.');
  });

  test('long lists come in pages', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`A${index}`, thing('n', 'v')]));
    await lab.client.send(
      new CreateStackCommand({ StackName: 'pages', TemplateBody: json({ Resources: many }) }),
    );
    await lab.settled('pages');
    const seen: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await lab.client.send(new DescribeStackEventsCommand({ StackName: 'pages', NextToken }));
      seen.push(...(page.StackEvents ?? []).map(({ EventId }) => EventId ?? ''));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(seen).toHaveLength(2 + 3 * 60);
    expect(new Set(seen).size).toBe(seen.length);
    await expect(lab.client.send(new ListStacksCommand({ NextToken: 'x' }))).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });
});

test('capabilities must be acknowledged', async () => {
  const create = (TemplateBody: string, Capabilities: CreateStackCommandInput['Capabilities']) =>
    lab.client.send(new CreateStackCommand({ StackName: 'capable', TemplateBody, Capabilities }));
  const error = { name: 'InsufficientCapabilitiesException' };
  await expect(create(role(), [])).rejects.toMatchObject({
    ...error,
    message: 'Requires capabilities : [CAPABILITY_IAM]',
  });
  await expect(create(role({ RoleName: 'x' }), ['CAPABILITY_IAM'])).rejects.toMatchObject({
    ...error,
    message: 'Requires capabilities : [CAPABILITY_NAMED_IAM]',
  });
  const summary = await lab.client.send(new GetTemplateSummaryCommand({ TemplateBody: role() }));
  expect(summary).toMatchObject({
    Capabilities: ['CAPABILITY_IAM'],
    CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::Role]',
    ResourceTypes: ['AWS::IAM::Role'],
  });
});

test('what is missed is told in the words of each operation', async () => {
  const TemplateBody = json({ Resources: { A } });
  await lab.client.send(new CreateStackCommand({ StackName: 'there', TemplateBody }));
  await lab.settled('there');
  const words: [Promise<unknown>, string][] = [
    [lab.client.send(new DescribeStacksCommand({ StackName: 'no' })), 'Stack with id no does not exist'],
    [lab.client.send(new DescribeStackEventsCommand({ StackName: 'no' })), 'Stack [no] does not exist'],
    [lab.client.send(new GetTemplateCommand({ StackName: 'no' })), 'Stack with id no does not exist'],
    [lab.client.send(new GetTemplateCommand({})), 'StackName is required if ChangeSetName is not specified.'],
    [lab.client.send(new UpdateStackCommand({ StackName: 'no', TemplateBody })), 'Stack [no] does not exist'],
    [
      lab.client.send(new UpdateStackCommand({ StackName: 'there', TemplateBody })),
      'No updates are to be performed.',
    ],
    [
      lab.client.send(new DescribeStackResourceCommand({ StackName: 'there', LogicalResourceId: 'No' })),
      'Resource No does not exist for stack there',
    ],
    [
      lab.client.send(
        new UpdateStackCommand({
          StackName: 'there',
          TemplateBody: json({ Resources: { A: { Type: 'AWS::SSM::Parameter' } } }),
        }),
      ),
      'Update of resource type is not permitted. The new template modifies resource type of the following resources: [A]',
    ],
  ];
  for (const [refusal, message] of words)
    await expect(refusal).rejects.toMatchObject({ name: 'ValidationError', message });
});

test('a template is validated, kept as it was sent, and shown without its secrets', async () => {
  const TemplateBody = [
    'Description: |',
    '  yaml with short forms',
    'Parameters:',
    '  Name: { Type: String, Default: x, Description: a name }',
    '  Hidden: { Type: String, NoEcho: true }',
    'Resources:',
    `  A: { Type: '${THING}', Properties: { Name: !Ref Name, Value: !Sub '\${Hidden}!' } }`,
  ].join('\n');
  const checked = await lab.client.send(new ValidateTemplateCommand({ TemplateBody }));
  expect(checked.Parameters).toEqual([
    { ParameterKey: 'Name', DefaultValue: 'x', NoEcho: false, Description: 'a name' },
    { ParameterKey: 'Hidden', NoEcho: true },
  ]);
  const Parameters = [{ ParameterKey: 'Hidden', ParameterValue: 'top secret' }];
  await lab.client.send(new CreateStackCommand({ StackName: 'yaml', TemplateBody, Parameters }));
  await lab.settled('yaml');
  expect(things.values().A).toContain('x=top secret!');
  expect((await lab.client.send(new GetTemplateCommand({ StackName: 'yaml' }))).TemplateBody).toBe(
    TemplateBody,
  );
  const { StackEvents } = await lab.client.send(new DescribeStackEventsCommand({ StackName: 'yaml' }));
  expect(JSON.stringify(StackEvents)).not.toContain('top secret');
  await lab.client.send(
    new CreateChangeSetCommand({
      StackName: 'review',
      ChangeSetName: 'c',
      ChangeSetType: 'CREATE',
      TemplateBody,
      Parameters,
    }),
  );
  await expect(lab.client.send(new GetTemplateSummaryCommand({ StackName: 'review' }))).rejects.toThrow(
    'GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.',
  );
});
