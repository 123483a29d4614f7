import { AwsError } from '../../protocol/faults.js';

/** Throws that something is not there: `ApplicationDoesNotExistException`, … */
export function missing(what: string, message: string): never {
  throw new AwsError(`${what}DoesNotExistException`, message);
}

/** A broken rule, by CodeDeploy's own exception for it. */
export function refuse(code: string, message: string): AwsError {
  return new AwsError(`${code}Exception`, message);
}
