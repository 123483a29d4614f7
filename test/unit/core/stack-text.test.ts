import { expect, test } from 'vitest';
import { loadStack } from '../../../src/core/stack/load.js';

const PLACE = {
  file: 'template',
  region: 'eu-central-1',
  accountId: '000000000000',
  stackName: 'shop',
} as const;

const TEMPLATE = {
  Parameters: { Bucket: { Type: 'String' } },
  Resources: {
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
    Fn: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Code: { S3Bucket: { Ref: 'Bucket' }, S3Key: 'abc.zip' },
      },
    },
    Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn' } } },
    Live: {
      Type: 'AWS::Lambda::Alias',
      Properties: {
        FunctionName: { Ref: 'Fn' },
        Name: 'live',
        FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] },
      },
    },
  },
  Outputs: { Stack: { Value: { Ref: 'AWS::StackId' } }, Shared: { Value: { 'Fn::ImportValue': 'other' } } },
};

const FN = 'arn:aws:lambda:eu-central-1:000000000000:function:shop-Fn-ABCDEFGHIJKL';
const OPTIONS = {
  ...PLACE,
  text: JSON.stringify(TEMPLATE),
  parameters: { Bucket: 'code' },
  stackId: 'arn:aws:cloudformation:eu-central-1:000000000000:stack/shop/1',
  imports: (name: string) => (name === 'other' ? 'theirs' : undefined),
  identities: new Map([
    ['Role', { ref: 'shop-Role-1', attributes: { Arn: 'arn:aws:iam::000000000000:role/shop-Role-1' } }],
    ['Fn', { ref: 'shop-Fn-ABCDEFGHIJKL', attributes: { Arn: FN } }],
    ['Version', { ref: `${FN}:7`, attributes: { Version: '7' } }],
  ]),
};

test('a template that was sent as text is resolved with the ids of the resources that exist', () => {
  const { stack, diagnostics, sources } = loadStack(OPTIONS);
  expect(diagnostics).toEqual([]);
  expect(sources).toEqual([]);
  expect(stack?.functions[0]).toMatchObject({
    name: 'shop-Fn-ABCDEFGHIJKL',
    arn: FN,
    code: { bucket: 'code', key: 'abc.zip' },
    roleArn: 'arn:aws:iam::000000000000:role/shop-Role-1',
    versions: ['7'],
    aliases: [{ name: 'live', version: '7' }],
  });
  expect(stack?.outputs).toEqual({ Stack: OPTIONS.stackId, Shared: 'theirs' });
});

test('a template that was sent reads nothing of this machine', () => {
  const text = JSON.stringify(TEMPLATE).replace('{"S3Bucket":{"Ref":"Bucket"},"S3Key":"abc.zip"}', '"./src"');
  expect(loadStack({ ...OPTIONS, text }).diagnostics).toMatchObject([{ code: 'MISSING_CODE' }]);
  const include = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: '/etc/hosts' } } };
  const including = JSON.stringify({ Resources: { Role: { Type: 'AWS::IAM::Role', Properties: include } } });
  const { diagnostics } = loadStack({ ...PLACE, text: including });
  expect(diagnostics.map(({ code }) => code)).toContain('INCLUDE_NOT_LOCAL');
});

test('YAML with short forms comes as text too', () => {
  const text = 'Resources:\n  Key:\n    Type: AWS::KMS::Key\nOutputs:\n  Id: {Value: !Ref Key}\n';
  const identities = new Map([['Key', { ref: 'k-1', attributes: {} }]]);
  expect(loadStack({ ...PLACE, text, identities }).stack?.outputs).toEqual({ Id: 'k-1' });
});
