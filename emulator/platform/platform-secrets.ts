import { secretNamesByKind } from '../../src/core/stack/holds.js';
import type { StackModel } from '../../src/core/stack/model.js';

/** True for the ancillary platform (or a variant of it): its stack keeps token signing keys. */
export function isAncillaryPlatform(stack: StackModel): boolean {
  return secretNamesByKind(stack)['signing-keys'] !== undefined;
}
