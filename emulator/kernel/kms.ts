/** KMS as other services of the emulator use it. A rejection's `name` is KMS's own error code: `DisabledException`, … */
export interface KeyService {
  /** Encrypts at most 4,096 bytes. `keyId` is a key's id or ARN, or an alias's name or ARN. */
  encrypt(keyId: string, plaintext: Buffer, context: Readonly<Record<string, string>>): Promise<Buffer>;
  /** Decrypts what `encrypt` (here or over the wire) made with the same encryption context. */
  decrypt(ciphertext: Buffer, context: Readonly<Record<string, string>>, keyId?: string): Promise<Buffer>;
}
