import { AwsError } from '../../protocol/faults.js';

/** `ValidationError`, CloudFormation's answer to nearly everything. */
export function refused(message: string): AwsError {
  return new AwsError('ValidationError', message);
}

/** For operations that name a stack to do something with it. */
export function noStack(name: string): AwsError {
  return refused(`Stack [${name}] does not exist`);
}

/** For operations that describe one: CloudFormation says it in other words. */
export function noStackWithId(name: string): AwsError {
  return refused(`Stack with id ${name} does not exist`);
}

export function noChangeSet(name: string): AwsError {
  return new AwsError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, 404);
}

/** A stack whose status forbids what is asked. */
export function cannotUpdate({ id, status }: { id: string; status: string }): AwsError {
  return refused(`Stack:${id} is in ${status} state and can not be updated.`);
}
