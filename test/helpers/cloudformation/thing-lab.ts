import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll } from 'vitest';
import { AwsHarness } from '../aws.js';
import { type StackLab, stackLab } from './lab.js';
import { Things } from './things.js';

/** An endpoint whose stacks are made of things, for the tests of the file that calls this. */
export function thingLab(): { things: Things; harness: AwsHarness; lab: StackLab } {
  const things = new Things();
  const harness = new AwsHarness({ resourceHandlers: things.handlers(), stateDir: undefined });
  const lab = {} as StackLab;
  beforeAll(async () => {
    await harness.start();
    Object.assign(lab, stackLab(harness.client(CloudFormationClient)));
  });
  afterAll(() => harness.stop());
  return { things, harness, lab };
}

/** A template of some resources, as text. */
export function template(resources: Record<string, unknown>, more: object = {}): string {
  return JSON.stringify({ Resources: resources, ...more });
}
