import { AwsError } from '../../faults.js';
import type { JsonObject } from '../../json-api.js';
import type { SecretStore, StoredSecret } from './store.js';

/** The secret that `SecretId` names. */
export function requireSecret(store: SecretStore, input: JsonObject): StoredSecret {
  const secretId = optionalString(input, 'SecretId');
  if (secretId === undefined) throw new AwsError('ValidationException', nullMember('secretId'));
  const secret = store.find(secretId);
  if (!secret)
    throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  return secret;
}

/** A member that is a string or left out. */
export function optionalString(input: JsonObject, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new AwsError('SerializationException', `${describe(value)} can not be converted to a String`);
}

/** A member that is a list of strings or left out. */
export function optionalStrings(input: JsonObject, name: string): string[] | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new AwsError('SerializationException', 'Unrecognized collection type');
}

/** The protocol's dates are seconds since 1970, with fractions. */
export function seconds(time: number): number {
  return time / 1000;
}

function nullMember(member: string): string {
  return `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`;
}

function describe(value: unknown): string {
  return typeof value === 'number'
    ? 'NUMBER_VALUE'
    : typeof value === 'boolean'
      ? 'TRUE_VALUE'
      : 'STRUCTURE_VALUE';
}
