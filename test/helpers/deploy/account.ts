import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';

/**
 * What `arcube deploy bootstrap` makes, made by hand: moto's CloudFormation makes of every key a symmetric one, which
 * signs nothing.
 */
export async function bootstrapByHand(
  endpoint: string,
  account: string,
  regions: readonly string[],
): Promise<void> {
  const credentials = { accessKeyId: account, secretAccessKey: 'test' };
  for (const region of regions) {
    const s3 = new S3Client({ region, endpoint, credentials, forcePathStyle: true });
    const kms = new KMSClient({ region, endpoint, credentials });
    const CreateBucketConfiguration =
      region === 'us-east-1' ? undefined : { LocationConstraint: region as 'eu-central-1' };
    await s3.send(
      new CreateBucketCommand({ Bucket: `arcube-assets-${account}-${region}`, CreateBucketConfiguration }),
    );
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
    );
    await kms.send(
      new CreateAliasCommand({ AliasName: 'alias/arcube-releases', TargetKeyId: KeyMetadata?.KeyId }),
    );
    s3.destroy();
    kms.destroy();
  }
}
