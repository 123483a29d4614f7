import { createHash } from 'node:crypto';

/** `length` lower-case letters and digits made from `seed`: equal in every run. */
export function stableId(seed: string, length: number): string {
  const digest = BigInt(`0x${createHash('sha256').update(seed).digest('hex')}`);
  return digest.toString(36).padStart(length, '0').slice(-length);
}

/** The name CloudFormation gives an unnamed resource: `stack-Logical-RANDOM12`, cut to `longest` characters. */
export function generatedName(stackName: string, logicalId: string, longest = 64): string {
  const tail = stableId(`${stackName}/${logicalId}`, 12).toUpperCase();
  return `${`${stackName}-${logicalId}`.slice(0, longest - 13)}-${tail}`;
}

/** A UUID made from `seed`: equal in every run. */
export function stableUuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  const variant = ((Number.parseInt(hex[16] as string, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** Six characters: id of an API resource, from its path. */
export function resourceIdOf(apiId: string, path: string): string {
  return stableId(`${apiId}${path}`, 6);
}

/** Six characters: id of an authorizer that an OpenAPI document declares. */
export function authorizerIdOf(apiId: string, name: string): string {
  return stableId(`${apiId}/authorizers/${name}`, 6);
}

/** Ten characters: id of an API's root resource. */
export function rootResourceIdOf(apiId: string): string {
  return stableId(`${apiId}/`, 10);
}
