import { callerIdentity } from './identity.js';
import { AwsRegion } from './region.js';
import { ServiceClock } from './service-clock.js';

/** ms: whoever has no credentials must not wait for an instance's metadata that is not there. */
const PATIENCE = 5000;

/** The AWS account that the present credentials belong to; undefined when there are none, or nobody answers. */
export async function callerAccount(name: string | undefined): Promise<string | undefined> {
  const region = new AwsRegion(name ?? process.env.AWS_REGION ?? 'us-east-1', new ServiceClock());
  try {
    return (await callerIdentity(region, AbortSignal.timeout(PATIENCE))).account;
  } catch {
    return undefined;
  } finally {
    region.close();
  }
}
