import { compilePolicy } from '../../../../src/core/policy/compile.js';
import type { StoredBucket } from './stored.js';

/** True while this setting of the bucket's public access block is on: all are, unless they were put or deleted. */
export function isBlocked(
  { configurations: { publicAccessBlock } }: Pick<StoredBucket, 'configurations'>,
  setting: 'BlockPublicPolicy' | 'RestrictPublicBuckets',
): boolean {
  if (publicAccessBlock === undefined) return true;
  return publicAccessBlock.includes(`<${setting}>true<`);
}

/** True for a policy with a statement that allows everybody, without a condition. Throws what makes it malformed. */
export function isPublic(text: string): boolean {
  const { statements } = compilePolicy(JSON.parse(text));
  return statements.some(({ effect, source }) => {
    const { Principal: principal, Condition: condition } = source;
    const everybody =
      principal === '*' || (typeof principal === 'object' && [principal.AWS].flat().includes('*'));
    return effect === 'Allow' && everybody && condition === undefined;
  });
}
