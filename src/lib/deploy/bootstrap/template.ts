import { RELEASES_KEY } from './check.js';

/** Days after which what was overwritten or deleted is really gone, and uploads that were cut off are. */
const OLD_VERSIONS = 365;
const CUT_OFF = 7;

/**
 * The bootstrap stack of an account and region: a bucket for archives, templates and release records, and a key that
 * signs the records. Both outlive the stack: a record is worth nothing when it can be thrown away by accident.
 */
export function bootstrapTemplate(bucket: string): string {
  const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
  return JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'What arcube deploys from: a bucket for archives and release records, and the key that signs these.',
    Resources: {
      Assets: { Type: 'AWS::S3::Bucket', ...kept, Properties: bucketProperties(bucket) },
      AssetsPolicy: {
        Type: 'AWS::S3::BucketPolicy',
        ...kept,
        Properties: { Bucket: { Ref: 'Assets' }, PolicyDocument: bucketPolicy() },
      },
      ReleasesKey: { Type: 'AWS::KMS::Key', ...kept, Properties: keyProperties() },
      ReleasesKeyAlias: {
        Type: 'AWS::KMS::Alias',
        ...kept,
        Properties: { AliasName: RELEASES_KEY, TargetKeyId: { Ref: 'ReleasesKey' } },
      },
    },
    Outputs: {
      Bucket: { Value: { Ref: 'Assets' } },
      ReleasesKey: { Value: { 'Fn::GetAtt': ['ReleasesKey', 'Arn'] } },
    },
  });
}

function bucketProperties(BucketName: string): object {
  return {
    BucketName,
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    LifecycleConfiguration: {
      Rules: [
        {
          Id: 'leftovers',
          Status: 'Enabled',
          NoncurrentVersionExpiration: { NoncurrentDays: OLD_VERSIONS },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: CUT_OFF },
        },
      ],
    },
  };
}

/** Nothing without TLS. Whoever may do what is for the account's own policies. */
function bucketPolicy(): object {
  const Resource = [{ 'Fn::GetAtt': ['Assets', 'Arn'] }, { 'Fn::Sub': '${Assets.Arn}/*' }];
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  };
}

function keyProperties(): object {
  return {
    Description: 'Signs the records of releases.',
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
    PendingWindowInDays: 30,
    KeyPolicy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Account',
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
  };
}
