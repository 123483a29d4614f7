import { AwsError } from '../../../protocol/faults.js';
import { s3Error } from '../errors.js';
import { isBlocked, isPublic } from '../public-access.js';
import { bucketOf, empty, type S3Operation } from '../s3-call.js';

/** `PutBucketPolicy`: kept; a public one is refused while the bucket blocks them. */
export const putBucketPolicy: S3Operation = async (call) => {
  const bucket = bucketOf(call);
  const text = call.request.body.toString('utf8');
  if (checkedIsPublic(text) && isBlocked(bucket, 'BlockPublicPolicy'))
    throw s3Error(
      'AccessDenied',
      {},
      `User: ${call.request.caller.arn} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::${bucket.name}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
    );
  bucket.policy = text;
  await call.world.store.save(bucket);
  return empty(204);
};

/** `GetBucketPolicy`. */
export const getBucketPolicy: S3Operation = (call) => {
  const { policy, name } = bucketOf(call);
  if (policy === undefined)
    throw new AwsError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404, { BucketName: name });
  return { status: 200, headers: { 'content-type': 'application/json' }, body: policy };
};

/** `DeleteBucketPolicy`. */
export const deleteBucketPolicy: S3Operation = async (call) => {
  const bucket = bucketOf(call);
  delete bucket.policy;
  await call.world.store.save(bucket);
  return empty(204);
};

/** Throws `MalformedPolicy`. */
function checkedIsPublic(text: string): boolean {
  try {
    return isPublic(text);
  } catch (error) {
    throw new AwsError(
      'MalformedPolicy',
      error instanceof SyntaxError
        ? "Policies must be valid JSON and the first byte must be '{'"
        : (error as Error).message,
    );
  }
}
