import { childOf, textOf } from '../../../protocol/xml-reader.js';
import { writeElement } from '../../../protocol/xml-writer.js';
import { s3Error } from '../errors.js';
import { bucketOf, empty, NAMESPACE, type S3Call, type S3Operation, xml, xmlBody } from '../s3-call.js';
import type { StoredVersion } from '../stored.js';
import { requiredVersion } from '../versions.js';

/** `GetObjectTagging`. */
export const getObjectTagging: S3Operation = (call) => {
  const tags = Object.entries(versionOf(call).tags).map(([Key, Value]) =>
    writeElement('Tag', { Key, Value }),
  );
  return xml(`<Tagging xmlns="${NAMESPACE}"><TagSet>${tags.join('')}</TagSet></Tagging>`);
};

/** `PutObjectTagging`: at most 10. */
export const putObjectTagging: S3Operation = async (call) => {
  const set = childOf(xmlBody(call, 'Tagging'), 'TagSet');
  if (!set) throw s3Error('MalformedXML');
  const pairs = set.children.map((tag) => [textOf(tag, 'Key') ?? '', textOf(tag, 'Value') ?? '']);
  if (pairs.length > 10) throw s3Error('InvalidRequest', {}, 'Object tags cannot be greater than 10');
  versionOf(call).tags = Object.fromEntries(pairs) as Record<string, string>;
  await call.world.store.save(bucketOf(call));
  return empty(200);
};

/** `DeleteObjectTagging`. */
export const deleteObjectTagging: S3Operation = async (call) => {
  versionOf(call).tags = {};
  await call.world.store.save(bucketOf(call));
  return empty(204);
};

function versionOf(call: S3Call): StoredVersion {
  return requiredVersion(bucketOf(call), call.key, call.request.query.get('versionId'));
}
