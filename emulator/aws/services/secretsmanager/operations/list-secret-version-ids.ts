import type { Operation } from '../../../protocol/operation.js';
import { pageOf } from '../pages.js';
import type { Vault } from '../vault.js';

/** `ListSecretVersionIds`: with labels, or all with `IncludeDeprecated`. */
export const listSecretVersionIds: Operation<Vault> = (vault, input) => {
  const secret = vault.named(input);
  const deprecated = input.flag('IncludeDeprecated');
  const all = Object.entries(secret.versions).filter(([, { stages }]) => deprecated || stages.length > 0);
  const { items, next } = pageOf(input, all);
  const versions = items.map(([id, { stages, createdDate, lastAccessedDate }]) => ({
    VersionId: id,
    ...(stages.length > 0 && { VersionStages: stages }),
    ...(lastAccessedDate !== undefined && { LastAccessedDate: new Date(lastAccessedDate) }),
    CreatedDate: new Date(createdDate),
    KmsKeyIds: [secret.kmsKeyId ?? 'DefaultEncryptionKey'],
  }));
  return { Versions: versions, ARN: secret.arn, Name: secret.name, ...next };
};
