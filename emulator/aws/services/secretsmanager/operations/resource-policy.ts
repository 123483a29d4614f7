import { compilePolicy } from '../../../../../src/core/policy/compile.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { Vault } from '../vault.js';

/** `PutResourcePolicy`. */
export const putResourcePolicy: Operation<Vault> = async (vault, input) => {
  const secret = vault.alive(input);
  const policy = input.text('ResourcePolicy', { min: 1, max: 20_480 });
  checkPolicy(policy);
  secret.policy = policy;
  await vault.save();
  return { ARN: secret.arn, Name: secret.name };
};

/** `GetResourcePolicy`. */
export const getResourcePolicy: Operation<Vault> = (vault, input) => {
  const { arn, name, policy } = vault.alive(input);
  return { ARN: arn, Name: name, ResourcePolicy: policy };
};

/** `DeleteResourcePolicy`. */
export const deleteResourcePolicy: Operation<Vault> = async (vault, input) => {
  const secret = vault.alive(input);
  delete secret.policy;
  await vault.save();
  return { ARN: secret.arn, Name: secret.name };
};

function checkPolicy(policy: string): void {
  try {
    compilePolicy(JSON.parse(policy));
  } catch (error) {
    const told = error instanceof SyntaxError ? 'invalid Json' : `a fault: ${(error as Error).message}`;
    throw new AwsError('MalformedPolicyDocumentException', `This resource policy contains ${told}.`);
  }
}
