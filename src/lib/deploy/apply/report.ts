import { attempt } from '../../aws/explain.js';
import type { StackEvent } from '../../aws/stacks.js';
import type { DeployTarget } from '../target/open-target.js';
import type { FailureFacts } from './entries.js';
import { failureFacts } from './failure-facts.js';
import { lastOperation, rootCause } from './root-cause.js';

/** Events that are shown. */
const SHOWN = 10;

/** What a stack is going through. */
export interface StackReport {
  region: string;
  stack: string;
  /** `not there` where there is none. */
  status: string;
  reason?: string;
  /** Of the last operation, the last ones. */
  events: StackEvent[];
  /** The root cause of the last operation's failure. */
  failure?: FailureFacts;
}

/** Looks at the stacks of a target; changes nothing. */
export async function stackReports(target: DeployTarget): Promise<StackReport[]> {
  const reports: StackReport[] = [];
  for (const region of target.regions) {
    const { stacks, settings, name } = region;
    const place = { region: name, next: target.command };
    const stack = await attempt(place, () => stacks.describe(settings.stackName));
    const report: StackReport = {
      region: name,
      stack: settings.stackName,
      status: stack?.status ?? 'not there',
      events: [],
    };
    reports.push(report);
    if (!stack) continue;
    const events = lastOperation(await attempt(place, () => stacks.eventsSince(stack.id)));
    if (stack.statusReason !== undefined) report.reason = stack.statusReason;
    report.events = events.slice(-SHOWN);
    if (rootCause(events))
      report.failure = failureFacts({ region, events, status: stack.status, template: target.template });
  }
  return reports;
}
