const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
/** A policy that allows one action on everything. */
export const policy = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});

/** Every type that this endpoint makes by itself; `n` changes a part of each. */
const resources = (n: number) => ({
  Key: {
    Type: 'AWS::KMS::Key',
    Properties: { Description: `key ${n}`, EnableKeyRotation: n === 1, PendingWindowInDays: 7 },
  },
  Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/made', TargetKeyId: { Ref: 'Key' } } },
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust,
      Description: `role ${n}`,
      Policies: [{ PolicyName: 'inner', PolicyDocument: policy(`s3:Get${n}`) }],
      ManagedPolicyArns: [{ Ref: 'Managed' }],
    },
  },
  Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: policy(`kms:Describe${n}`) } },
  Policy: {
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName: 'outer', PolicyDocument: policy(`sqs:Get${n}`), Roles: [{ Ref: 'Role' }] },
  },
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      VersioningConfiguration: { Status: n === 1 ? 'Enabled' : 'Suspended' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] },
            },
            BucketKeyEnabled: true,
          },
        ],
      },
      LifecycleConfiguration: { Rules: [{ Id: 'old', Status: 'Enabled', ExpirationInDays: 10 * n }] },
      Tags: [{ Key: 'n', Value: `${n}` }],
    },
  },
  BucketPolicy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Bucket' },
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: { 'Fn::Sub': '${Bucket.Arn}/*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
  Secret: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: {
      Description: `secret ${n}`,
      KmsKeyId: { Ref: 'Key' },
      GenerateSecretString: {
        SecretStringTemplate: '{"user":"me"}',
        GenerateStringKey: 'password',
        PasswordLength: 20,
      },
    },
  },
  SecretPolicy: {
    Type: 'AWS::SecretsManager::ResourcePolicy',
    Properties: {
      SecretId: { Ref: 'Secret' },
      ResourcePolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: `secretsmanager:Delete${n === 1 ? 'Secret' : '*'}`,
            Resource: '*',
          },
        ],
      },
    },
  },
  Group: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: n === 1 ? 7 : 14 } },
  Filter: {
    Type: 'AWS::Logs::MetricFilter',
    Properties: {
      LogGroupName: { Ref: 'Group' },
      FilterPattern: '{ $.error = "BAD_*" }',
      MetricTransformations: [
        { MetricNamespace: 'Mine', MetricName: 'errors', MetricValue: '1', DefaultValue: 0 },
      ],
    },
  },
  Alarm: {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      Namespace: 'Mine',
      MetricName: 'errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: '1',
      Threshold: n,
      ComparisonOperator: 'GreaterThanThreshold',
    },
  },
  Dashboard: {
    Type: 'AWS::CloudWatch::Dashboard',
    Properties: { DashboardName: 'mine', DashboardBody: `{"widgets":[],"n":${n}}` },
  },
  Parameter: {
    Type: 'AWS::SSM::Parameter',
    Properties: {
      Name: '/mine',
      Type: 'String',
      Value: { 'Fn::Sub': '${Bucket}/${Key.Arn}' },
      Tags: { n: `${n}` },
    },
  },
  Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
});

/** Their template. */
export const everyType = (n: number) => JSON.stringify({ Resources: resources(n) });
