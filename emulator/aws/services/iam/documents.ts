import { compilePolicy } from '../../../../src/core/policy/compile.js';
import { PolicyError } from '../../../../src/core/policy/error.js';
import { AwsError } from '../../protocol/faults.js';

/** A policy document that IAM would take. Throws `MalformedPolicyDocument`. */
export function checkedDocument(text: string): string {
  try {
    compilePolicy(JSON.parse(text));
    return text;
  } catch (error) {
    if (error instanceof PolicyError)
      throw new AwsError('MalformedPolicyDocument', `Syntax errors in policy: ${error.message}.`);
    throw new AwsError('MalformedPolicyDocument', 'This policy contains invalid Json');
  }
}

/** A trust policy: it names principals and no resources. Throws `MalformedPolicyDocument`. */
export function checkedTrust(text: string): string {
  const policy = parse(text);
  const statements = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  for (const statement of statements as Record<string, unknown>[]) {
    if (statement?.Resource !== undefined)
      throw new AwsError('MalformedPolicyDocument', 'Has prohibited field Resource');
    if (statement?.Principal === undefined && statement?.NotPrincipal === undefined)
      throw new AwsError('MalformedPolicyDocument', 'AssumeRole policy must contain a principal');
  }
  checkedDocument(withResources(text));
  return withResources(text);
}

/** The evaluator wants a resource in each statement: a trust policy's is the role itself. */
function withResources(text: string): string {
  const policy = parse(text);
  const statements = (Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement]) as object[];
  return JSON.stringify({ ...policy, Statement: statements.map((one) => ({ ...one, Resource: '*' })) });
}

/** The reverse, for who asks to see it. */
export function shownTrust(text: string): string {
  const policy = parse(text);
  const statements = policy.Statement as Record<string, unknown>[];
  return JSON.stringify({ ...policy, Statement: statements.map(({ Resource: _added, ...rest }) => rest) });
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw new AwsError('MalformedPolicyDocument', 'This policy contains invalid Json');
}
