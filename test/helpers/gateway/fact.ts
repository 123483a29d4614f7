import { it } from 'vitest';
import { GAPS } from '../../conformance/gateway/gaps.js';

/** One fact of AWS as a case; facts listed as gaps are expected to fail. */
export function fact(name: string, check: () => Promise<void>): void {
  if (GAPS.some((gap) => gap.fact === name)) it.fails(name, check);
  else it(name, check);
}
