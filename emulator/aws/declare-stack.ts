import type { StackModel, StackResource } from '../../src/core/stack/model.js';
import type { Directory } from './services/iam/directory.js';
import type { KeyRing } from './services/kms/key-ring.js';
import type { Archive } from './services/logs/archive.js';
import type { BucketStore } from './services/s3/bucket-store.js';
import type { SeededSecrets } from './services/secretsmanager/seed.js';
import type { Rotation } from './services/secretsmanager/stored-secret.js';
import { roleFields } from './stack-resources/iam/role-fields.js';
import { putKey } from './stack-resources/kms.js';
import { ownTags } from './stack-resources/members.js';

/** Where the resources of a template are put. */
export interface StackTarget {
  ring: KeyRing;
  directory: Directory;
  buckets: BucketStore;
  secrets: SeededSecrets;
  archive: Archive;
}

type Declare = (resource: StackResource, target: StackTarget, stack: StackModel) => void;

/** Resources that the endpoint has, by type; the rest of a template belongs to other services or is only told. */
const KINDS: Readonly<Record<string, Declare>> = {
  'AWS::KMS::Key': declareKey,
  'AWS::Logs::LogGroup': declareLogGroup,
  'AWS::KMS::Alias': declareAlias,
  'AWS::IAM::Role': declareRole,
  'AWS::S3::Bucket': declareBucket,
  'AWS::SecretsManager::Secret': declareSecret,
  'AWS::SecretsManager::RotationSchedule': declareRotation,
};

/** Puts what a template declares in place, unless an earlier run has; what was changed over the wire stays so. */
export function declareStack(stack: StackModel, target: StackTarget): void {
  for (const resource of stack.resources) KINDS[resource.type]?.(resource, target, stack);
}

function declareKey({ physicalId, properties }: StackResource, { ring }: StackTarget): void {
  if (ring.peek(physicalId)) return;
  if ((properties.KeySpec ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT') return;
  putKey(ring, physicalId, ring.ids.bytes(32).toString('base64'), properties, ownTags(properties));
}

function declareAlias({ properties }: StackResource, { ring }: StackTarget): void {
  const name = String(properties.AliasName);
  const keyId = String(properties.TargetKeyId).split('/').pop() as string;
  if (ring.alias(name) || !ring.peek(keyId)) return;
  ring.state.aliases[name] = { name, keyId, createdAt: ring.now, updatedAt: ring.now };
}

/** A role is the template's: an edit of it takes effect with the next start. */
function declareRole(
  { physicalId: name, arn, properties }: StackResource,
  { directory, ring }: StackTarget,
): void {
  const { roles } = directory.state(ring.accountId);
  const present = roles[name];
  roles[name] = {
    name,
    id: present?.id ?? directory.newId('AROA', ring.accountId),
    arn: arn ?? `arn:aws:iam::${ring.accountId}:role/${name}`,
    createdAt: present?.createdAt ?? ring.now,
    ...roleFields(properties, ownTags(properties)),
  };
}

function declareLogGroup({ physicalId, properties }: StackResource, { archive }: StackTarget): void {
  const group = archive.ensureGroup(physicalId);
  const days = Number(properties.RetentionInDays);
  if (group.retentionDays === undefined && days > 0) group.retentionDays = days;
}

function declareBucket({ physicalId: name }: StackResource, { buckets, ring }: StackTarget): void {
  if (buckets.get(name)) return;
  const { accountId, region, now: createdAt } = ring;
  buckets.add({ name, accountId, region, createdAt, configurations: {}, objects: {}, uploads: {} });
}

function declareSecret(
  { logicalId, properties }: StackResource,
  { secrets }: StackTarget,
  stack: StackModel,
): void {
  const secret = stack.secrets.find((one) => one.logicalId === logicalId);
  if (secret) secrets.declare({ ...secret, tags: ownTags(properties) });
}

/** A schedule without a function of its own (`HostedRotationLambda`) needs a macro, which is refused elsewhere. */
function declareRotation({ properties }: StackResource, { secrets }: StackTarget): void {
  const { SecretId, RotationLambdaARN, RotationRules } = properties;
  if (RotationLambdaARN === undefined) return;
  const rules = (RotationRules ?? {}) as Rotation['rules'];
  secrets.rotateBy(String(SecretId), String(RotationLambdaARN), rules);
}
