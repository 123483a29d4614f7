import type { Dict } from '../../../src/core/dict.js';
import type { AwsApiResponse } from '../../kernel/aws.js';
import { AwsError } from '../../kernel/aws-error.js';
import type {
  ResourceHandlers,
  ResourceProperties,
  ResourceRequest,
  ResourceStack,
} from '../../kernel/cloudformation.js';
import { childOf, readXml, textOf } from '../protocol/xml-reader.js';
import type { BucketStore } from '../services/s3/bucket-store.js';
import type { S3Api } from '../services/s3/index.js';
import type { StoredBucket } from '../services/s3/stored.js';
import { CONFIGURED, configurationXml } from './bucket-configurations.js';
import { allTags, alreadyThere, asCloudFormation, json, shownTags, text, unlessGone } from './members.js';

/** `AWS::S3::Bucket` and `BucketPolicy`, by S3's own operations. */
export function bucketResources(s3: S3Api, store: BucketStore): ResourceHandlers {
  const ask = (stack: ResourceStack, method: string, bucket: string, query = '', body = '') =>
    s3.handle(
      asCloudFormation(stack, {
        method,
        path: `/${bucket}`,
        query: new URLSearchParams(query),
        body: Buffer.from(body),
      }),
    );
  const send: Send = async (...request) => checked(await ask(...request));
  return { 'AWS::S3::Bucket': buckets(send, store), 'AWS::S3::BucketPolicy': policies(send, store) };
}

type Send = (
  stack: ResourceStack,
  method: string,
  bucket: string,
  query?: string,
  body?: string,
) => Promise<void>;

function checked({ status, body }: AwsApiResponse): void {
  if (status < 300) return;
  const fault = readXml(String(body).replace(/^<\?xml[^>]*\?>\s*/, ''));
  throw new AwsError(
    (fault && textOf(fault, 'Code')) ?? 'InternalError',
    (fault && textOf(fault, 'Message')) ?? '',
    status,
  );
}

function buckets(send: Send, store: BucketStore): ResourceHandlers[string] {
  const identity = ({ region }: ResourceStack, name: string) => ({
    physicalId: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
      DualStackDomainName: `${name}.s3.dualstack.${region}.amazonaws.com`,
      WebsiteURL: `http://${name}.s3-website.${region}.amazonaws.com`,
    },
  });
  const configure = async (
    request: ResourceRequest,
    name: string,
    before: ResourceProperties,
  ): Promise<void> => {
    const { stack, properties } = request;
    for (const [property, subresource] of Object.entries(CONFIGURED)) {
      const value = properties[property];
      if (value !== undefined) await send(stack, 'PUT', name, subresource, configurationXml(property, value));
      else if (before[property] === undefined) continue;
      // versioning cannot be taken away again, only suspended
      else if (subresource === 'versioning')
        await send(stack, 'PUT', name, subresource, configurationXml(property, { Status: 'Suspended' }));
      else await send(stack, 'DELETE', name, subresource);
    }
    const tags = Object.entries(allTags(request)).map(([Key, Value]) => ({ Key, Value }));
    await send(stack, 'PUT', name, 'tagging', configurationXml('Tags', tags));
  };
  return {
    replacedBy: ['BucketName'],
    takesTags: true,
    schema: { known: ['BucketName', 'Tags', ...Object.keys(CONFIGURED)], required: [] },
    create: async (request) => {
      const name = text(request.properties, 'BucketName') ?? request.newName(63).toLowerCase();
      const present = store.get(name);
      if (present?.accountId === request.stack.accountId) throw alreadyThere(request.type, name);
      if (!present) await request.initiated(name);
      await send(request.stack, 'PUT', name, '', locationXml(request.stack));
      await configure(request, name, {});
      return identity(request.stack, name);
    },
    update: async (request) => {
      await configure(request, request.physicalId, request.before);
      return identity(request.stack, request.physicalId);
    },
    delete: (request) => unlessGone(() => send(request.stack, 'DELETE', request.physicalId)),
    read: async (request) => {
      const bucket = store.get(request.physicalId);
      return bucket && shown(bucket, request);
    },
  };
}

function locationXml({ region }: ResourceStack): string {
  if (region === 'us-east-1') return '';
  return `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
}

/** What of a bucket can be told in the template's shapes. */
function shown({ name, versioning, configurations }: StoredBucket, request: ResourceRequest): Dict {
  const access = readXml(configurations.publicAccessBlock ?? '');
  const flags = Object.fromEntries(
    (access?.children ?? []).map((child) => [child.name, child.text === 'true']),
  );
  const set = childOf(
    readXml(configurations.tagging ?? '') ?? { name: '', children: [], text: '' },
    'TagSet',
  );
  const tags = Object.fromEntries(
    (set?.children ?? []).map((tag) => [textOf(tag, 'Key') ?? '', textOf(tag, 'Value') ?? '']),
  );
  return {
    BucketName: name,
    VersioningConfiguration: versioning && { Status: versioning },
    ...(configurations.publicAccessBlock !== undefined && {
      PublicAccessBlockConfiguration: access && flags,
    }),
    Tags: shownTags(tags, request),
  };
}

function policies(send: Send, store: BucketStore): ResourceHandlers[string] {
  const put = async ({ stack, properties }: ResourceRequest) => {
    const bucket = String(properties.Bucket);
    await send(stack, 'PUT', bucket, 'policy', json(properties.PolicyDocument));
    return { physicalId: bucket, attributes: {} };
  };
  return {
    replacedBy: ['Bucket'],
    schema: { known: ['Bucket', 'PolicyDocument'], required: ['Bucket', 'PolicyDocument'] },
    create: async (request) => {
      const bucket = String(request.properties.Bucket);
      if (store.get(bucket)?.policy !== undefined) throw alreadyThere(request.type, bucket);
      await request.initiated(bucket);
      return put(request);
    },
    update: put,
    delete: (request) => unlessGone(() => send(request.stack, 'DELETE', request.physicalId, 'policy')),
    read: async (request) => {
      const policy = store.get(request.physicalId)?.policy;
      return policy === undefined
        ? undefined
        : { Bucket: request.physicalId, PolicyDocument: JSON.parse(policy) as unknown };
    },
  };
}
