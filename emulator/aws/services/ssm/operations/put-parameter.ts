import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { newest, type Parameters } from '../parameters.js';
import type { StoredParameter, StoredVersion } from '../stored.js';

const TYPES = ['String', 'StringList', 'SecureString'] as const;
const SERVICE_KEY = 'alias/aws/ssm';
/** Versions kept of a parameter. */
const KEPT = 100;
const LARGEST: Readonly<Record<string, number>> = {
  Standard: 4096,
  Advanced: 8192,
  'Intelligent-Tiering': 8192,
};

/** `PutParameter`: a new one, or with `Overwrite` a new version. */
export const putParameter: Operation<Parameters> = async (parameters, input, { caller }) => {
  const name = readName(input);
  const present = parameters.find(name);
  checkPresent(input, present);
  const last = present && newest(present);
  const type = (input.optionalText('Type', { oneOf: TYPES }) ?? last?.type) as
    | StoredVersion['type']
    | undefined;
  if (type === undefined)
    throw new AwsError('ValidationException', 'A parameter type is required when you create a parameter.');
  const tier = input.optionalText('Tier', { oneOf: Object.keys(LARGEST) }) ?? last?.tier ?? 'Standard';
  const allowedPattern = input.optionalText('AllowedPattern', { max: 1024 }) ?? last?.allowedPattern;
  const value = readValue(input, tier, allowedPattern);
  const keyId =
    type === 'SecureString' ? (input.optionalText('KeyId') ?? last?.keyId ?? SERVICE_KEY) : undefined;
  const description = input.optionalText('Description', { max: 1024 }) ?? last?.description;
  const version: StoredVersion = {
    version: (last?.version ?? 0) + 1,
    type,
    value: keyId === undefined ? value : parameters.seal(name, keyId, value),
    ...(keyId !== undefined && { keyId }),
    ...(description !== undefined && { description }),
    ...(allowedPattern !== undefined && { allowedPattern }),
    dataType: input.optionalText('DataType', { oneOf: ['text'] }) ?? last?.dataType ?? 'text',
    tier: tier === 'Intelligent-Tiering' ? (Buffer.byteLength(value) > 4096 ? 'Advanced' : 'Standard') : tier,
    modified: parameters.now,
    user: caller.arn,
    labels: [],
  };
  store(parameters, present, name, version, input);
  await parameters.save();
  return { Version: version.version, Tier: version.tier };
};

function readName(input: Input): string {
  const name = input.text('Name', { min: 1, max: 2048 });
  const isHierarchy = name.includes('/');
  if (!/^[a-zA-Z0-9_.\-/]+$/.test(name))
    throw new AwsError(
      'ValidationException',
      'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  if (isHierarchy && !name.startsWith('/'))
    throw new AwsError('ValidationException', 'Parameter name must be a fully qualified name.');
  if (/^\/?(aws|ssm)/i.test(name))
    throw new AwsError('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
  if (name.split('/').length > 16)
    throw new AwsError(
      'HierarchyLevelLimitExceededException',
      'A hierarchy can have a maximum of 15 levels.',
    );
  return name;
}

function checkPresent(input: Input, present: StoredParameter | undefined): void {
  if (!present) return;
  if (!input.flag('Overwrite'))
    throw new AwsError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  if (input.list('Tags').length > 0)
    throw new AwsError(
      'ValidationException',
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
    );
}

function readValue(input: Input, tier: string, pattern: string | undefined): string {
  const value = input.text('Value', { min: 1 });
  const most = LARGEST[tier] as number;
  if (Buffer.byteLength(value) > most)
    throw new AwsError(
      'ValidationException',
      `${tier} tier parameters support a maximum parameter value of ${most} characters.`,
    );
  if (pattern !== undefined && !matches(pattern, value))
    throw new AwsError(
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
  return value;
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    throw new AwsError('InvalidAllowedPatternException', `The regular expression ${pattern} is not valid.`);
  }
}

/** A labelled version is never dropped: the oldest then stops the parameter. */
function store(
  parameters: Parameters,
  present: StoredParameter | undefined,
  name: string,
  version: StoredVersion,
  input: Input,
): void {
  if (!present) {
    const tags = Object.fromEntries(input.list('Tags').map((tag) => [tag.text('Key'), tag.text('Value')]));
    parameters.state.parameters[name] = { name, versions: [version], tags };
    return;
  }
  if (present.versions.length >= KEPT && (present.versions[0]?.labels.length ?? 0) > 0)
    throw new AwsError(
      'ParameterMaxVersionLimitExceeded',
      `You attempted to create a new version of ${name} by calling the PutParameter API with the overwrite flag. Version ${present.versions[0]?.version}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.`,
    );
  present.versions.push(version);
  if (present.versions.length > KEPT) present.versions.shift();
}
