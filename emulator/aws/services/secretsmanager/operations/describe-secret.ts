import type { Operation } from '../../../protocol/operation.js';
import { describeFacts, stagesByVersion } from '../describe.js';
import type { Vault } from '../vault.js';

/** `DescribeSecret`: everything of a secret but its values. */
export const describeSecret: Operation<Vault> = (vault, input) => {
  const secret = vault.named(input);
  return { ...describeFacts(secret), VersionIdsToStages: stagesByVersion(secret) };
};
