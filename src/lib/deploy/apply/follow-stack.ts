import { awsFailure, isTransient } from '../../aws/failure.js';
import { withRetry } from '../../aws/retry.js';
import type { StackEvent, Stacks } from '../../aws/stacks.js';

/** Between two looks at a stack, milliseconds: CloudFormation throttles whoever asks much more often. */
const LOOK = 3_000;
/** Looks in a row that may fail for the network: each has tries of its own, so it is about a minute. */
const MISSES = 10;
/** A stack's own end of an operation. */
const END = /_(COMPLETE|FAILED)$/;

/** An operation to follow. */
export interface Following {
  stacks: Stacks;
  /** ARN: a stack that was deleted is found by it alone. */
  stackId: string;
  /** The stack's last event before the operation. */
  cursor: string | undefined;
  /** Told of each event of a resource. */
  show(text: string): void;
  /** Between two looks; may throw to stop watching. */
  between(): Promise<void>;
  pause(ms: number): Promise<void>;
}

/** Shows events as they come, until the stack's own last one. Waits for a network that is gone for a moment. */
export async function followStack(following: Following): Promise<{ status: string; events: StackEvent[] }> {
  const { stacks, stackId, show, between, pause } = following;
  const [look, aside] = [patience(show), patience(show)];
  const events: StackEvent[] = [];
  for (let last = following.cursor; ; ) {
    const since = last;
    const fresh = (await look(() => withRetry(() => stacks.eventsSince(stackId, since)))) ?? [];
    events.push(...fresh);
    last = fresh.at(-1)?.id ?? last;
    for (const event of fresh) if (event.physicalId !== stackId) show(eventText(event));
    const end = events.findLast(({ physicalId }) => physicalId === stackId);
    if (end && END.test(end.status)) return { status: end.status, events };
    await aside(between);
    await pause(LOOK);
  }
}

/** Id of the stack's last event: what comes after it is the next operation's. */
export async function lastEventId(stacks: Stacks, stackId: string): Promise<string | undefined> {
  return (await withRetry(() => stacks.eventsSince(stackId))).at(-1)?.id;
}

/** Lets looks fail for the network so many times in a row; they are undefined then. */
function patience(show: Following['show']): <T>(look: () => Promise<T>) => Promise<T | undefined> {
  let missed = 0;
  return async (look) => {
    try {
      const seen = await look();
      missed = 0;
      return seen;
    } catch (error) {
      missed += 1;
      if (missed > MISSES || !isTransient(error)) throw error;
      show(`AWS does not answer (${awsFailure(error)?.code}); looking again`);
      return undefined;
    }
  };
}

function eventText({ logicalId, type, status, reason }: StackEvent): string {
  const text = `${logicalId} ${status} (${type})`;
  return reason === undefined ? text : `${text}: ${reason}`;
}
