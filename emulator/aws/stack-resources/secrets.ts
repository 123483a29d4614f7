import type { Dict } from '../../../src/core/dict.js';
import { AwsError } from '../../kernel/aws-error.js';
import type { ResourceHandlers, ResourceRequest, ResourceStack } from '../../kernel/cloudformation.js';
import { Input } from '../protocol/input.js';
import { cancelRotateSecret } from '../services/secretsmanager/operations/cancel-rotate-secret.js';
import { makeSecret } from '../services/secretsmanager/operations/create-secret.js';
import { deleteSecret } from '../services/secretsmanager/operations/delete-secret.js';
import { getRandomPassword } from '../services/secretsmanager/operations/get-random-password.js';
import {
  deleteResourcePolicy,
  putResourcePolicy,
} from '../services/secretsmanager/operations/resource-policy.js';
import { rotateSecret } from '../services/secretsmanager/operations/rotate-secret.js';
import { updateSecret } from '../services/secretsmanager/operations/update-secret.js';
import type { StoredSecret } from '../services/secretsmanager/stored-secret.js';
import { type SecretsWorld, Vault } from '../services/secretsmanager/vault.js';
import { allTags, call, json, members, shownTags, text, unlessGone } from './members.js';

/** `AWS::SecretsManager::Secret`, `RotationSchedule` and `ResourcePolicy`. */
export function secretResources(world: SecretsWorld): ResourceHandlers {
  const open = ({ accountId, region }: ResourceStack) => new Vault(world, accountId, region);
  return {
    'AWS::SecretsManager::Secret': secrets(open),
    'AWS::SecretsManager::RotationSchedule': rotationSchedules(open),
    'AWS::SecretsManager::ResourcePolicy': resourcePolicies(open),
  };
}

type Open = (stack: ResourceStack) => Vault;
type Handler = ResourceHandlers[string];

function secrets(open: Open): Handler {
  const identity = (arn: string) => ({ physicalId: arn, attributes: { Id: arn } });
  return {
    replacedBy: ['Name'],
    takesTags: true,
    schema: {
      known: [
        'Description',
        'GenerateSecretString',
        'KmsKeyId',
        'Name',
        'ReplicaRegions',
        'SecretString',
        'Tags',
      ],
      required: [],
    },
    create: async (request) => {
      const vault = open(request.stack);
      const name = text(request.properties, 'Name') ?? request.newName(128);
      const value = await secretValue(request, vault);
      const given = { ...settings(request), ...value, Name: name };
      const arn = vault.newArn(name);
      // for a name that is taken the service has its own words, and nothing has been made then
      if (!vault.find(name)) await request.initiated(arn);
      await makeSecret(vault, new Input(given), arn);
      return identity(arn);
    },
    update: async (request) => {
      const vault = open(request.stack);
      const { before, properties } = request;
      const isNewValue = json(before.SecretString ?? null) !== json(properties.SecretString ?? null);
      const isRegenerated =
        json(before.GenerateSecretString ?? null) !== json(properties.GenerateSecretString ?? null);
      const value = isNewValue || isRegenerated ? await secretValue(request, vault) : {};
      await call(updateSecret, vault, request, {
        SecretId: request.physicalId,
        Description: '',
        KmsKeyId: '',
        ...settings(request),
        ...value,
      });
      const secret = vault.find(request.physicalId) as StoredSecret;
      secret.tags = allTags(request);
      await vault.save();
      return identity(request.physicalId);
    },
    delete: (request) =>
      unlessGone(async () => {
        const vault = open(request.stack);
        if (vault.find(request.physicalId)?.deletedDate === undefined)
          await call(deleteSecret, vault, request, { SecretId: request.physicalId });
      }),
    read: async (request) => {
      const secret = open(request.stack).find(request.physicalId);
      if (!secret || secret.deletedDate !== undefined) return undefined;
      return {
        Name: secret.name,
        Description: secret.description,
        KmsKeyId: secret.kmsKeyId,
        Tags: shownTags(secret.tags, request),
      };
    },
  };
}

function settings(request: ResourceRequest): Dict {
  const { properties } = request;
  if (((properties.ReplicaRegions ?? []) as unknown[]).length > 0)
    throw new AwsError('InvalidRequest', 'This endpoint does not replicate secrets to other regions.');
  return {
    ...members(properties, ['Description', 'KmsKeyId']),
    Tags: Object.entries(allTags(request)).map(([Key, Value]) => ({ Key, Value })),
  };
}

/** `SecretString`, or one made as `GenerateSecretString` asks. */
async function secretValue(request: ResourceRequest, vault: Vault): Promise<Dict> {
  const { SecretString: value, GenerateSecretString: generate } = request.properties;
  if (value !== undefined && generate !== undefined)
    throw new AwsError(
      'InvalidRequest',
      'You must specify either SecretString or GenerateSecretString, not both.',
    );
  if (generate === undefined) return value === undefined ? {} : { SecretString: String(value) };
  const { SecretStringTemplate: template, GenerateStringKey: key, ...wishes } = generate as Dict;
  const { RandomPassword: password } = await call(getRandomPassword, vault, request, wishes);
  if (key === undefined && template === undefined) return { SecretString: password };
  if (key === undefined || template === undefined)
    throw new AwsError('InvalidRequest', 'You must specify both SecretStringTemplate and GenerateStringKey.');
  return { SecretString: JSON.stringify({ ...parsed(String(template)), [String(key)]: password }) };
}

function parsed(template: string): object {
  try {
    const value: unknown = JSON.parse(template);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // told below
  }
  throw new AwsError('InvalidRequest', 'SecretStringTemplate must be a valid JSON object.');
}

function rotationSchedules(open: Open): Handler {
  const put = async (request: ResourceRequest): Promise<void> => {
    const { properties } = request;
    if (properties.HostedRotationLambda !== undefined)
      throw new AwsError(
        'InvalidRequest',
        'This endpoint makes no hosted rotation functions: name one by RotationLambdaARN.',
      );
    const immediately = properties.RotateImmediatelyOnUpdate;
    await call(rotateSecret, open(request.stack), request, {
      ...members(properties, ['SecretId', 'RotationLambdaARN', 'RotationRules']),
      ...(immediately !== undefined && { RotateImmediately: immediately }),
    });
  };
  const identity = (id: string) => ({ physicalId: id, attributes: { Id: id } });
  return {
    replacedBy: ['SecretId'],
    schema: {
      known: [
        'HostedRotationLambda',
        'RotateImmediatelyOnUpdate',
        'RotationLambdaARN',
        'RotationRules',
        'SecretId',
      ],
      required: ['SecretId'],
    },
    create: async (request) => {
      const id = String(request.properties.SecretId);
      await request.initiated(id);
      await put(request);
      return identity(id);
    },
    update: async (request) => {
      await put(request);
      return identity(request.physicalId);
    },
    delete: (request) =>
      unlessGone(async () => {
        const vault = open(request.stack);
        const secret = vault.find(request.physicalId);
        if (secret?.rotation?.enabled && secret.deletedDate === undefined)
          await call(cancelRotateSecret, vault, request, { SecretId: request.physicalId });
      }),
    read: async (request) => {
      const rotation = open(request.stack).find(request.physicalId)?.rotation;
      if (!rotation?.enabled) return undefined;
      return { RotationLambdaARN: rotation.lambdaArn, RotationRules: rotation.rules };
    },
  };
}

function resourcePolicies(open: Open): Handler {
  const put = async (request: ResourceRequest) => {
    const id = String(request.properties.SecretId);
    await call(putResourcePolicy, open(request.stack), request, {
      SecretId: id,
      ResourcePolicy: json(request.properties.ResourcePolicy),
    });
    return { physicalId: id, attributes: { Id: id } };
  };
  return {
    replacedBy: ['SecretId'],
    schema: {
      known: ['BlockPublicPolicy', 'ResourcePolicy', 'SecretId'],
      required: ['ResourcePolicy', 'SecretId'],
    },
    create: async (request) => {
      await request.initiated(String(request.properties.SecretId));
      return put(request);
    },
    update: put,
    delete: (request) =>
      unlessGone(async () => {
        const vault = open(request.stack);
        if (vault.find(request.physicalId)?.deletedDate === undefined)
          await call(deleteResourcePolicy, vault, request, { SecretId: request.physicalId });
      }),
    read: async (request) => {
      const policy = open(request.stack).find(request.physicalId)?.policy;
      return policy === undefined ? undefined : { ResourcePolicy: JSON.parse(policy) as unknown };
    },
  };
}
