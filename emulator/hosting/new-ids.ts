import type { Ids } from '../../src/core/ids.js';

/** `length` lower-case letters and digits, as API Gateway's ids are. */
export function plainId(ids: Ids, length: number): string {
  let text = '';
  while (text.length < length) text += BigInt(`0x${ids.hex(16)}`).toString(36);
  return text.slice(-length);
}
