import { Readable } from 'node:stream';
import { Sha256 } from '@aws-crypto/sha256-js';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteBucketEncryptionCommand,
  DeleteBucketLifecycleCommand,
  DeleteBucketOwnershipControlsCommand,
  DeleteBucketPolicyCommand,
  DeleteBucketTaggingCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  DeletePublicAccessBlockCommand,
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  PutPublicAccessBlockCommand,
  S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwsHarness, REGION } from '../../helpers/aws.js';

const aws = new AwsHarness();
let s3: S3Client;
const Bucket = 'artefacts';

beforeAll(async () => {
  await aws.start();
  s3 = aws.client(S3Client);
  await s3.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
  );
});
afterAll(() => aws.stop());

const put = (Key: string, Body: string | Uint8Array, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = async (Key: string, more: object = {}) => {
  const answer = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...answer, text: await answer.Body?.transformToString() };
};

describe('objects', () => {
  it('are put and got with what was said of them', async () => {
    const made = await put('a/b c+ü.txt', 'hello', {
      ContentType: 'text/plain',
      Metadata: { owner: 'ops' },
      CacheControl: 'no-store',
      Tagging: 'a=1&b=2',
    });
    expect(made.ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
    expect(made.ChecksumCRC32).toBe('NhCmhg==');
    const got = await get('a/b c+ü.txt');
    expect(got).toMatchObject({
      text: 'hello',
      ContentType: 'text/plain',
      Metadata: { owner: 'ops' },
      CacheControl: 'no-store',
      ContentLength: 5,
      ServerSideEncryption: 'AES256',
      TagCount: 2,
    });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a/b c+ü.txt' }));
    expect(head).toMatchObject({ ContentLength: 5, ETag: made.ETag });
    const attributes = await s3.send(
      new GetObjectAttributesCommand({
        Bucket,
        Key: 'a/b c+ü.txt',
        ObjectAttributes: ['ETag', 'ObjectSize'],
      }),
    );
    expect(attributes).toMatchObject({ ObjectSize: 5, ETag: '5d41402abc4b2a76b9719d911017c592' });
  });

  it('come in chunks with trailers, too', async () => {
    const bytes = Buffer.alloc(300_000, 'x');
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'stream',
        Body: Readable.from([bytes]),
        ContentLength: bytes.length,
        ChecksumAlgorithm: 'SHA256',
      }),
    );
    const got = await get('stream', { ChecksumMode: 'ENABLED' });
    expect(got.text).toHaveLength(300_000);
    expect(got.ContentEncoding).toBeUndefined();
    expect(got.ChecksumSHA256).toBeTruthy();
  });

  it.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)('are checked by %s', async (ChecksumAlgorithm) => {
    await put('sum', 'checked', { ChecksumAlgorithm });
    const member = `Checksum${ChecksumAlgorithm}` as const;
    await expect(put('sum', 'checked', { [member]: 'AAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });
  });

  it('are read in ranges and under conditions', async () => {
    const { ETag } = await put('range', '0123456789');
    expect(await get('range', { Range: 'bytes=2-4' })).toMatchObject({
      text: '234',
      ContentRange: 'bytes 2-4/10',
    });
    expect(await get('range', { Range: 'bytes=-3' })).toMatchObject({ text: '789' });
    await expect(get('range', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
    await expect(get('range', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(get('range', { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(put('range', 'x', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await put('range', 'x', { IfMatch: ETag });
  });

  it('are copied', async () => {
    await put('from', 'same', { Metadata: { a: '1' } });
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/from` }));
    expect(await get('to')).toMatchObject({ text: 'same', Metadata: { a: '1' } });
    await expect(
      s3.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/to` })),
    ).rejects.toMatchObject({ name: 'InvalidRequest' });
  });

  it('are tagged and deleted', async () => {
    await put('tagged', 'x');
    await s3.send(
      new PutObjectTaggingCommand({
        Bucket,
        Key: 'tagged',
        Tagging: { TagSet: [{ Key: 'k', Value: '<&>' }] },
      }),
    );
    const { TagSet } = await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'tagged' }));
    expect(TagSet).toEqual([{ Key: 'k', Value: '<&>' }]);
    await s3.send(new DeleteObjectTaggingCommand({ Bucket, Key: 'tagged' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'tagged' }));
    await expect(get('tagged')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await put('__proto__', 'odd');
    expect((await get('__proto__')).text).toBe('odd');
    const { Deleted } = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: '__proto__' }, { Key: 'never' }] } }),
    );
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['__proto__', 'never']);
  });

  it('can be reached by a presigned URL while it is good', async () => {
    await put('signed', 'for you');
    const url = new URL(aws.aws.endpoint.url);
    const signer = new SignatureV4({
      service: 's3',
      region: REGION,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      sha256: Sha256,
      uriEscapePath: false,
    });
    const draft = {
      method: 'GET',
      protocol: 'http:',
      hostname: url.hostname,
      port: Number(url.port),
      path: `/${Bucket}/signed`,
      headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    };
    const signed = await signer.presign(draft, { expiresIn: 60 });
    const query = new URLSearchParams(signed.query as Record<string, string>);
    const target = `${url.origin}/${Bucket}/signed?${query}`;
    expect(await (await fetch(target)).text()).toBe('for you');
    aws.clock.advance(61_000);
    const late = await fetch(target);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
    aws.clock.reset();
    expect((await fetch(`${url.origin}/${Bucket}/signed`)).status).toBe(403);
  });
});

describe('listings', () => {
  it('group by delimiter and go on by page', async () => {
    await s3.send(
      new CreateBucketCommand({
        Bucket: 'listed',
        CreateBucketConfiguration: { LocationConstraint: REGION },
      }),
    );
    for (const Key of ['a', 'dir/1', 'dir/2', 'dir/sub/3', 'z', 'é'])
      await s3.send(new PutObjectCommand({ Bucket: 'listed', Key, Body: Key }));
    const top = await s3.send(new ListObjectsV2Command({ Bucket: 'listed', Delimiter: '/' }));
    expect(top.Contents?.map(({ Key }) => Key)).toEqual(['a', 'z', 'é']);
    expect(top.CommonPrefixes).toEqual([{ Prefix: 'dir/' }]);
    const seen: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket: 'listed', Delimiter: '/', MaxKeys: 1, ContinuationToken }),
      );
      for (const one of [
        ...(page.Contents ?? []).map(({ Key }) => Key),
        ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
      ])
        seen.push(one as string);
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(seen).toEqual(['a', 'dir/', 'z', 'é']);
    const older = await s3.send(
      new ListObjectsCommand({ Bucket: 'listed', Prefix: 'dir/', Marker: 'dir/1' }),
    );
    expect(older.Contents?.map(({ Key }) => Key)).toEqual(['dir/2', 'dir/sub/3']);
  });
});

describe('versions', () => {
  it('are kept, named, and hidden by delete markers', async () => {
    const own = { Bucket: 'versioned' };
    await s3.send(
      new CreateBucketCommand({ ...own, CreateBucketConfiguration: { LocationConstraint: REGION } }),
    );
    await s3.send(new PutBucketVersioningCommand({ ...own, VersioningConfiguration: { Status: 'Enabled' } }));
    expect((await s3.send(new GetBucketVersioningCommand(own))).Status).toBe('Enabled');
    const first = await s3.send(new PutObjectCommand({ ...own, Key: 'k', Body: 'one' }));
    const second = await s3.send(new PutObjectCommand({ ...own, Key: 'k', Body: 'two' }));
    expect(first.VersionId).not.toBe(second.VersionId);
    const old = await s3.send(new GetObjectCommand({ ...own, Key: 'k', VersionId: first.VersionId }));
    expect(await old.Body?.transformToString()).toBe('one');
    const gone = await s3.send(new DeleteObjectCommand({ ...own, Key: 'k' }));
    expect(gone.DeleteMarker).toBe(true);
    await expect(s3.send(new GetObjectCommand({ ...own, Key: 'k' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
    const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand(own));
    expect(Versions).toHaveLength(2);
    expect(DeleteMarkers).toMatchObject([{ Key: 'k', IsLatest: true, VersionId: gone.VersionId }]);
    await s3.send(new DeleteObjectCommand({ ...own, Key: 'k', VersionId: gone.VersionId }));
    const back = await s3.send(new GetObjectCommand({ ...own, Key: 'k' }));
    expect(await back.Body?.transformToString()).toBe('two');
    await expect(s3.send(new DeleteBucketCommand(own))).rejects.toMatchObject({ name: 'BucketNotEmpty' });
    await expect(
      s3.send(new GetObjectCommand({ ...own, Key: 'k', VersionId: 'nope' })),
    ).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });
});

describe('multipart uploads', () => {
  const big = Buffer.alloc(5 * 1024 * 1024, 'p');

  it('become one object', async () => {
    const Key = 'multi';
    const { UploadId } = await s3.send(
      new CreateMultipartUploadCommand({ Bucket, Key, ChecksumAlgorithm: 'CRC32', ContentType: 'x/y' }),
    );
    const one = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: big }));
    await put('tail', 'tail');
    const two = await s3.send(
      new UploadPartCopyCommand({ Bucket, Key, UploadId, PartNumber: 2, CopySource: `${Bucket}/tail` }),
    );
    const { Parts } = await s3.send(new ListPartsCommand({ Bucket, Key, UploadId }));
    expect(Parts?.map(({ Size }) => Size)).toEqual([big.length, 4]);
    const { Uploads } = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
    expect(Uploads).toMatchObject([{ Key, UploadId }]);
    const named = [
      { PartNumber: 1, ETag: one.ETag },
      { PartNumber: 2, ETag: two.CopyPartResult?.ETag },
    ];
    const complete = (Parts: object[]) =>
      s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
    await expect(complete([...named].reverse())).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete([{ PartNumber: 1, ETag: '"no"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
    expect((await complete(named)).ETag).toMatch(/-2"$/);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({ ContentLength: big.length + 4, ContentType: 'x/y' });
    expect((await get(Key, { PartNumber: 2 })).text).toBe('tail');
  });

  it('refuse parts that are too small, and can be given up', async () => {
    const Key = 'small';
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const parts = [];
    for (const PartNumber of [1, 2]) {
      const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: 'x' }));
      parts.push({ PartNumber, ETag });
    }
    await expect(
      s3.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts: parts } }),
      ),
    ).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    await expect(s3.send(new ListPartsCommand({ Bucket, Key, UploadId }))).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
  });
});

describe('buckets', () => {
  it('have configurations, and what S3 gives a new one', async () => {
    const own = { Bucket: 'configured' };
    await s3.send(
      new CreateBucketCommand({ ...own, CreateBucketConfiguration: { LocationConstraint: REGION } }),
    );
    expect(
      (await s3.send(new GetPublicAccessBlockCommand(own))).PublicAccessBlockConfiguration?.BlockPublicPolicy,
    ).toBe(true);
    await s3.send(
      new PutPublicAccessBlockCommand({ ...own, PublicAccessBlockConfiguration: { BlockPublicAcls: true } }),
    );
    await s3.send(new DeletePublicAccessBlockCommand(own));
    await expect(s3.send(new GetPublicAccessBlockCommand(own))).rejects.toMatchObject({
      name: 'NoSuchPublicAccessBlockConfiguration',
    });
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const } };
    await s3.send(
      new PutBucketEncryptionCommand({ ...own, ServerSideEncryptionConfiguration: { Rules: [rule] } }),
    );
    expect(
      (await s3.send(new GetBucketEncryptionCommand(own))).ServerSideEncryptionConfiguration?.Rules,
    ).toMatchObject([rule]);
    const sealed = await s3.send(new PutObjectCommand({ ...own, Key: 'k', Body: 'x' }));
    expect(sealed).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: expect.stringContaining(':key/'),
    });
    await s3.send(new DeleteBucketEncryptionCommand(own));
    await s3.send(new PutBucketTaggingCommand({ ...own, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } }));
    expect((await s3.send(new GetBucketTaggingCommand(own))).TagSet).toEqual([{ Key: 'a', Value: 'b' }]);
    await s3.send(new DeleteBucketTaggingCommand(own));
    const days = { ID: 'old', Status: 'Enabled' as const, Filter: { Prefix: '' }, Expiration: { Days: 30 } };
    await s3.send(
      new PutBucketLifecycleConfigurationCommand({ ...own, LifecycleConfiguration: { Rules: [days] } }),
    );
    expect((await s3.send(new GetBucketLifecycleConfigurationCommand(own))).Rules).toMatchObject([
      { ID: 'old' },
    ]);
    await s3.send(new DeleteBucketLifecycleCommand(own));
    await s3.send(
      new PutBucketOwnershipControlsCommand({
        ...own,
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      }),
    );
    await s3.send(new GetBucketOwnershipControlsCommand(own));
    await s3.send(new DeleteBucketOwnershipControlsCommand(own));
  });

  it('refuse public policies unless their owner unblocks them', async () => {
    const own = { Bucket: 'open-one' };
    await s3.send(
      new CreateBucketCommand({ ...own, CreateBucketConfiguration: { LocationConstraint: REGION } }),
    );
    const statement = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::open-one/*',
    };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await expect(s3.send(new PutBucketPolicyCommand({ ...own, Policy }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await s3.send(new DeletePublicAccessBlockCommand(own));
    await s3.send(new PutBucketPolicyCommand({ ...own, Policy }));
    expect((await s3.send(new GetBucketPolicyCommand(own))).Policy).toBe(Policy);
    await s3.send(new DeleteBucketPolicyCommand(own));
    await expect(s3.send(new GetBucketPolicyCommand(own))).rejects.toMatchObject({
      name: 'NoSuchBucketPolicy',
    });
  });

  it('belong to a region and an account', async () => {
    expect((await s3.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBe(REGION);
    const other = aws.client(S3Client, { region: 'us-east-1' });
    await expect(other.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
      name: 'AuthorizationHeaderMalformed',
    });
    const stranger = aws.client(S3Client, { accessKeyId: '210987654321' });
    await expect(stranger.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await expect(
      stranger.send(
        new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
      ),
    ).rejects.toMatchObject({ name: 'BucketAlreadyExists' });
    await expect(s3.send(new HeadBucketCommand({ Bucket: 'nobodys' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
    await expect(s3.send(new CreateBucketCommand({ Bucket: 'UPPER' }))).rejects.toMatchObject({
      name: 'InvalidBucketName',
    });
    await expect(s3.send(new GetBucketAclCommand({ Bucket }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });

  it('and objects are kept over a restart', async () => {
    await put('kept', 'still here');
    await aws.restart();
    s3 = aws.client(S3Client);
    expect((await get('kept')).text).toBe('still here');
    expect((await aws.aws.objects.readObject(Bucket, 'kept')).toString()).toBe('still here');
    await expect(aws.aws.objects.readObject(Bucket, 'no')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const { Buckets } = await s3.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toContain(Bucket);
  });
});
