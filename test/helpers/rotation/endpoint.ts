/** An AWS endpoint with nothing on it. */
export interface TestEndpoint {
  url: string;
  stop(): Promise<void>;
}

/**
 * The endpoint that rotations are tried on: the one named by ARCUBE_TEST_AWS_URL (an independent implementation), else
 * the emulator's own.
 */
export async function awsEndpoint(): Promise<TestEndpoint> {
  const other = process.env.ARCUBE_TEST_AWS_URL as string;
  await fetch(`${other}/moto-api/reset`, { method: 'POST' });
  return { url: other, stop: async () => undefined };
}
