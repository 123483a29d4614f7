import { randomUUID } from 'node:crypto';
import { attempt, explainAwsFailure } from '../../aws/explain.js';
import type { StackEvent, StackFacts } from '../../aws/stacks.js';
import type { Say } from '../../journal/long-work.js';
import type { DeployRegion } from '../target/open-target.js';
import { followStack } from './follow-stack.js';

/** How an operation is shown and waited for. */
export interface Watching {
  /** Absolute path of the project's template: a failure is told with its line. */
  template: string;
  say: Say;
  pause(ms: number): Promise<void>;
  /** Throws once nobody watches any more. */
  goOn(): void;
}

/** An operation on a stack beside deploying to it. */
export interface StackOperation {
  region: DeployRegion;
  stack: StackFacts;
  /** The stack's last event before it. */
  cursor: string | undefined;
  /** Begins it; done twice with the same token it is the same operation. */
  begin(token: string): Promise<void>;
  /** The command to run again. */
  next: string;
}

/** Begins an operation and follows it to its end. Throws what stands between AWS and us. */
export async function operate(
  { region, stack, cursor, begin, next }: StackOperation,
  { say, pause, goOn }: Watching,
): Promise<{ status: string; events: StackEvent[] }> {
  const token = `arcube-${randomUUID()}`;
  await attempt({ region: region.name, next }, () => begin(token));
  try {
    const between = async (): Promise<void> => goOn();
    const { stacks } = region;
    return await followStack({ stacks, stackId: stack.id, cursor, show: say, between, pause });
  } catch (error) {
    const state = `CloudFormation goes on with ${stack.name}.`;
    throw explainAwsFailure(error, { region: region.name, next, state }) ?? error;
  }
}
