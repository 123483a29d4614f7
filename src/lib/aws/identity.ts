import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsRegion } from './region.js';

/** Who the credentials are. */
export interface Identity {
  account: string;
  arn: string;
}

/** Asks STS who calls. */
export async function callerIdentity(region: AwsRegion, abortSignal?: AbortSignal): Promise<Identity> {
  const client = region.client(STSClient);
  const options = abortSignal && { abortSignal };
  const { Account = '', Arn = '' } = await client.send(new GetCallerIdentityCommand({}), options);
  return { account: Account, arn: Arn };
}
