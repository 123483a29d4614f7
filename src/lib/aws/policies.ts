import { GetPolicyCommand, GetPolicyVersionCommand, IAMClient } from '@aws-sdk/client-iam';
import { awsFailure } from './failure.js';
import type { AwsRegion } from './region.js';
import { withRetry } from './retry.js';

/**
 * Reads the version in force of a managed policy, AWS's own or the account's, as JSON; undefined for one that is not there
 * or may not be read.
 */
export function managedPolicyReader(region: AwsRegion): (arn: string) => Promise<string | undefined> {
  const client = region.client(IAMClient);
  return async (PolicyArn) => {
    try {
      const { Policy } = await withRetry(() => client.send(new GetPolicyCommand({ PolicyArn })));
      const VersionId = Policy?.DefaultVersionId;
      const { PolicyVersion } = await withRetry(() =>
        client.send(new GetPolicyVersionCommand({ PolicyArn, VersionId })),
      );
      // IAM answers documents percent-encoded (RFC 3986), as its API reference says
      return PolicyVersion?.Document && decodeURIComponent(PolicyVersion.Document);
    } catch (error) {
      const kind = awsFailure(error)?.kind;
      if (kind === 'denied' || kind === 'missing' || kind === 'refused') return undefined;
      throw error;
    }
  };
}
