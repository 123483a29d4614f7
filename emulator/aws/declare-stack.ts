import type { StackModel, StackResource } from '../../src/core/stack/model.js';
import type { Directory } from './services/iam/directory.js';
import { checkedTrust } from './services/iam/documents.js';
import type { KeyRing } from './services/kms/key-ring.js';
import { makeKey } from './services/kms/make-key.js';
import type { Archive } from './services/logs/archive.js';
import type { BucketStore } from './services/s3/bucket-store.js';
import type { SeededSecrets } from './services/secretsmanager/seed.js';

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
};

/** Puts what a template declares in place, unless an earlier run has; what was changed over the wire stays so. */
export function declareStack(stack: StackModel, target: StackTarget): void {
  for (const resource of stack.resources) KINDS[resource.type]?.(resource, target, stack);
}

function declareKey({ physicalId, properties }: StackResource, { ring }: StackTarget): void {
  if (ring.peek(physicalId)) return;
  const { Description: description, KeyPolicy: policy, EnableKeyRotation: rotates } = properties;
  if ((properties.KeySpec ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT') return;
  const key = makeKey(ring, ring.ids.bytes(32).toString('base64'), {
    id: physicalId,
    description: String(description ?? ''),
    tags: tagsOf(properties),
    ...(policy !== undefined && { policy: JSON.stringify(policy) }),
  });
  if (rotates === true) Object.assign(key.rotation, { enabled: true, next: ring.now + 365 * 86_400_000 });
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
  const policies = (properties.Policies ?? []) as { PolicyName: string; PolicyDocument: unknown }[];
  const present = roles[name];
  roles[name] = {
    name,
    id: present?.id ?? directory.newId('AROA', ring.accountId),
    arn: arn ?? `arn:aws:iam::${ring.accountId}:role/${name}`,
    path: String(properties.Path ?? '/'),
    createdAt: present?.createdAt ?? ring.now,
    trust: checkedTrust(JSON.stringify(properties.AssumeRolePolicyDocument)),
    maxSession: Number(properties.MaxSessionDuration ?? 3600),
    inline: Object.fromEntries(policies.map((one) => [one.PolicyName, JSON.stringify(one.PolicyDocument)])),
    attached: ((properties.ManagedPolicyArns ?? []) as unknown[]).map(String),
    tags: tagsOf(properties),
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
  if (secret) secrets.declare({ ...secret, tags: tagsOf(properties) });
}

function tagsOf({ Tags: tags }: Record<string, unknown>): Record<string, string> {
  if (!Array.isArray(tags)) return {};
  return Object.fromEntries(
    (tags as { Key: string; Value: unknown }[]).map(({ Key, Value }) => [Key, String(Value)]),
  );
}
