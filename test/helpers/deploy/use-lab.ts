import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { TestEndpoint } from '../rotation/endpoint.js';
import { deployEndpoint } from './endpoint.js';
import { DeployLab } from './lab.js';

/**
 * A lab for the tests of a file; each of them begins with no calls made and none spoilt.
 * @param take gets it before the first test
 */
export function useDeployLab(
  take: (lab: DeployLab, endpoint: TestEndpoint) => void,
  { bootstrapped = true } = {},
): void {
  let endpoint: TestEndpoint;
  let lab: DeployLab;
  beforeAll(async () => {
    endpoint = await deployEndpoint('.');
    lab = new DeployLab(endpoint.url);
    await lab.start();
    if (bootstrapped) await lab.bootstrap();
    take(lab, endpoint);
  });
  afterAll(async () => {
    await lab.close();
    await endpoint.stop();
  });
  beforeEach(() => lab.forgetCalls());
}
