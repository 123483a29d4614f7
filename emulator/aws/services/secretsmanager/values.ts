import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import type { StoredSecret } from './stored-secret.js';
import type { Value, Vault } from './vault.js';
import { addVersion } from './versions.js';

/** Bytes of a secret value at most. */
const LARGEST_VALUE = 65_536;

/** `SecretString` or `SecretBinary`; undefined when neither is there. */
export function readValue(input: Input): Value | undefined {
  const text = input.optionalText('SecretString');
  const bytes = input.optionalBytes('SecretBinary');
  if (text !== undefined && bytes !== undefined)
    throw new AwsError(
      'InvalidParameterException',
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  const size = text === undefined ? (bytes?.length ?? 0) : Buffer.byteLength(text);
  if (size > LARGEST_VALUE)
    throw new AwsError('ValidationException', 'The secret value is too long: at most 65536 bytes.');
  if (text !== undefined) return { text };
  return bytes && { bytes };
}

/** `ClientRequestToken`: the id of the version to be. */
export function readToken(input: Input, vault: Vault): string {
  const token = input.optionalText('ClientRequestToken');
  if (token === undefined) return vault.world.ids.uuid();
  if (token.length >= 32 && token.length <= 64) return token;
  throw new AwsError('InvalidParameterException', 'ClientRequestToken must be 32-64 characters long.');
}

/** A new version with this value, once per version id: the same value again changes nothing, another is refused. */
export function putVersion(
  vault: Vault,
  secret: StoredSecret,
  { versionId, value, stages }: { versionId: string; value: Value; stages: string[] },
): void {
  const present = vault.open(secret, versionId);
  if (present) {
    if (same(present, value)) return;
    throw new AwsError(
      'ResourceExistsException',
      `You can't use ClientRequestToken ${versionId} because that value is already in use for a version of secret ${secret.arn}.`,
    );
  }
  const sealed = vault.seal(secret, versionId, value);
  addVersion(secret, versionId, { ...sealed, stages, createdDate: vault.now });
  secret.lastChangedDate = vault.now;
}

function same(one: Value, other: Value): boolean {
  if ('text' in one) return 'text' in other && one.text === other.text;
  return 'bytes' in other && one.bytes.equals(other.bytes);
}
