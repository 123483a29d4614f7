import { evaluate } from '../../../../src/core/policy/evaluate.js';
import type { PolicyDocument } from '../../../../src/core/stack/model.js';
import { compiled } from './compiled.js';
import type { Directory } from './directory.js';

/** Whether a role is there, and its trust policy lets a service (`lambda.amazonaws.com`) take it on. */
export function isTrusted(directory: Directory, roleArn: string, service: string): boolean {
  const role = directory.role(roleArn);
  if (!role) return false;
  const { decision } = evaluate([compiled(JSON.parse(role.trust) as PolicyDocument)], {
    action: 'sts:AssumeRole',
    resource: role.arn,
    principal: { type: 'Service', arns: [service] },
  });
  return decision === 'allow';
}
