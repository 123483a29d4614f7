import type { AwsApiRequest } from '../../../kernel/aws.js';
import {
  CONFIGURATIONS,
  deleteConfiguration,
  getConfiguration,
  putConfiguration,
} from './operations/bucket-configurations.js';
import { deleteBucketPolicy, getBucketPolicy, putBucketPolicy } from './operations/bucket-policy.js';
import {
  createBucket,
  deleteBucket,
  getBucketLocation,
  getBucketVersioning,
  headBucket,
  listBuckets,
  putBucketVersioning,
} from './operations/buckets.js';
import { copyObject } from './operations/copy-object.js';
import { deleteObject } from './operations/delete-object.js';
import { deleteObjects } from './operations/delete-objects.js';
import { getObject, headObject } from './operations/get-object.js';
import { getObjectAttributes } from './operations/get-object-attributes.js';
import { listObjectVersions } from './operations/list-object-versions.js';
import { listObjects, listObjectsV2 } from './operations/list-objects.js';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart,
  uploadPartCopy,
} from './operations/multipart.js';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './operations/object-tagging.js';
import { putObject } from './operations/put-object.js';
import type { S3Operation } from './s3-call.js';

/** An operation: method, what it is for, the query parameter (and header) that tells it from others, its IAM action. */
interface Route {
  name: string;
  method: string;
  on: 'service' | 'bucket' | 'object';
  /** Query parameters that must be there. */
  query: readonly string[];
  /** Header that must be there. */
  header?: string;
  action: string;
  operation: S3Operation;
}

type Row = [
  name: string,
  method: string,
  on: Route['on'],
  query: string,
  action: string,
  operation: S3Operation,
  header?: string,
];

const NAMES: Readonly<Record<string, string>> = {
  encryption: 'BucketEncryption',
  lifecycle: 'BucketLifecycleConfiguration',
  ownershipControls: 'BucketOwnershipControls',
  publicAccessBlock: 'PublicAccessBlock',
  tagging: 'BucketTagging',
};

const ACTIONS: Readonly<Record<string, string>> = {
  encryption: 'EncryptionConfiguration',
  lifecycle: 'LifecycleConfiguration',
  ownershipControls: 'BucketOwnershipControls',
  publicAccessBlock: 'BucketPublicAccessBlock',
  tagging: 'BucketTagging',
};

const STORED: Row[] = Object.keys(CONFIGURATIONS).flatMap((name): Row[] => [
  [`Put${NAMES[name]}`, 'PUT', 'bucket', name, `Put${ACTIONS[name]}`, putConfiguration(name)],
  [`Get${NAMES[name]}`, 'GET', 'bucket', name, `Get${ACTIONS[name]}`, getConfiguration(name)],
  [
    `Delete${name === 'lifecycle' ? 'BucketLifecycle' : NAMES[name]}`,
    'DELETE',
    'bucket',
    name,
    `Put${ACTIONS[name]}`,
    deleteConfiguration(name),
  ],
]);

/** The first row that fits is it; the plainest of each method comes last. */
const ROWS: Row[] = [
  ['ListBuckets', 'GET', 'service', '', 'ListAllMyBuckets', listBuckets],
  ...STORED,
  ['PutBucketVersioning', 'PUT', 'bucket', 'versioning', 'PutBucketVersioning', putBucketVersioning],
  ['GetBucketVersioning', 'GET', 'bucket', 'versioning', 'GetBucketVersioning', getBucketVersioning],
  ['PutBucketPolicy', 'PUT', 'bucket', 'policy', 'PutBucketPolicy', putBucketPolicy],
  ['GetBucketPolicy', 'GET', 'bucket', 'policy', 'GetBucketPolicy', getBucketPolicy],
  ['DeleteBucketPolicy', 'DELETE', 'bucket', 'policy', 'DeleteBucketPolicy', deleteBucketPolicy],
  ['GetBucketLocation', 'GET', 'bucket', 'location', 'GetBucketLocation', getBucketLocation],
  ['ListMultipartUploads', 'GET', 'bucket', 'uploads', 'ListBucketMultipartUploads', listMultipartUploads],
  ['ListObjectVersions', 'GET', 'bucket', 'versions', 'ListBucketVersions', listObjectVersions],
  ['ListObjectsV2', 'GET', 'bucket', 'list-type', 'ListBucket', listObjectsV2],
  ['DeleteObjects', 'POST', 'bucket', 'delete', 'DeleteObject', deleteObjects],
  ['ListObjects', 'GET', 'bucket', '', 'ListBucket', listObjects],
  ['CreateBucket', 'PUT', 'bucket', '', 'CreateBucket', createBucket],
  ['HeadBucket', 'HEAD', 'bucket', '', 'ListBucket', headBucket],
  ['DeleteBucket', 'DELETE', 'bucket', '', 'DeleteBucket', deleteBucket],
  ['GetObjectTagging', 'GET', 'object', 'tagging', 'GetObjectTagging', getObjectTagging],
  ['PutObjectTagging', 'PUT', 'object', 'tagging', 'PutObjectTagging', putObjectTagging],
  ['DeleteObjectTagging', 'DELETE', 'object', 'tagging', 'DeleteObjectTagging', deleteObjectTagging],
  ['GetObjectAttributes', 'GET', 'object', 'attributes', 'GetObjectAttributes', getObjectAttributes],
  ['CreateMultipartUpload', 'POST', 'object', 'uploads', 'PutObject', createMultipartUpload],
  ['CompleteMultipartUpload', 'POST', 'object', 'uploadId', 'PutObject', completeMultipartUpload],
  ['AbortMultipartUpload', 'DELETE', 'object', 'uploadId', 'AbortMultipartUpload', abortMultipartUpload],
  ['ListParts', 'GET', 'object', 'uploadId', 'ListMultipartUploadParts', listParts],
  ['UploadPartCopy', 'PUT', 'object', 'partNumber', 'PutObject', uploadPartCopy, 'x-amz-copy-source'],
  ['UploadPart', 'PUT', 'object', 'partNumber', 'PutObject', uploadPart],
  ['CopyObject', 'PUT', 'object', '', 'PutObject', copyObject, 'x-amz-copy-source'],
  ['PutObject', 'PUT', 'object', '', 'PutObject', putObject],
  ['GetObject', 'GET', 'object', '', 'GetObject', getObject],
  ['HeadObject', 'HEAD', 'object', '', 'GetObject', headObject],
  ['DeleteObject', 'DELETE', 'object', '', 'DeleteObject', deleteObject],
];

export const ROUTES: readonly Route[] = ROWS.map(([name, method, on, query, action, operation, header]) => ({
  name,
  method,
  on,
  query: query === '' ? [] : [query],
  action: `s3:${action}`,
  operation,
  ...(header !== undefined && { header }),
}));

/** Subresources that S3 has and nothing here answers: they must not be taken for something plainer. */
const ABSENT =
  /^(?:accelerate|acl|analytics|cors|intelligent-tiering|inventory|legal-hold|logging|metrics|notification|object-lock|policyStatus|replication|requestPayment|restore|retention|select|torrent|website|metadataTable|session)$/;

/** The operation that a request is; undefined for one that is not there. */
export function findRoute({ method, query, headers }: AwsApiRequest, on: Route['on']): Route | undefined {
  for (const name of query.keys()) if (ABSENT.test(name)) return undefined;
  return ROUTES.find(
    (route) =>
      route.method === method &&
      route.on === on &&
      route.query.every((name) => query.has(name)) &&
      (route.header === undefined || headers[route.header] !== undefined),
  );
}

/** What a request is for. */
export function levelOf({
  bucketName,
  key,
}: {
  bucketName: string;
  key: string;
}): 'service' | 'bucket' | 'object' {
  if (bucketName === '') return 'service';
  return key === '' ? 'bucket' : 'object';
}
