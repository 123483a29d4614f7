import type { AwsHarness } from '../aws.js';
import { endpointLab } from './endpoint-lab.js';
import type { StackLab } from './lab.js';
import { Things } from './things.js';

/** An endpoint whose stacks are made of things, for the tests of the file that calls this. */
export function thingLab(): { things: Things; harness: AwsHarness; lab: StackLab } {
  const things = new Things();
  return { things, ...endpointLab({ resourceHandlers: things.handlers() }) };
}

/** A template of some resources, as text. */
export function template(resources: Record<string, unknown>, more: object = {}): string {
  return JSON.stringify({ Resources: resources, ...more });
}
