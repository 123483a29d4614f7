import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { newest, type Parameters } from '../parameters.js';
import type { StoredParameter, StoredVersion } from '../stored.js';

/** `LabelParameterVersion`: a label is on one version; at most 10 on each. */
export const labelParameterVersion: Operation<Parameters> = async (parameters, input) => {
  const parameter = parameters.named(input);
  const number = input.optionalInteger('ParameterVersion') ?? newest(parameter).version;
  const version = versionOf(parameter, number);
  const labels = input.texts('Labels');
  const good = labels.filter((label) => /^(?!aws|ssm)(?!\d)[a-zA-Z0-9_.-]{1,100}$/i.test(label));
  if (new Set([...version.labels, ...good]).size > 10)
    throw new AwsError(
      'ParameterVersionLabelLimitExceeded',
      'An error occurred (ParameterVersionLabelLimitExceeded) when calling the LabelParameterVersion operation: A parameter version can have maximum 10 labels.Move one or more labels to another version and try again.',
    );
  for (const one of parameter.versions) one.labels = one.labels.filter((label) => !good.includes(label));
  version.labels.push(...good);
  await parameters.save();
  return { InvalidLabels: labels.filter((label) => !good.includes(label)), ParameterVersion: number };
};

/** `UnlabelParameterVersion`. */
export const unlabelParameterVersion: Operation<Parameters> = async (parameters, input) => {
  const parameter = parameters.named(input);
  const number = input.integer('ParameterVersion');
  const version = versionOf(parameter, number);
  const labels = input.texts('Labels');
  const removed = labels.filter((label) => version.labels.includes(label));
  version.labels = version.labels.filter((label) => !labels.includes(label));
  await parameters.save();
  return { RemovedLabels: removed, InvalidLabels: labels.filter((label) => !removed.includes(label)) };
};

function versionOf({ name, versions }: StoredParameter, number: number): StoredVersion {
  const version = versions.find((one) => one.version === number);
  if (version) return version;
  throw new AwsError(
    'ParameterVersionNotFound',
    `Systems Manager could not find version ${number} of ${name}. Verify the version and try again.`,
  );
}
