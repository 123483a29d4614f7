import type { FailedFacts } from '../../../core/errors/deploy-run.js';
import { loadTemplate } from '../../../core/stack/load.js';
import type { CodeDeployment } from '../../aws/code-deployments.js';
import type { StackEvent } from '../../aws/stacks.js';
import type { DeployRegion } from '../target/open-target.js';
import type { FailureFacts, RegionPart } from './entries.js';
import { hookLog } from './hook-log.js';
import { fixFor } from './known-failures.js';
import { rootCause } from './root-cause.js';

/** What an operation failed of. */
export interface FailureSources {
  region: DeployRegion;
  /** Of the operation, oldest first. */
  events: readonly StackEvent[];
  status: string;
  /** Absolute path of the project's template. */
  template: string;
}

/** The first root cause of a failed operation, where it stands in the template, and what helps. */
export function failureFacts({ region, events, status, template }: FailureSources): FailureFacts {
  const cause = rootCause(events);
  if (!cause)
    return {
      status,
      logicalId: region.settings.stackName,
      type: 'AWS::CloudFormation::Stack',
      reason:
        events.findLast(({ reason }) => reason !== undefined)?.reason ?? 'CloudFormation gave no reason.',
      fix: 'Look at the stack’s events.',
    };
  const { logicalId, type, reason = 'no reason given' } = cause;
  const place = placeOfResource(region, template, logicalId);
  const facts = { status, logicalId, type, reason, fix: fixFor(reason, { type, logicalId }) };
  return { ...facts, ...(place !== undefined && { place }) };
}

/** The same for the error table, of an operation that only the stack itself is about. */
export function failedFacts(
  sources: FailureSources & { next: (failure: FailureFacts) => string },
): FailedFacts {
  const { region, status } = sources;
  const failure = failureFacts(sources);
  return {
    stack: region.settings.stackName,
    region: region.name,
    status,
    resource: resourceText(failure),
    reason: failure.reason,
    fix: failure.fix,
    log: [],
    state: '',
    next: sources.next(failure),
  };
}

/** With what CodeDeploy and the hook's log say of a refused version. */
export async function withDeployment(
  facts: FailureFacts,
  deployment: CodeDeployment | undefined,
  { region, part, from }: { region: DeployRegion; part: RegionPart; from: number },
): Promise<FailureFacts> {
  if (!deployment) return facts;
  const events = deployment.shifts.flatMap((shift) => shift.events);
  const hook = events.find(({ name, status }) => /AllowTraffic$/.test(name) && status === 'Failed');
  const said = [deployment.error, hook?.message].filter((one) => one !== undefined && one !== '');
  const reason = [facts.reason, ...said].join(' — ');
  const log = hook && hook.name !== 'AllowTraffic' ? await hookLog(region, part, deployment.id, from) : [];
  return {
    ...facts,
    reason,
    fix: fixFor(said.join(' ') || reason, facts),
    ...(log.length > 0 && { log }),
  };
}

/** True for a failure that a new version brought on itself: alarms, hooks, CodeDeploy. */
export function isRefusal({ type, reason }: FailureFacts): boolean {
  return type === 'AWS::Lambda::Alias' || /CodeDeploy|ALARM_ACTIVE|lifecycle event/i.test(reason);
}

/** `Orders (AWS::Lambda::Function, template.yaml:120:3)`. */
export function resourceText({ logicalId, type, place }: FailureFacts): string {
  return `${logicalId} (${type}${place === undefined ? '' : `, ${place}`})`;
}

/** Ids that change with content end in ten digits of a hash; the template has them without. */
const HASH = /[0-9a-f]{10}$/;

function placeOfResource({ settings, account }: DeployRegion, file: string, id: string): string | undefined {
  const { region, stackName, parameters } = settings;
  try {
    const { stack } = loadTemplate({ file, region, accountId: account, stackName, parameters });
    const place = stack?.resources.find(
      ({ logicalId }) => logicalId === id || logicalId === id.replace(HASH, ''),
    )?.place;
    return place && `${place.file}:${place.line}:${place.column}`;
  } catch {
    return undefined; // the template has changed since, or is another: the event says enough
  }
}
