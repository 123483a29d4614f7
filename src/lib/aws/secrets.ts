import {
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  paginateListSecrets,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { Secret } from '../../core/secret.js';
import type { AwsRegion } from './region.js';

/** Staging labels of Secrets Manager. */
export type Stage = 'AWSCURRENT' | 'AWSPENDING' | 'AWSPREVIOUS';

/** One version of a secret. */
export interface SecretVersion {
  versionId: string;
  /** Epoch ms. */
  createdAt: number;
  value: Secret;
}

/** Secrets Manager of one region. */
export class Secrets {
  readonly region: string;
  readonly #client: SecretsManagerClient;

  constructor(region: AwsRegion) {
    this.region = region.name;
    this.#client = region.client(SecretsManagerClient);
  }

  /** A version by its label or id; undefined when there is none. */
  async read(name: string, version: { stage: Stage } | { id: string }): Promise<SecretVersion | undefined> {
    const which = 'stage' in version ? { VersionStage: version.stage } : { VersionId: version.id };
    try {
      const found = await this.#client.send(new GetSecretValueCommand({ SecretId: name, ...which }));
      return {
        versionId: found.VersionId ?? '',
        createdAt: found.CreatedDate?.getTime() ?? 0,
        value: new Secret(found.SecretString ?? ''),
      };
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** Ids of versions by label; undefined when there is no such secret. */
  async stages(name: string): Promise<Partial<Record<Stage, string>> | undefined> {
    try {
      const found = await this.#client.send(new DescribeSecretCommand({ SecretId: name }));
      const pairs = Object.entries(found.VersionIdsToStages ?? {}).flatMap(([id, stages]) =>
        stages.map((stage) => [stage, id]),
      );
      return Object.fromEntries(pairs) as Partial<Record<Stage, string>>;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** Adds a version. Sent twice with one token and one value it is one version. */
  async put(name: string, token: string, value: Secret, stage: Stage): Promise<void> {
    await this.#client.send(
      new PutSecretValueCommand({
        SecretId: name,
        ClientRequestToken: token,
        SecretString: value.reveal(),
        VersionStages: [stage],
      }),
    );
  }

  /** Moves a label: onto `to`, away from `from`; with only one of them it is put or taken off. */
  async label(name: string, stage: Stage, { to, from }: { to?: string; from?: string }): Promise<void> {
    await this.#client.send(
      new UpdateSecretVersionStageCommand({
        SecretId: name,
        VersionStage: stage,
        ...(to !== undefined && { MoveToVersionId: to }),
        ...(from !== undefined && { RemoveFromVersionId: from }),
      }),
    );
  }

  /** Names of the secrets that begin with `prefix`, in alphabetical order. */
  async names(prefix: string): Promise<string[]> {
    return (await this.list(prefix)).map(({ name }) => name);
  }

  /** Secrets whose name begins with `prefix`, with the KMS key they are encrypted under; AWS's own when left out. */
  async list(prefix: string): Promise<{ name: string; kmsKeyId?: string }[]> {
    const found: { name: string; kmsKeyId?: string }[] = [];
    const Filters = [{ Key: 'name' as const, Values: [prefix] }];
    for await (const { SecretList = [] } of paginateListSecrets({ client: this.#client }, { Filters }))
      for (const { Name, KmsKeyId } of SecretList)
        if (Name?.startsWith(prefix))
          found.push({ name: Name, ...(KmsKeyId !== undefined && { kmsKeyId: KmsKeyId }) });
    return found.sort((a, b) => a.name.localeCompare(b.name));
  }

  /** ARN of a secret by its name or ARN, also while it waits for its end; undefined when there is none. */
  async arn(name: string): Promise<string | undefined> {
    try {
      return (await this.#client.send(new DescribeSecretCommand({ SecretId: name }))).ARN;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** Ends a secret at once: its name is free again, its values cannot be brought back. */
  async remove(name: string): Promise<void> {
    try {
      await this.#client.send(new DeleteSecretCommand({ SecretId: name, ForceDeleteWithoutRecovery: true }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }

  /** Encrypts the labelled versions of a secret under another key. */
  async useKey(name: string, kmsKeyId: string): Promise<void> {
    await this.#client.send(new UpdateSecretCommand({ SecretId: name, KmsKeyId: kmsKeyId }));
  }
}
