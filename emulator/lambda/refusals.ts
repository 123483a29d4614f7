import { LambdaServiceError } from '../kernel/lambda.js';

/** Lambda's refusal of a value. */
export function invalid(message: string): LambdaServiceError {
  return new LambdaServiceError('InvalidParameterValueException', 400, message);
}

/** A member that breaks a constraint, in the words of the API's validation. */
export function constraint(name: string, value: unknown, broken: string): LambdaServiceError {
  const shown = value === undefined || value === null ? 'null' : `'${String(value)}'`;
  const message = `1 validation error detected: Value ${shown} at '${name}' failed to satisfy constraint: ${broken}`;
  return new LambdaServiceError('ValidationException', 400, message);
}

/** Something is there already, or in use. */
export function conflict(message: string): LambdaServiceError {
  return new LambdaServiceError('ResourceConflictException', 409, message);
}

/** Something is not there. */
export function notThere(message: string): LambdaServiceError {
  return new LambdaServiceError('ResourceNotFoundException', 404, message);
}

/** Refuses a change that was made for another revision. */
export function checkRevision(given: unknown, revisionId: string): void {
  if (given === undefined || given === null || given === revisionId) return;
  throw new LambdaServiceError(
    'PreconditionFailedException',
    412,
    'The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId',
  );
}
