import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { nextRotation, pendingVersion } from '../rotations.js';
import type { Rotation, StoredSecret } from '../stored-secret.js';
import { readToken } from '../values.js';
import type { Vault } from '../vault.js';

/** `RotateSecret`: answers when the rotation has begun; the function then runs through its four steps. */
export const rotateSecret: Operation<Vault> = async (vault, input) => {
  const secret = vault.alive(input);
  const token = readToken(input, vault);
  const rotation = readRotation(input, secret, vault.now);
  const { rotations } = vault.world;
  rotations.checkFunction(rotation.lambdaArn ?? '', secret.arn);
  const hanging = pendingVersion(secret);
  if (hanging !== undefined && hanging !== token)
    throw new AwsError(
      'InvalidRequestException',
      "A previous rotation isn't complete. That rotation will be reattempted.",
    );
  secret.rotation = rotation;
  secret.lastChangedDate = vault.now;
  rotations.schedule(vault, secret);
  if (input.flag('RotateImmediately', true)) await rotations.begin(vault, secret, token);
  else await rotations.test(vault, secret, token);
  return { ARN: secret.arn, Name: secret.name, VersionId: token };
};

function readRotation(input: Input, { rotation }: StoredSecret, now: number): Rotation {
  const lambdaArn = input.optionalText('RotationLambdaARN', { max: 2048 }) ?? rotation?.lambdaArn;
  if (!lambdaArn)
    throw new AwsError(
      'InvalidRequestException',
      'No Lambda rotation function ARN is associated with this secret.',
    );
  const rules = readRules(input.optionalInner('RotationRules')) ?? rotation?.rules ?? {};
  const next = nextRotation(rules, now);
  return {
    enabled: true,
    lambdaArn,
    rules,
    ...(rotation?.lastRotated !== undefined && { lastRotated: rotation.lastRotated }),
    ...(next !== undefined && { next }),
  };
}

function readRules(given: Input | undefined): Rotation['rules'] | undefined {
  if (!given) return undefined;
  const days = given.optionalInteger('AutomaticallyAfterDays', { min: 1, max: 1000 });
  const expression = given.optionalText('ScheduleExpression', { min: 1, max: 256 });
  if (days !== undefined && expression !== undefined)
    throw new AwsError(
      'InvalidParameterException',
      'You can specify either AutomaticallyAfterDays or ScheduleExpression, but not both.',
    );
  if (expression !== undefined && nextRotation({ ScheduleExpression: expression }, 0) === undefined)
    throw new AwsError(
      'InvalidParameterException',
      `The schedule expression ${expression} is not supported by this endpoint: it knows rate(<n> hours) and rate(<n> days).`,
    );
  const duration = given.optionalText('Duration', { pattern: /^[0-9h]{2,3}$/ });
  return {
    ...(days !== undefined && { AutomaticallyAfterDays: days }),
    ...(duration !== undefined && { Duration: duration }),
    ...(expression !== undefined && { ScheduleExpression: expression }),
  };
}
