import { createEmulator } from '../../../emulator/index.js';
import type { TestEndpoint } from '../rotation/endpoint.js';

/**
 * The endpoint that deployments are tried on: the one that ARCUBE_TEST_AWS_URL names (an independent implementation
 * with moto's reset), else an emulator with an empty account. Both are asked by the same tests. By the name
 * `localhost`, because moto reads `TemplateURL` with a bucket in its path under that name alone.
 */
export async function deployEndpoint(projectDir: string): Promise<TestEndpoint> {
  const other = process.env.ARCUBE_TEST_AWS_URL;
  if (other !== undefined) {
    await fetch(`${other}/moto-api/reset`, { method: 'POST' });
    return { url: byName(other), stop: async () => undefined };
  }
  const emulator = createEmulator({ projectDir, stack: 'none', state: 'none', port: 0, awsPort: 0 });
  const urls = await emulator.start();
  return { url: byName(urls.aws), stop: () => emulator.stop() };
}

/** The same address with the host's name. */
export function byName(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}
