import type { KeyService } from '../../../kernel/kms.js';
import type { Sealing } from './sealing.js';

interface Owner {
  accountId: string;
  region: string;
}

/**
 * KMS for other services of the emulator; a rejection's `name` is KMS's code. A key's ARN says its account and region,
 * other names are those of `home`.
 */
export function keyService(sealing: Sealing, home: Owner): KeyService {
  return {
    async encrypt(keyId, plaintext, context) {
      const sealed = sealing.encrypt(ownerOf(keyId, home), keyId, plaintext, context);
      await sealing.settled();
      return sealed;
    },
    async decrypt(ciphertext, context, keyId = '') {
      return sealing.decrypt({ ...ownerOf(keyId, home), ciphertext, encryptionContext: context });
    },
  };
}

function ownerOf(keyId: string, home: Owner): Owner {
  const [, region, accountId] = /^arn:[^:]+:kms:([^:]+):(\d{12}):/.exec(keyId) ?? [];
  return region === undefined || accountId === undefined ? home : { region, accountId };
}
