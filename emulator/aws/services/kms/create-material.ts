import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Ids } from '../../../../src/core/ids.js';
import { SPECS } from './keys.js';

const makePair = promisify(generateKeyPair) as unknown as (
  type: string,
  options: object,
) => Promise<{ privateKey: KeyObject }>;

/** Fresh material for a key of this spec, base64: raw bytes, or PKCS#8 of a private key. */
export async function createMaterial(specName: string, ids: Ids): Promise<string> {
  const spec = SPECS[specName];
  if (spec?.bits !== undefined) return exported(await makePair('rsa', { modulusLength: spec.bits }));
  if (spec?.curve !== undefined) return exported(await makePair('ec', { namedCurve: spec.curve }));
  return ids.bytes(spec?.macBytes ?? 32).toString('base64');
}

function exported({ privateKey }: { privateKey: KeyObject }): string {
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}
