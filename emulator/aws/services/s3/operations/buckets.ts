import { childOf, readXml, textOf } from '../../../protocol/xml-reader.js';
import { writeElement } from '../../../protocol/xml-writer.js';
import { s3Error } from '../errors.js';
import { bucketOf, empty, NAMESPACE, type S3Call, type S3Operation, xml } from '../s3-call.js';

/** Bucket naming rules (S3 user guide), as far as they can be checked without asking anybody. */
const NAME =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3)$)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** `ListBuckets` of the caller's account. */
export const listBuckets: S3Operation = ({ world, request }) => {
  const { accountId } = request.caller;
  const prefix = request.query.get('prefix') ?? '';
  const own = world.store
    .all()
    .filter((bucket) => bucket.accountId === accountId && bucket.name.startsWith(prefix));
  const items = own.map(({ name, createdAt, region }) =>
    writeElement('Bucket', { Name: name, CreationDate: new Date(createdAt), BucketRegion: region }),
  );
  const owner = writeElement('Owner', { ID: accountId });
  return xml(
    `<ListAllMyBucketsResult xmlns="${NAMESPACE}">${owner}<Buckets>${items.join('')}</Buckets></ListAllMyBucketsResult>`,
  );
};

/** `CreateBucket` in the region that the request is signed for. */
export const createBucket: S3Operation = async (call) => {
  const { world, request, bucketName: name } = call;
  if (!NAME.test(name)) throw s3Error('InvalidBucketName', { BucketName: name });
  if (request.headers['x-amz-bucket-object-lock-enabled'] === 'true')
    throw s3Error('NotImplemented', { Header: 'x-amz-bucket-object-lock-enabled' });
  const { accountId } = request.caller;
  checkLocation(call);
  const present = world.store.get(name);
  if (present && present.accountId !== accountId) throw s3Error('BucketAlreadyExists', { BucketName: name });
  // the oldest region alone forgives it (S3 API reference, CreateBucket)
  if (present && request.region !== 'us-east-1')
    throw s3Error('BucketAlreadyOwnedByYou', { BucketName: name });
  if (!present) {
    const bucket = {
      name,
      accountId,
      region: request.region,
      createdAt: world.clock.now(),
      configurations: {},
      objects: {},
      uploads: {},
    };
    world.store.add(bucket);
    await world.store.save(bucket);
  }
  return empty(200, { location: `/${name}` });
};

function checkLocation({ request }: S3Call): void {
  const root = request.body.length > 0 ? readXml(request.body.toString('utf8')) : undefined;
  if (request.body.length > 0 && root?.name !== 'CreateBucketConfiguration') throw s3Error('MalformedXML');
  const wanted = root && textOf(root, 'LocationConstraint');
  const { region } = request;
  if (region === 'us-east-1' ? wanted === undefined : wanted === region) return;
  const told = wanted ?? 'unspecified';
  throw s3Error(
    'IllegalLocationConstraintException',
    {},
    `The ${told} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

/** `HeadBucket`. */
export const headBucket: S3Operation = (call) => empty(200, { 'x-amz-bucket-region': bucketOf(call).region });

/** `GetBucketLocation`: the oldest region is told by nothing. */
export const getBucketLocation: S3Operation = (call) => {
  const { region } = bucketOf(call);
  return xml(
    `<LocationConstraint xmlns="${NAMESPACE}">${region === 'us-east-1' ? '' : region}</LocationConstraint>`,
  );
};

/** `DeleteBucket`, when nothing is in it: versions and delete markers count. */
export const deleteBucket: S3Operation = async (call) => {
  const bucket = bucketOf(call);
  if (Object.keys(bucket.objects).length > 0) throw s3Error('BucketNotEmpty', { BucketName: bucket.name });
  await call.world.store.remove(bucket);
  return empty(204);
};

/** `PutBucketVersioning`. */
export const putBucketVersioning: S3Operation = async (call) => {
  const bucket = bucketOf(call);
  const root = readXml(call.request.body.toString('utf8'));
  const status = root && textOf(root, 'Status');
  if (root?.name !== 'VersioningConfiguration' || (status !== 'Enabled' && status !== 'Suspended'))
    throw s3Error('MalformedXML');
  if (childOf(root, 'MfaDelete')?.text === 'Enabled')
    throw s3Error('NotImplemented', { Header: 'x-amz-mfa' });
  bucket.versioning = status;
  await call.world.store.save(bucket);
  return empty(200);
};

/** `GetBucketVersioning`: nothing in it while it was never set. */
export const getBucketVersioning: S3Operation = (call) => {
  const { versioning } = bucketOf(call);
  return xml(
    `<VersioningConfiguration xmlns="${NAMESPACE}">${writeElement('Status', versioning)}</VersioningConfiguration>`,
  );
};
