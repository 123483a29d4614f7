import { createEmulator } from '../../../emulator/index.js';
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
  const other = await otherEndpoint();
  if (other) return other;
  const own = new AwsHarness();
  await own.start();
  return { url: own.aws.endpoint.url, stop: () => own.stop() };
}

/** The same, where rotations need the platform's API, functions and usage plan: the other implementation has none of them. */
export async function platformEndpoint(projectDir: string): Promise<TestEndpoint> {
  const other = await otherEndpoint();
  if (other) return other;
  const emulator = createEmulator({ projectDir, state: 'none', port: 0, awsPort: 0 });
  const urls = await emulator.start();
  return { url: urls.aws, stop: () => emulator.stop() };
}

async function otherEndpoint(): Promise<TestEndpoint | undefined> {
  const url = process.env.ARCUBE_TEST_AWS_URL;
  if (url === undefined) return undefined;
  await fetch(`${url}/moto-api/reset`, { method: 'POST' });
  return { url, stop: async () => undefined };
}
