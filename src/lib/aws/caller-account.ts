/** ms: whoever has no credentials must not wait for an instance's metadata that is not there. */
const PATIENCE = 5000;

/** The AWS account that the present credentials belong to; undefined when there are none, or nobody answers. */
export async function callerAccount(region: string | undefined): Promise<string | undefined> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const client = new STSClient({ region: region ?? process.env.AWS_REGION ?? 'us-east-1', maxAttempts: 1 });
  try {
    const abortSignal = AbortSignal.timeout(PATIENCE);
    const { Account } = await client.send(new GetCallerIdentityCommand({}), { abortSignal });
    return Account;
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}
