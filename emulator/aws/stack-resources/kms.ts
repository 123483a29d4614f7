import type {
  ResourceHandlers,
  ResourceProperties,
  ResourceRequest,
  ResourceStack,
} from '../../kernel/cloudformation.js';
import { Input } from '../protocol/input.js';
import { createMaterial } from '../services/kms/create-material.js';
import { KeyRing, type KmsWorld } from '../services/kms/key-ring.js';
import type { KeyUsage, StoredKey } from '../services/kms/keys.js';
import { makeKey } from '../services/kms/make-key.js';
import { createAlias } from '../services/kms/operations/create-alias.js';
import { checkedPolicy, readKind } from '../services/kms/operations/create-key.js';
import { deleteAlias } from '../services/kms/operations/delete-alias.js';
import { scheduleKeyDeletion } from '../services/kms/operations/schedule-key-deletion.js';
import { updateAlias } from '../services/kms/operations/update-alias.js';
import { allTags, alreadyThere, call, flag, json, members, shownTags, text, unlessGone } from './members.js';

const DAY = 86_400_000;

/** Puts a template's key into the ring under this id; it is not saved yet. */
export function putKey(
  ring: KeyRing,
  id: string,
  material: string,
  properties: ResourceProperties,
  tags: Record<string, string>,
): StoredKey {
  const { KeyPolicy: policy } = properties;
  const key = makeKey(ring, material, {
    id,
    description: text(properties, 'Description') ?? '',
    spec: text(properties, 'KeySpec') ?? 'SYMMETRIC_DEFAULT',
    usage: (text(properties, 'KeyUsage') ?? 'ENCRYPT_DECRYPT') as KeyUsage,
    multiRegion: flag(properties, 'MultiRegion'),
    tags,
    ...(policy !== undefined && { policy: checkedPolicy(json(policy)) }),
  });
  settle(ring, key, properties);
  return key;
}

/** What can be changed of a key that is there. */
function settle(ring: KeyRing, key: StoredKey, properties: ResourceProperties): void {
  const periodDays = Number(properties.RotationPeriodInDays ?? 365);
  const rotates = flag(properties, 'EnableKeyRotation');
  if (rotates && (!key.rotation.enabled || key.rotation.periodDays !== periodDays))
    Object.assign(key.rotation, { enabled: true, periodDays, next: ring.now + periodDays * DAY });
  if (!rotates) key.rotation.enabled = false;
  key.enabled = properties.Enabled === undefined || flag(properties, 'Enabled');
}

/** `AWS::KMS::Key` and `Alias`. */
export function kmsResources(world: KmsWorld): ResourceHandlers {
  const open = ({ accountId, region }: ResourceStack) => new KeyRing(world, accountId, region);
  return { 'AWS::KMS::Key': keys(open), 'AWS::KMS::Alias': aliases(open) };
}

type Open = (stack: ResourceStack) => KeyRing;

function keys(open: Open): ResourceHandlers[string] {
  const identity = ({ id, arn }: StoredKey) => ({ physicalId: id, attributes: { Arn: arn, KeyId: id } });
  return {
    replacedBy: ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
    takesTags: true,
    schema: {
      known:
        'BypassPolicyLockoutSafetyCheck Description EnableKeyRotation Enabled KeyPolicy KeySpec KeyUsage MultiRegion Origin PendingWindowInDays RotationPeriodInDays Tags'.split(
          ' ',
        ),
      required: [],
    },
    create: async (request) => {
      const ring = open(request.stack);
      const { properties } = request;
      const { spec } = readKind(new Input(members(properties, ['KeySpec', 'KeyUsage', 'Origin'])));
      const material = await createMaterial(spec, ring.ids);
      const id = flag(properties, 'MultiRegion') ? `mrk-${ring.ids.hex(32)}` : ring.ids.uuid();
      await request.initiated(id);
      const key = putKey(ring, id, material, properties, allTags(request));
      await ring.save();
      return identity(key);
    },
    update: async (request) => {
      const ring = open(request.stack);
      const key = ring.findById(request.physicalId);
      const { properties } = request;
      if (properties.KeyPolicy !== undefined) key.policy = checkedPolicy(json(properties.KeyPolicy));
      key.description = text(properties, 'Description') ?? '';
      key.tags = allTags(request);
      settle(ring, key, properties);
      await ring.save();
      return identity(key);
    },
    delete: (request) =>
      unlessGone(async () => {
        const ring = open(request.stack);
        const key = ring.findById(request.physicalId);
        const days = Number(request.properties.PendingWindowInDays ?? 30);
        if (key.deletionDate === undefined)
          await call(scheduleKeyDeletion, ring, request, { KeyId: key.id, PendingWindowInDays: days });
      }),
    read: async (request) => {
      const key = open(request.stack).peek(request.physicalId);
      if (!key || key.deletionDate !== undefined) return undefined;
      return {
        Description: key.description,
        Enabled: key.enabled,
        EnableKeyRotation: key.rotation.enabled,
        RotationPeriodInDays: key.rotation.periodDays,
        KeyPolicy: JSON.parse(key.policy) as unknown,
        KeySpec: key.spec,
        KeyUsage: key.usage,
        MultiRegion: key.multiRegion,
        Tags: shownTags(key.tags, request),
      };
    },
  };
}

function aliases(open: Open): ResourceHandlers[string] {
  const given = ({ properties }: ResourceRequest) => ({
    AliasName: properties.AliasName,
    TargetKeyId: properties.TargetKeyId,
  });
  return {
    replacedBy: ['AliasName'],
    schema: { known: ['AliasName', 'TargetKeyId'], required: ['AliasName', 'TargetKeyId'] },
    create: async (request) => {
      const ring = open(request.stack);
      const name = String(request.properties.AliasName);
      if (ring.alias(name)) throw alreadyThere(request.type, name);
      await request.initiated(name);
      await call(createAlias, ring, request, given(request));
      return { physicalId: name, attributes: {} };
    },
    update: async (request) => {
      await call(updateAlias, open(request.stack), request, given(request));
      return { physicalId: request.physicalId, attributes: {} };
    },
    delete: (request) =>
      unlessGone(() => call(deleteAlias, open(request.stack), request, { AliasName: request.physicalId })),
    read: async (request) => {
      const ring = open(request.stack);
      const alias = ring.alias(request.physicalId);
      if (!alias) return undefined;
      const wanted = String(request.properties.TargetKeyId);
      const isSame = wanted.split('/').pop() === alias.keyId;
      return { AliasName: alias.name, TargetKeyId: isSame ? wanted : alias.keyId };
    },
  };
}
