import type { StackEvent } from '../../aws/stacks.js';

/** What CloudFormation says of resources that it only gave up because another one failed. */
const CANCELLED = /^Resource (creation|update|deletion) cancelled/i;
/** What it says of the stack itself, and of resources that wait for others: consequences. */
const CONSEQUENCE = /^The following resource\(s\) failed to/;

/**
 * The first failure of an operation: the one that all others follow from. Events of a stack that began anew are another
 * operation's. Undefined when nothing failed.
 * @param events oldest first
 */
export function rootCause(events: readonly StackEvent[]): StackEvent | undefined {
  const failed = events.filter(isFailure);
  return failed.find((event) => !isConsequence(event)) ?? failed[0];
}

/**
 * What keeps a stack from going back: the first failure since the rollback began; undefined when none has failed.
 * @param events oldest first
 */
export function rollbackCause(events: readonly StackEvent[]): StackEvent | undefined {
  const begun = events.findLastIndex(
    (event) => isOfStack(event) && /ROLLBACK_IN_PROGRESS$/.test(event.status),
  );
  return begun < 0 ? undefined : rootCause(events.slice(begun));
}

/** Events of the last operation: from where a person or a program began it. */
export function lastOperation(events: readonly StackEvent[], token?: string): StackEvent[] {
  if (token !== undefined) {
    const own = events.filter((event) => event.token === token);
    if (own.length > 0) return own;
  }
  const start = events.findLastIndex(
    ({ type, status, reason }) =>
      type === 'AWS::CloudFormation::Stack' && /_IN_PROGRESS$/.test(status) && reason === 'User Initiated',
  );
  return events.slice(Math.max(0, start));
}

function isFailure({ status }: StackEvent): boolean {
  return /_FAILED$/.test(status);
}

function isOfStack({ type, physicalId, logicalId }: StackEvent): boolean {
  return type === 'AWS::CloudFormation::Stack' && physicalId.includes(`:stack/${logicalId}/`);
}

function isConsequence(event: StackEvent): boolean {
  const { reason = '' } = event;
  return isOfStack(event) || CANCELLED.test(reason) || CONSEQUENCE.test(reason);
}
