import type { Dict } from '../../../../../src/core/dict.js';
import type { Operation } from '../../../protocol/operation.js';
import { pageOf } from '../pages.js';
import { newest, type Parameters } from '../parameters.js';
import type { StoredVersion } from '../stored.js';

/** `GetParameterHistory`, oldest first. */
export const getParameterHistory: Operation<Parameters> = (parameters, input) => {
  const parameter = parameters.named(input);
  const decrypted = input.flag('WithDecryption');
  const { items, next } = pageOf(input, parameter.versions, 50);
  const history = items.map((version) => ({
    Name: parameter.name,
    ...facts(version),
    Value: parameters.readValue(parameter, version, decrypted),
    Labels: version.labels,
  }));
  return { Parameters: history, ...next };
};

/** `DescribeParameters`: everything but the values. Filters are by name and path. */
export const describeParameters: Operation<Parameters> = (parameters, input) => {
  const filters = input.list('ParameterFilters').map((one) => ({
    key: one.text('Key', { oneOf: ['Name', 'Path', 'Type', 'KeyId', 'Tier', 'DataType'] }),
    option: one.optionalText('Option') ?? 'Equals',
    values: one.texts('Values'),
  }));
  const all = Object.values(parameters.state.parameters).filter((parameter) => {
    const last = newest(parameter);
    const texts: Record<string, string> = {
      Name: parameter.name,
      Path: parameter.name,
      Type: last.type,
      KeyId: last.keyId ?? '',
      Tier: last.tier,
      DataType: last.dataType,
    };
    return filters.every(({ key, option, values }) =>
      values.some((value) => fits(texts[key] ?? '', value, key === 'Path' ? 'Path' : option)),
    );
  });
  const { items, next } = pageOf(input, all, 50);
  return {
    Parameters: items.map((one) => ({
      Name: one.name,
      ARN: parameters.arn(one.name),
      ...facts(newest(one)),
    })),
    ...next,
  };
};

function fits(text: string, value: string, option: string): boolean {
  if (option === 'Path') return text.startsWith(value.endsWith('/') ? value : `${value}/`);
  if (option === 'BeginsWith') return text.startsWith(value);
  return option === 'Contains' ? text.includes(value) : text === value;
}

function facts(version: StoredVersion): Dict {
  return {
    Type: version.type,
    KeyId: version.keyId,
    LastModifiedDate: new Date(version.modified),
    LastModifiedUser: version.user,
    Description: version.description,
    AllowedPattern: version.allowedPattern,
    Version: version.version,
    Tier: version.tier,
    Policies: [],
    DataType: version.dataType,
  };
}
