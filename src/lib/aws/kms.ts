import { createPublicKey, type JsonWebKey } from 'node:crypto';
import {
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  GetPublicKeyCommand,
  KMSClient,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  paginateListKeys,
  ScheduleKeyDeletionCommand,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import { derToRaw } from './der-signature.js';
import type { AwsRegion } from './region.js';

/** Days between a revoked key's disabling and its end: AWS's longest, in which it can still be brought back. */
const DELETION_DAYS = 30;

/** KMS of one region. */
export class Kms {
  readonly region: string;
  readonly #client: KMSClient;

  constructor(region: AwsRegion) {
    this.region = region.name;
    this.#client = region.client(KMSClient);
  }

  /** Makes a key with these tags. KMS has no request token: look with `findByTag` first. Returns its ARN. */
  async create(
    input: Pick<CreateKeyCommandInput, 'KeySpec' | 'KeyUsage' | 'Description' | 'Policy'>,
    tags: Record<string, string>,
  ): Promise<string> {
    const Tags = Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
    const { KeyMetadata } = await this.#client.send(new CreateKeyCommand({ ...input, Tags }));
    return KeyMetadata?.Arn ?? '';
  }

  /** ARN of the key that carries all of these tags. */
  async findByTags(tags: Record<string, string>): Promise<string | undefined> {
    for await (const { Keys = [] } of paginateListKeys({ client: this.#client }, {}))
      for (const { KeyId = '', KeyArn } of Keys) if (await this.#carries(KeyId, tags)) return KeyArn;
    return undefined;
  }

  async #carries(keyId: string, wanted: Record<string, string>): Promise<boolean> {
    try {
      const { Tags = [] } = await this.#client.send(new ListResourceTagsCommand({ KeyId: keyId }));
      const tags = new Map(Tags.map(({ TagKey, TagValue }) => [TagKey, TagValue]));
      return Object.entries(wanted).every(([name, value]) => tags.get(name) === value);
    } catch (error) {
      // keys of AWS's own and of other teams may hide their tags; they are not ours
      if (/AccessDenied/.test((error as Error).name)) return false;
      throw error;
    }
  }

  /** The public half as a JSON Web Key. */
  async publicKey(keyId: string): Promise<JsonWebKey> {
    const { PublicKey = new Uint8Array() } = await this.#client.send(
      new GetPublicKeyCommand({ KeyId: keyId }),
    );
    return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }).export({
      format: 'jwk',
    });
  }

  /** An ES256 signature as tokens carry it. */
  async sign(keyId: string, text: Buffer): Promise<Buffer> {
    const { Signature = new Uint8Array() } = await this.#client.send(
      new SignCommand({
        KeyId: keyId,
        Message: text,
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    return derToRaw(Buffer.from(Signature));
  }

  /** Signs a SHA-256 digest by what the key can do with one, an elliptic curve's algorithm before RSA's. */
  async signDigest(
    keyId: string,
    digest: Buffer,
  ): Promise<{ keyArn: string; algorithm: string; value: Buffer }> {
    const { SigningAlgorithms = [] } = await this.#client.send(new GetPublicKeyCommand({ KeyId: keyId }));
    const able = SigningAlgorithms.filter((one) => one.endsWith('_SHA_256'));
    const algorithm = able.find((one) => one.startsWith('ECDSA')) ?? able[0] ?? 'ECDSA_SHA_256';
    const { Signature = new Uint8Array(), KeyId = keyId } = await this.#client.send(
      new SignCommand({ KeyId: keyId, Message: digest, MessageType: 'DIGEST', SigningAlgorithm: algorithm }),
    );
    return { keyArn: KeyId, algorithm, value: Buffer.from(Signature) };
  }

  /** Whether a signature of a SHA-256 digest is this key's. */
  async verifyDigest(keyId: string, algorithm: string, digest: Buffer, signature: Buffer): Promise<boolean> {
    try {
      const { SignatureValid = false } = await this.#client.send(
        new VerifyCommand({
          KeyId: keyId,
          Message: digest,
          MessageType: 'DIGEST',
          Signature: signature,
          SigningAlgorithm: algorithm as SigningAlgorithmSpec,
        }),
      );
      return SignatureValid;
    } catch (error) {
      // the service's answer to a wrong signature; one of another kind or length is no better
      if (/KMSInvalidSignature|ValidationException|InvalidKeyUsage/.test((error as Error).name)) return false;
      throw error;
    }
  }

  /** Encrypts and decrypts a text under a key; true when it comes back. */
  async roundTrip(keyId: string): Promise<boolean> {
    const text = Buffer.from('arcube');
    const { CiphertextBlob } = await this.#client.send(new EncryptCommand({ KeyId: keyId, Plaintext: text }));
    const { Plaintext } = await this.#client.send(new DecryptCommand({ KeyId: keyId, CiphertextBlob }));
    return Plaintext !== undefined && Buffer.from(Plaintext).equals(text);
  }

  /** `Enabled`, `Disabled`, `PendingDeletion` …, with the moment it was made (epoch ms). */
  async describe(keyId: string): Promise<{ id: string; arn: string; state: string; createdAt: number }> {
    const { KeyMetadata } = await this.#client.send(new DescribeKeyCommand({ KeyId: keyId }));
    return {
      id: KeyMetadata?.KeyId ?? keyId,
      arn: KeyMetadata?.Arn ?? '',
      state: KeyMetadata?.KeyState ?? 'Unavailable',
      createdAt: KeyMetadata?.CreationDate?.getTime() ?? 0,
    };
  }

  async policy(keyId: string): Promise<string> {
    const { Policy = '{}' } = await this.#client.send(
      new GetKeyPolicyCommand({ KeyId: keyId, PolicyName: 'default' }),
    );
    return Policy;
  }

  async putPolicy(keyId: string, policy: string): Promise<void> {
    await this.#client.send(new PutKeyPolicyCommand({ KeyId: keyId, PolicyName: 'default', Policy: policy }));
  }

  async enable(keyId: string): Promise<void> {
    const { id, state } = await this.describe(keyId);
    if (state !== 'Enabled') await this.#client.send(new EnableKeyCommand({ KeyId: id }));
  }

  async disable(keyId: string): Promise<void> {
    const { id, state } = await this.describe(keyId);
    if (state === 'Enabled') await this.#client.send(new DisableKeyCommand({ KeyId: id }));
  }

  /** Lets KMS remove a key after the longest time it offers; until then it can be brought back. */
  async scheduleDeletion(keyId: string): Promise<void> {
    const { id, state } = await this.describe(keyId);
    if (state === 'PendingDeletion') return;
    await this.#client.send(
      new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: DELETION_DAYS }),
    );
  }
}
