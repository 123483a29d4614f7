/** A known reason of a failure, and what helps. */
interface Known {
  /** Of the event's reason. */
  reason: RegExp;
  fix: (found: RegExpExecArray, resource: { type: string; logicalId: string }) => string;
}

/** A line of an IAM policy that allows one action. */
export function policyLine(action: string, resource = '*'): string {
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
}

/**
 * Reasons that services give, as they are seen in stack events, with what helps. The first that fits counts, so the more
 * exact ones come first.
 */
const TABLE: readonly Known[] = [
  {
    reason: /is not authorized to perform: ([\w-]+:\w+)(?: on resource: ([^\s"]+))?/,
    fix: ([, action = '', resource]) =>
      `Add this to the policy of the role that deploys: ${policyLine(action, resource)}`,
  },
  {
    reason:
      /(?:AccessDenied|Access denied|not authorized)[^(]*\(?.*?(?:operation|perform(?:ing)?):? ?([\w-]+:\w+)?/i,
    fix: ([, action]) =>
      action === undefined
        ? 'Allow the role that deploys what the event names.'
        : `Add this to the policy of the role that deploys: ${policyLine(action)}`,
  },
  {
    reason: /cannot be assumed by (Lambda|.*amazonaws\.com)/i,
    fix: () =>
      'Look at AssumeRolePolicyDocument of the role; a role that was made a moment ago is known everywhere only after some seconds: then deploying again is enough.',
  },
  {
    reason: /already scheduled for deletion|scheduled for deletion/i,
    fix: (_found, { logicalId }) =>
      `A deleted secret keeps its name until it ends. Bring it back (aws secretsmanager restore-secret) and import it, or give ${logicalId} another name.`,
  },
  {
    reason: /already exists in stack (\S+)/,
    fix: ([, stack = '']) => `${stack} has it: take another stack name, or name the resource otherwise.`,
  },
  {
    reason:
      /already exists|AlreadyExists|already own|ConflictException.*exist|is not available|name is already/i,
    fix: (_found, { logicalId }) =>
      `Something outside this stack has this name already, perhaps a resource that an earlier stack retained. Remove it (of a dev stage: \`arcube destroy --retained --stage dev\` lists what is left and removes it), import it, or give ${logicalId} another name.`,
  },
  {
    reason: /UnreservedConcurrentExecution/,
    fix: () =>
      'The account has too few concurrent executions left to reserve so many: reserve fewer, or ask for more under Service Quotas, Lambda, “Concurrent executions”.',
  },
  {
    reason: /Rate exceeded|Throttling|TooManyRequests/i,
    fix: () => 'The service was asked too often in this account: deploy again in a minute.',
  },
  {
    reason:
      /LimitExceeded|limit (?:has been )?exceeded|quota|maximum number of|exceeds the (?:maximum|limit)/i,
    fix: (_found, { type }) =>
      `A limit of the account is reached: remove what is not needed, or ask for more under Service Quotas (${type.split('::')[1]}).`,
  },
  {
    reason: /NoSuchKey|S3 Error Code: NoSuch/,
    fix: () => 'The function’s archive is not in the assets bucket any more: deploy again, which uploads it.',
  },
  {
    reason: /CloudWatch Logs role ARN must be set/,
    fix: () =>
      'API Gateway has no role to write logs with in this region: AWS::ApiGateway::Account must be there before the stage (DependsOn).',
  },
  {
    reason: /ALARM_ACTIVE|alarms? (?:have|has) been activated|alarm.*(?:fired|ALARM)/i,
    fix: () =>
      'An alarm went off while the new version took traffic, and it was rolled back. Look at the alarm’s metric and the function’s log of that time, mend it, and deploy again.',
  },
  {
    reason: /lifecycle event (?:validation function|hook)|BeforeAllowTraffic|LifecycleEvent|hook/i,
    fix: () =>
      'The check before traffic (BeforeAllowTraffic) refused the new version: the hook’s log says which expectation of which scenario did not hold. Mend it and deploy again.',
  },
  {
    reason: /Deployment.*(?:stopped|failed)|CodeDeploy/i,
    fix: () =>
      'CodeDeploy gave up the new version and went back to the old one. Look at its log, mend it, deploy again.',
  },
  {
    reason: /BucketNotEmpty|bucket you tried to delete is not empty/i,
    fix: (_found, { logicalId }) =>
      `Empty the bucket of ${logicalId} first, its old versions too, or retain it (DeletionPolicy: Retain).`,
  },
  {
    reason: /Export .* cannot be (?:deleted|updated) as it is in use by (\S+)/,
    fix: ([, user = '']) => `${user} imports it: change that stack first.`,
  },
  {
    reason: /CNAMEAlreadyExists/,
    fix: () => 'Another CloudFront distribution has this domain name: take it away there first.',
  },
  {
    reason: /KMS|kms:/,
    fix: () => 'Look at the key’s policy and state: the role and the service must be allowed to use it.',
  },
  {
    reason:
      /failed to satisfy constraint|Invalid request|ValidationException|Properties validation failed|InvalidParameter/i,
    fix: (_found, { logicalId }) => `Correct the property of ${logicalId} that the event names.`,
  },
];

/** What helps against a failure. */
export function fixFor(reason: string, resource: { type: string; logicalId: string }): string {
  for (const { reason: pattern, fix } of TABLE) {
    const found = pattern.exec(reason);
    if (found) return fix(found, resource);
  }
  return 'Mend what the event says, and deploy again.';
}
