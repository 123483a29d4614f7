import { AwsError } from '../../../faults.js';
import type { JsonOperation } from '../../../json-api.js';
import type { SecretsManagerContext } from '../index.js';
import { optionalString } from '../input.js';
import { describeFacts, stagesByVersion } from './describe-secret.js';

const LARGEST_PAGE = 100;

/** `ListSecrets`: pages of descriptions. Filters and sorting are not there and are refused. */
export function listSecrets({ store }: SecretsManagerContext): JsonOperation {
  return (input) => {
    for (const name of ['Filters', 'SortBy', 'SortOrder'])
      if (input[name] !== undefined && !(Array.isArray(input[name]) && input[name].length === 0))
        throw new AwsError(
          'InvalidParameterException',
          `This endpoint does not support ${name} on ListSecrets.`,
        );
    const start = decodeToken(optionalString(input, 'NextToken'));
    const size = pageSize(input.MaxResults);
    const all = store.all();
    const page = all.slice(start, start + size);
    const next = start + size < all.length ? { NextToken: encodeToken(start + size) } : {};
    const list = page.map((secret) => ({
      ...describeFacts(secret),
      SecretVersionsToStages: stagesByVersion(secret),
    }));
    return { SecretList: list, ...next };
  };
}

function pageSize(value: unknown): number {
  if (value === undefined || value === null) return LARGEST_PAGE;
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST_PAGE)
    return value as number;
  throw new AwsError('InvalidParameterException', 'MaxResults must be between 1 and 100.');
}

function encodeToken(index: number): string {
  return Buffer.from(`secrets:${index}`).toString('base64');
}

function decodeToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const match = /^secrets:(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8'));
  if (!match) throw new AwsError('InvalidNextTokenException', 'The NextToken value is invalid.');
  return Number(match[1]);
}
