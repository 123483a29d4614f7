import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { readFilters } from '../filters.js';
import { pageOf } from '../pages.js';
import type { Vault } from '../vault.js';
import { currentVersion, tellValue } from './get-secret-value.js';

/** `BatchGetSecretValue`: current values of a list of secrets, or of those that fit filters. */
export const batchGetSecretValue: Operation<Vault> = (vault, input) => {
  const ids = input.optionalTexts('SecretIdList');
  if ((ids === undefined) === !input.has('Filters'))
    throw new AwsError(
      'InvalidParameterException',
      'Either SecretIdList or Filters must be provided, but not both.',
    );
  if (ids && ids.length > 20)
    throw new AwsError('InvalidParameterException', 'SecretIdList must have 1 to 20 secrets.');
  if (ids) return collect(vault, ids);
  const fits = readFilters(input);
  const fitting = vault.all().filter((secret) => secret.deletedDate === undefined && fits(secret));
  const { items, next } = pageOf(input, fitting, 20);
  return {
    ...collect(
      vault,
      items.map(({ arn }) => arn),
    ),
    ...next,
  };
};

function collect(vault: Vault, ids: readonly string[]): Dict {
  const values: Dict[] = [];
  const errors: Dict[] = [];
  for (const id of ids) {
    try {
      values.push(read(vault, id));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      errors.push({ SecretId: id, ErrorCode: error.code, Message: error.message });
    }
  }
  return { SecretValues: values, Errors: errors };
}

function read(vault: Vault, id: string): Dict {
  const secret = vault.find(id);
  if (!secret || secret.deletedDate !== undefined)
    throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  return tellValue(vault, secret, currentVersion(secret));
}
