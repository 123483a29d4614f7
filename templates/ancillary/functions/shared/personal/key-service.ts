import type { KMSClient } from '@aws-sdk/client-kms';

/** Whose data key it is: a wrapped key can be opened for no other tenant and region. */
export interface KeyContext {
  tenant: string;
  region: string;
}

/** A client for each region: a data key is made, wrapped and opened where the data is. */
const clients = new Map<string, KMSClient>();

/** Makes a data key, wrapped by the KMS key that stands behind the alias `PERSONAL_KEY` in the region. */
export async function wrappedDataKey(context: KeyContext): Promise<Buffer> {
  const { GenerateDataKeyWithoutPlaintextCommand } = await import('@aws-sdk/client-kms');
  const client = await clientOf(context.region);
  const KeyId = process.env.PERSONAL_KEY;
  const command = new GenerateDataKeyWithoutPlaintextCommand({
    KeyId,
    KeySpec: 'AES_256',
    EncryptionContext: { ...context },
  });
  const { CiphertextBlob } = await client.send(command);
  if (!CiphertextBlob) throw new Error('KMS made no data key');
  return Buffer.from(CiphertextBlob);
}

/** Opens a wrapped data key. Throws when it is another tenant's or region's, or its KMS key cannot be used. */
export async function openDataKey(wrapped: Buffer, context: KeyContext): Promise<Buffer> {
  const { DecryptCommand } = await import('@aws-sdk/client-kms');
  const client = await clientOf(context.region);
  const command = new DecryptCommand({ CiphertextBlob: wrapped, EncryptionContext: { ...context } });
  const { Plaintext } = await client.send(command);
  if (!Plaintext) throw new Error('KMS opened no data key');
  return Buffer.from(Plaintext);
}

async function clientOf(region: string): Promise<KMSClient> {
  const known = clients.get(region);
  if (known) return known;
  const { KMSClient } = await import('@aws-sdk/client-kms');
  const client = new KMSClient({ region });
  clients.set(region, client);
  return client;
}
