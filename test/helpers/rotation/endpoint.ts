import { AwsHarness } from '../aws.js';

/** An AWS endpoint with nothing on it. */
export interface TestEndpoint {
  url: string;
  stop(): Promise<void>;
}

/**
 * The endpoint that rotations are tried on: the one that ARCUBE_TEST_AWS_URL names (an independent implementation with
 * moto's reset), else the emulator's own.
 */
export async function awsEndpoint(): Promise<TestEndpoint> {
  const other = process.env.ARCUBE_TEST_AWS_URL;
  if (other !== undefined) {
    await fetch(`${other}/moto-api/reset`, { method: 'POST' });
    return { url: other, stop: async () => undefined };
  }
  const own = new AwsHarness();
  await own.start();
  return { url: own.aws.endpoint.url, stop: () => own.stop() };
}
