import { AwsError } from '../../../protocol/faults.js';
import { readXml } from '../../../protocol/xml-reader.js';
import { s3Error } from '../errors.js';
import { bucketOf, empty, NAMESPACE, type S3Operation, xml } from '../s3-call.js';

interface Configuration {
  /** Root element. */
  root: string;
  /** Code and text while there is none. */
  missing: readonly [code: string, message: string];
  /** What a bucket has before anybody sets it. */
  initial?: string;
}

/** What a new bucket has since 2023: AES-256, the owner alone, nobody from outside (S3 user guide). */
const ENCRYPTION = `<ServerSideEncryptionConfiguration xmlns="${NAMESPACE}"><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>`;
const OWNERSHIP = `<OwnershipControls xmlns="${NAMESPACE}"><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>`;
const NOBODY = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'].map(
  (name) => `<${name}>true</${name}>`,
);

/** Subresources whose document is kept as it was sent. */
export const CONFIGURATIONS: Readonly<Record<string, Configuration>> = {
  encryption: {
    root: 'ServerSideEncryptionConfiguration',
    missing: [
      'ServerSideEncryptionConfigurationNotFoundError',
      'The server side encryption configuration was not found',
    ],
    initial: ENCRYPTION,
  },
  lifecycle: {
    root: 'LifecycleConfiguration',
    missing: ['NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist'],
  },
  ownershipControls: {
    root: 'OwnershipControls',
    missing: ['OwnershipControlsNotFoundError', 'The bucket ownership controls were not found'],
    initial: OWNERSHIP,
  },
  publicAccessBlock: {
    root: 'PublicAccessBlockConfiguration',
    missing: ['NoSuchPublicAccessBlockConfiguration', 'The public access block configuration was not found'],
    initial: `<PublicAccessBlockConfiguration xmlns="${NAMESPACE}">${NOBODY.join('')}</PublicAccessBlockConfiguration>`,
  },
  tagging: { root: 'Tagging', missing: ['NoSuchTagSet', 'The TagSet does not exist'] },
};

/** `Put…`, `Get…` and `Delete…` of such a configuration. */
export function putConfiguration(name: string): S3Operation {
  return async (call) => {
    const bucket = bucketOf(call);
    const text = call.request.body.toString('utf8');
    if (readXml(text)?.name !== CONFIGURATIONS[name]?.root) throw s3Error('MalformedXML');
    bucket.configurations[name] = text.replace(/^<\?xml[^>]*\?>\s*/, '');
    await call.world.store.save(bucket);
    return empty(name === 'tagging' ? 204 : 200);
  };
}

export function getConfiguration(name: string): S3Operation {
  return (call) => {
    const bucket = bucketOf(call);
    const { missing, initial } = CONFIGURATIONS[name] as Configuration;
    const kept = bucket.configurations[name] ?? initial;
    if (!kept) throw new AwsError(missing[0], missing[1], 404, { BucketName: bucket.name });
    return xml(kept);
  };
}

export function deleteConfiguration(name: string): S3Operation {
  return async (call) => {
    const bucket = bucketOf(call);
    // an empty text stands for one that was there from the start and has been taken away
    bucket.configurations[name] = name === 'encryption' ? ENCRYPTION : '';
    await call.world.store.save(bucket);
    return empty(204);
  };
}
