import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll } from 'vitest';
import { AwsHarness } from '../aws.js';
import { type StackLab, stackLab } from './lab.js';

/** An endpoint that keeps nothing, started and stopped with the test file that calls this, and a lab for its stacks. */
export function endpointLab(options: ConstructorParameters<typeof AwsHarness>[0] = {}) {
  const harness = new AwsHarness({ ...options, stateDir: undefined });
  const lab = {} as StackLab;
  beforeAll(async () => {
    await harness.start();
    Object.assign(lab, stackLab(harness.client(CloudFormationClient)));
  });
  afterAll(() => harness.stop());
  return { harness, lab };
}
