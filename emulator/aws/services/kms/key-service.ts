import type { KeyService } from '../../../kernel/kms.js';
import type { Sealing } from './sealing.js';

/** KMS of one account and region for other services of the emulator; a rejection's `name` is KMS's code. */
export function keyService(sealing: Sealing, owner: { accountId: string; region: string }): KeyService {
  return {
    async encrypt(keyId, plaintext, context) {
      const sealed = sealing.encrypt(owner, keyId, plaintext, context);
      await sealing.settled();
      return sealed;
    },
    async decrypt(ciphertext, context) {
      return sealing.decrypt({ ...owner, ciphertext, encryptionContext: context });
    },
  };
}
