import type { Dict } from '../../../src/core/dict.js';
import { AwsError } from '../../kernel/aws-error.js';
import { writeElement, type XmlValue } from '../protocol/xml-writer.js';
import { NAMESPACE } from '../services/s3/s3-call.js';

/** Properties of a bucket and the subresources that they are. */
export const CONFIGURED: Readonly<Record<string, string>> = {
  BucketEncryption: 'encryption',
  LifecycleConfiguration: 'lifecycle',
  OwnershipControls: 'ownershipControls',
  PublicAccessBlockConfiguration: 'publicAccessBlock',
  VersioningConfiguration: 'versioning',
};

/** A property in S3's own XML. Throws for parts of it that nothing here has. */
export function configurationXml(property: string, value: unknown): string {
  const [root, content] = (WRITERS[property] as (value: never) => [string, string])(value as never);
  return `<${root} xmlns="${NAMESPACE}">${content}</${root}>`;
}

const WRITERS: Readonly<Record<string, (value: never) => [root: string, content: string]>> = {
  BucketEncryption: ({
    ServerSideEncryptionConfiguration: rules,
  }: {
    ServerSideEncryptionConfiguration: Dict[];
  }) => [
    'ServerSideEncryptionConfiguration',
    rules.map((rule) => writeElement('Rule', encryptionRule(rule))).join(''),
  ],
  LifecycleConfiguration: ({ Rules: rules }: { Rules: Dict[] }) => [
    'LifecycleConfiguration',
    rules.map((rule) => writeElement('Rule', lifecycleRule(rule))).join(''),
  ],
  OwnershipControls: ({ Rules: rules }: { Rules: Dict[] }) => [
    'OwnershipControls',
    rules
      .map(({ ObjectOwnership }) => writeElement('Rule', { ObjectOwnership: String(ObjectOwnership) }))
      .join(''),
  ],
  PublicAccessBlockConfiguration: (flags: Dict) => [
    'PublicAccessBlockConfiguration',
    Object.entries(flags)
      .map(([name, flag]) => writeElement(name, String(flag)))
      .join(''),
  ],
  Tags: (tags: { Key: string; Value: string }[]) => [
    'Tagging',
    `<TagSet>${tags.map((tag) => writeElement('Tag', { ...tag })).join('')}</TagSet>`,
  ],
  VersioningConfiguration: ({ Status: status }: Dict) => [
    'VersioningConfiguration',
    writeElement('Status', String(status)),
  ],
};

type Members = Record<string, XmlValue>;

function encryptionRule({
  ServerSideEncryptionByDefault: byDefault,
  BucketKeyEnabled: bucketKey,
}: Dict): Members {
  return {
    ApplyServerSideEncryptionByDefault: byDefault as XmlValue,
    ...(bucketKey !== undefined && { BucketKeyEnabled: String(bucketKey) }),
  };
}

const LIFECYCLE = [
  'AbortIncompleteMultipartUpload',
  'ExpirationInDays',
  'Id',
  'NoncurrentVersionExpiration',
  'Prefix',
  'Status',
];

function lifecycleRule(rule: Dict): Members {
  const strange = Object.keys(rule).find((name) => !LIFECYCLE.includes(name));
  if (strange !== undefined)
    throw new AwsError(
      'InvalidRequest',
      `This endpoint takes no ${strange} in a lifecycle rule: it knows ${LIFECYCLE.join(', ')}.`,
    );
  const {
    Id,
    ExpirationInDays: days,
    NoncurrentVersionExpiration: old,
    AbortIncompleteMultipartUpload: abort,
  } = rule;
  return {
    ...(Id !== undefined && { ID: String(Id) }),
    Filter: { Prefix: String(rule.Prefix ?? '') },
    Status: String(rule.Status),
    ...(days !== undefined && { Expiration: { Days: Number(days) } }),
    ...(old !== undefined && { NoncurrentVersionExpiration: old as XmlValue }),
    ...(abort !== undefined && { AbortIncompleteMultipartUpload: abort as XmlValue }),
  };
}
