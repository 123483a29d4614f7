import { viaService } from '../kms/sealing.js';
import type { S3Call } from './s3-call.js';
import type { StoredVersion } from './stored.js';

/** Asks whether the caller may have S3 use a KMS key for an object, whose ARN is the encryption context. */
export function useKey(
  { world, request, bucketName, key }: S3Call,
  owner: { accountId: string; region: string },
  keyId: string,
  actions: readonly string[],
): void {
  const via = viaService('s3', actions, request);
  const context = { 'aws:s3:arn': `arn:aws:s3:::${bucketName}/${key}` };
  world.sealing.mayUse({ ...owner, via }, keyId, actions, context);
}

/** An object under a KMS key can be read while its key can be used, by whoever may use it through S3. */
export function checkObjectKey(call: S3Call, { kmsKeyArn }: Pick<StoredVersion, 'kmsKeyArn'>): void {
  if (kmsKeyArn === undefined) return;
  const [, , , region = '', accountId = call.request.caller.accountId] = kmsKeyArn.split(':');
  call.world.sealing.arnOf({ accountId, region }, kmsKeyArn);
  useKey(call, { accountId, region }, kmsKeyArn, ['Decrypt']);
}
