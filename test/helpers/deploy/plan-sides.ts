import type { StackFacts } from '../../../src/lib/aws/stacks.js';
import type { SideResource } from '../../../src/lib/deploy/plan/sides.js';

/** One side of a plan, of resources of which only what matters is told. */
export const side = (resources: Record<string, Partial<SideResource> & { type: string }>) =>
  new Map(
    Object.entries(resources).map(([logicalId, one]) => [
      logicalId,
      {
        logicalId,
        properties: {},
        deletionPolicy: undefined,
        replacePolicy: undefined,
        ...one,
        written: one.written ?? one.properties ?? {},
      },
    ]),
  );

/** A stack of the stage `dev`, at rest. */
export const STACK: StackFacts = {
  id: 'arn:stack',
  name: 'arcube-dev',
  status: 'UPDATE_COMPLETE',
  parameters: { Retention: '30', Password: '****' },
  tags: { 'arcube:stage': 'dev' },
  outputs: {},
  isProtected: false,
};
