import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { pageOf } from '../pages.js';
import { newest, type Parameters } from '../parameters.js';

/** `GetParameter`, by name, version or label. */
export const getParameter: Operation<Parameters> = (parameters, input) => {
  const found = parameters.select(input.text('Name', { min: 1, max: 2048 }));
  if (!found) throw new AwsError('ParameterNotFound', '');
  const { parameter, version, selector } = found;
  return {
    Parameter: parameters.show(parameter, version, { decrypted: input.flag('WithDecryption'), selector }),
  };
};

/** `GetParameters`: at most 10; those that are not there are told. */
export const getParameters: Operation<Parameters> = (parameters, input) => {
  const names = input.texts('Names');
  if (names.length < 1 || names.length > 10)
    throw new AwsError(
      'ValidationException',
      "1 validation error detected: Value at 'names' failed to satisfy constraint: Member must have length less than or equal to 10",
    );
  const decrypted = input.flag('WithDecryption');
  const found = names.map((name) => ({ name, hit: parameters.select(name) }));
  return {
    Parameters: found.flatMap(({ hit }) =>
      hit ? [parameters.show(hit.parameter, hit.version, { decrypted, selector: hit.selector })] : [],
    ),
    InvalidParameters: found.flatMap(({ name, hit }) => (hit ? [] : [name])),
  };
};

/** `GetParametersByPath`: one level, or with `Recursive` all below. */
export const getParametersByPath: Operation<Parameters> = (parameters, input) => {
  const path = input.text('Path', { min: 1, max: 2048 });
  if (!path.startsWith('/'))
    throw new AwsError(
      'ValidationException',
      `The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash "/". It can't be prefixed with "aws" or "ssm" (case-insensitive).`,
    );
  const prefix = path.endsWith('/') ? path : `${path}/`;
  const isRecursive = input.flag('Recursive');
  const all = Object.values(parameters.state.parameters).filter(
    ({ name }) => name.startsWith(prefix) && (isRecursive || !name.slice(prefix.length).includes('/')),
  );
  const decrypted = input.flag('WithDecryption');
  const { items, next } = pageOf(input, all, 10);
  return { Parameters: items.map((one) => parameters.show(one, newest(one), { decrypted })), ...next };
};
