import { evaluate } from '../../../../src/core/policy/evaluate.js';
import type { PolicyDocument } from '../../../../src/core/stack/model.js';
import type { AwsQuestion } from '../../../kernel/aws.js';
import { contextOf, decide } from './authorization.js';
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

/** Whether the policies of a role allow a service that has taken it on what it asks for. */
export function roleAllows(directory: Directory, roleArn: string, question: AwsQuestion): boolean {
  const role = directory.role(roleArn);
  if (!role) return false;
  const accountId = roleArn.split(':')[4] ?? '';
  const arn = `arn:aws:sts::${accountId}:assumed-role/${role.name}/service`;
  const caller = { accountId, arn, userId: `${role.id}:service` };
  const region = question.resource.split(':')[3] ?? '';
  return decide(directory, { caller }, question, contextOf(caller, { region })).allowed;
}
