import { constants, createHash, createPublicKey, verify as nodeVerify } from 'node:crypto';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GenerateRandomCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  GetPublicKeyCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeyRotationsCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  type SigningAlgorithmSpec,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateKeyDescriptionCommand,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, AwsHarness, REGION } from '../../helpers/aws.js';

const DAY = 86_400_000;
const aws = new AwsHarness();
let kms: KMSClient;

beforeAll(async () => {
  await aws.start();
  kms = aws.client(KMSClient);
});
afterAll(() => aws.stop());

async function create(input: CreateKeyCommandInput = {}): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
  return KeyMetadata?.KeyId as string;
}

const text = (value: string) => Buffer.from(value, 'utf8');

describe('symmetric keys', () => {
  it('encrypt and decrypt, bound to their context', async () => {
    const KeyId = await create({ Description: 'mine', Tags: [{ TagKey: 'team', TagValue: 'ops' }] });
    const EncryptionContext = { tenant: 'a', use: 'env' };
    const { CiphertextBlob, KeyId: arn } = await kms.send(
      new EncryptCommand({ KeyId, Plaintext: text('hidden'), EncryptionContext }),
    );
    expect(arn).toBe(`arn:aws:kms:${REGION}:${ACCOUNT}:key/${KeyId}`);
    expect(Buffer.from(CiphertextBlob ?? []).includes('hidden')).toBe(false);
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob, EncryptionContext: { use: 'env', tenant: 'a' } }),
    );
    expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('hidden');
    expect(opened).toMatchObject({ KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
    for (const context of [undefined, { tenant: 'b', use: 'env' }])
      await expect(
        kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: context })),
      ).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    const changed = Buffer.from(CiphertextBlob ?? []);
    changed[changed.length - 1] = (changed.at(-1) as number) ^ 1;
    await expect(
      kms.send(new DecryptCommand({ CiphertextBlob: changed, EncryptionContext })),
    ).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    const other = await create();
    await expect(
      kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext, KeyId: other })),
    ).rejects.toMatchObject({ name: 'IncorrectKeyException' });
  });

  it('make data keys', async () => {
    const KeyId = await create();
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
    expect(made.Plaintext).toHaveLength(32);
    expect(opened.Plaintext).toEqual(made.Plaintext);
    const closed = await kms.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId, NumberOfBytes: 64 }));
    expect(closed).not.toHaveProperty('Plaintext');
    const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob: closed.CiphertextBlob }));
    expect(Plaintext).toHaveLength(64);
    await expect(kms.send(new GenerateDataKeyCommand({ KeyId }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const { Plaintext: random } = await kms.send(new GenerateRandomCommand({ NumberOfBytes: 7 }));
    expect(random).toHaveLength(7);
  });

  it('re-encrypt from one key to another', async () => {
    const [from, to] = [await create(), await create()];
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: from, Plaintext: text('x') }));
    const moved = await kms.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: to }));
    expect(moved.SourceKeyId).toContain(from);
    expect(moved.KeyId).toContain(to);
    await kms.send(new DisableKeyCommand({ KeyId: from }));
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: moved.CiphertextBlob, KeyId: to }));
    expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('x');
    await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
      name: 'DisabledException',
      message: `arn:aws:kms:${REGION}:${ACCOUNT}:key/${from} is disabled.`,
    });
    await kms.send(new EnableKeyCommand({ KeyId: from }));
    await kms.send(new DecryptCommand({ CiphertextBlob }));
  });

  it('rotate on demand and by the clock, and still read what they wrote', async () => {
    const KeyId = await create();
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: text('old') }));
    await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
    await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }));
    const status = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
    expect(status).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
    expect(status.NextRotationDate?.getTime()).toBeCloseTo(aws.clock.now() + 90 * DAY, -5);
    aws.clock.advance(185 * DAY);
    kms = aws.client(KMSClient); // the old one has learnt the old time
    const { Rotations } = await kms.send(new ListKeyRotationsCommand({ KeyId }));
    expect(Rotations?.map(({ RotationType }) => RotationType)).toEqual([
      'ON_DEMAND',
      'AUTOMATIC',
      'AUTOMATIC',
    ]);
    const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(Plaintext ?? []).toString()).toBe('old');
    await kms.send(new DisableKeyRotationCommand({ KeyId }));
    expect(await kms.send(new GetKeyRotationStatusCommand({ KeyId }))).toMatchObject({
      KeyRotationEnabled: false,
    });
    aws.clock.reset();
    kms = aws.client(KMSClient);
  });

  it('are deleted after their waiting time, unless that is cancelled', async () => {
    const KeyId = await create();
    const answer = await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(answer.KeyState).toBe('PendingDeletion');
    await expect(kms.send(new EncryptCommand({ KeyId, Plaintext: text('x') }))).rejects.toMatchObject({
      name: 'KMSInvalidStateException',
    });
    await kms.send(new CancelKeyDeletionCommand({ KeyId }));
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata).toMatchObject({ KeyState: 'Disabled', Enabled: false });
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    aws.clock.advance(7 * DAY + 1000);
    kms = aws.client(KMSClient);
    await expect(kms.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({
      name: 'NotFoundException',
      message: `Key 'arn:aws:kms:${REGION}:${ACCOUNT}:key/${KeyId}' does not exist`,
    });
    aws.clock.reset();
    kms = aws.client(KMSClient);
  });

  it('are kept over a restart, region by region and account by account', async () => {
    const KeyId = await create();
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: text('kept') }));
    await aws.restart();
    kms = aws.client(KMSClient);
    const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(Plaintext ?? []).toString()).toBe('kept');
    const elsewhere = aws.client(KMSClient, { region: 'us-east-1' });
    expect((await elsewhere.send(new ListKeysCommand({}))).Keys).toEqual([]);
    const another = aws.client(KMSClient, { accessKeyId: '210987654321' });
    await expect(another.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });
});

describe('aliases, tags, policies, lists', () => {
  it('stand for keys', async () => {
    const [first, second] = [await create(), await create()];
    const AliasName = 'alias/signing/current';
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: first }));
    await expect(kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: first }))).rejects.toMatchObject({
      name: 'AlreadyExistsException',
    });
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: AliasName, Plaintext: text('x') }));
    await kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: second }));
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
    expect(KeyMetadata?.KeyId).toBe(second);
    await kms.send(new DecryptCommand({ CiphertextBlob }));
    const { Aliases } = await kms.send(new ListAliasesCommand({ KeyId: second }));
    expect(Aliases).toMatchObject([{ AliasName, TargetKeyId: second }]);
    await kms.send(new DeleteAliasCommand({ AliasName }));
    await expect(kms.send(new DescribeKeyCommand({ KeyId: AliasName }))).rejects.toMatchObject({
      name: 'NotFoundException',
      message: `Alias arn:aws:kms:${REGION}:${ACCOUNT}:${AliasName} is not found.`,
    });
  });

  it('carry tags, a description and a policy', async () => {
    const KeyId = await create();
    await kms.send(
      new TagResourceCommand({
        KeyId,
        Tags: [
          { TagKey: 'a', TagValue: '1' },
          { TagKey: 'b', TagValue: '2' },
        ],
      }),
    );
    await kms.send(new UntagResourceCommand({ KeyId, TagKeys: ['a'] }));
    const { Tags } = await kms.send(new ListResourceTagsCommand({ KeyId }));
    expect(Tags).toEqual([{ TagKey: 'b', TagValue: '2' }]);
    await kms.send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'new' }));
    expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.Description).toBe('new');
    const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
    expect(JSON.parse(Policy ?? '').Statement[0].Principal.AWS).toBe(`arn:aws:iam::${ACCOUNT}:root`);
    await expect(kms.send(new PutKeyPolicyCommand({ KeyId, Policy: '{' }))).rejects.toMatchObject({
      name: 'MalformedPolicyDocumentException',
    });
  });

  it('list in pages', async () => {
    const seen: (string | undefined)[] = [];
    let Marker: string | undefined;
    do {
      const page = await kms.send(new ListKeysCommand({ Limit: 3, Marker }));
      seen.push(...(page.Keys ?? []).map((key) => key.KeyId));
      Marker = page.NextMarker;
    } while (Marker);
    const { Keys } = await kms.send(new ListKeysCommand({}));
    expect(seen).toEqual(Keys?.map((key) => key.KeyId));
  });
});

describe('asymmetric keys and MACs', () => {
  const CASES: [
    spec: 'RSA_2048' | 'ECC_NIST_P256' | 'ECC_NIST_P384' | 'ECC_NIST_P521' | 'ECC_SECG_P256K1',
    algorithm: SigningAlgorithmSpec,
  ][] = [
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
    ['RSA_2048', 'RSASSA_PSS_SHA_512'],
    ['ECC_NIST_P256', 'ECDSA_SHA_256'],
    ['ECC_NIST_P384', 'ECDSA_SHA_384'],
    ['ECC_NIST_P521', 'ECDSA_SHA_512'],
    ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
  ];

  it.each(CASES)('%s signs with %s, of messages and of digests', async (KeySpec, SigningAlgorithm) => {
    const KeyId = await create({ KeySpec, KeyUsage: 'SIGN_VERIFY' });
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const open = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
    const hash = `sha${SigningAlgorithm.slice(-3)}`;
    const message = text('header.payload');
    const digest = createHash(hash).update(message).digest();
    const padding = SigningAlgorithm.includes('PSS') ? constants.RSA_PKCS1_PSS_PADDING : undefined;
    for (const [MessageType, Message] of [
      ['RAW', message],
      ['DIGEST', digest],
    ] as const) {
      const { Signature } = await kms.send(
        new SignCommand({ KeyId, SigningAlgorithm, MessageType, Message }),
      );
      expect(
        nodeVerify(hash, message, { key: open, ...(padding && { padding }) }, Signature ?? text('')),
      ).toBe(true);
      for (const [type, body] of [
        ['RAW', message],
        ['DIGEST', digest],
      ] as const)
        expect(
          await kms.send(
            new VerifyCommand({ KeyId, SigningAlgorithm, MessageType: type, Message: body, Signature }),
          ),
        ).toMatchObject({ SignatureValid: true });
      const other = createHash(hash).update('other').digest();
      await expect(
        kms.send(
          new VerifyCommand({ KeyId, SigningAlgorithm, MessageType: 'DIGEST', Message: other, Signature }),
        ),
      ).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
    }
  });

  it('RSA encrypts', async () => {
    const KeyId = await create({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
    const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256';
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId, EncryptionAlgorithm, Plaintext: text('x') }),
    );
    const { Plaintext } = await kms.send(new DecryptCommand({ KeyId, EncryptionAlgorithm, CiphertextBlob }));
    expect(Buffer.from(Plaintext ?? []).toString()).toBe('x');
    await expect(
      kms.send(new EncryptCommand({ KeyId, EncryptionAlgorithm, Plaintext: Buffer.alloc(191) })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('HMAC keys make and check MACs', async () => {
    const KeyId = await create({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    const Message = text('POST\n/x');
    const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, Message, MacAlgorithm: 'HMAC_SHA_256' }));
    expect(Mac).toHaveLength(32);
    const check = (given: Uint8Array | undefined) =>
      kms.send(new VerifyMacCommand({ KeyId, Message, MacAlgorithm: 'HMAC_SHA_256', Mac: given }));
    expect(await check(Mac)).toMatchObject({ MacValid: true });
    await expect(check(Buffer.alloc(32))).rejects.toMatchObject({ name: 'KMSInvalidMacException' });
  });

  it('refuses a key that is for something else', async () => {
    const KeyId = await create({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    await expect(kms.send(new EncryptCommand({ KeyId, Plaintext: text('x') }))).rejects.toMatchObject({
      name: 'InvalidKeyUsageException',
      message: `arn:aws:kms:${REGION}:${ACCOUNT}:key/${KeyId} key usage is SIGN_VERIFY which is not valid for Encrypt.`,
    });
    await expect(create({ KeySpec: 'HMAC_256' })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
