import type { KMSClient } from '@aws-sdk/client-kms';

let client: KMSClient | undefined;

/** A token signed by an asymmetric key of KMS (ECC_NIST_P256), which the private half never leaves. */
export async function signInKms(
  payload: Record<string, unknown>,
  { kid, kms }: { kid: string; kms: string },
): Promise<string> {
  // loaded only where keys are in KMS: others' cold starts need not pay for it
  const { KMSClient, SignCommand } = await import('@aws-sdk/client-kms');
  client ??= new KMSClient({});
  const text = [{ alg: 'ES256', typ: 'JWT', kid }, payload].map(encode).join('.');
  const { Signature } = await client.send(
    new SignCommand({
      KeyId: kms,
      Message: Buffer.from(text),
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    }),
  );
  if (!Signature) throw new Error('KMS gave no signature');
  return `${text}.${joseSignature(Buffer.from(Signature)).toString('base64url')}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** KMS answers DER: SEQUENCE { INTEGER r, INTEGER s }; tokens carry r and s as 32 bytes each (RFC 7518, 3.4). */
function joseSignature(der: Buffer): Buffer {
  const lengthOfR = der[3] as number;
  const r = der.subarray(4, 4 + lengthOfR);
  const s = der.subarray(6 + lengthOfR);
  return Buffer.concat([fixed(r), fixed(s)]);
}

function fixed(integer: Buffer): Buffer {
  const digits = integer.subarray(Math.max(0, integer.length - 32));
  return Buffer.concat([Buffer.alloc(32 - digits.length), digits]);
}
