import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  DescribeStackDriftDetectionStatusCommand,
  DetectStackDriftCommand,
  paginateDescribeStackResourceDrifts,
  type StackResourceDrift,
} from '@aws-sdk/client-cloudformation';
import type { AwsRegion } from './region.js';

/** A resource that is no longer what its stack made of it. */
export interface DriftedResource {
  logicalId: string;
  type: string;
  status: 'MODIFIED' | 'DELETED';
  /** Properties that differ. */
  differences: { path: string; expected: string; actual: string }[];
}

/** What drift detection found; without an answer, why there is none. */
export type StackDrift = { checked: true; resources: DriftedResource[] } | { checked: false; why: string };

/** First and longest wait between two looks, milliseconds. */
const [FIRST_LOOK, LAST_LOOK] = [100, 3_000];

/**
 * Has CloudFormation compare the resources of a stack with what its template says.
 * @param patience milliseconds; a detection that takes longer is left to itself
 */
export async function stackDrift(
  region: AwsRegion,
  stackName: string,
  patience: number,
): Promise<StackDrift> {
  const client = region.client(CloudFormationClient);
  const begun = await client.send(new DetectStackDriftCommand({ StackName: stackName }));
  const { StackDriftDetectionId } = begun;
  const until = Date.now() + patience;
  for (let wait = FIRST_LOOK; ; wait = Math.min(LAST_LOOK, wait * 1.5)) {
    const { DetectionStatus, DetectionStatusReason } = await client.send(
      new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }),
    );
    if (DetectionStatus === 'DETECTION_FAILED' && DetectionStatusReason !== undefined)
      return { checked: false, why: DetectionStatusReason };
    if (DetectionStatus !== 'DETECTION_IN_PROGRESS') break;
    if (Date.now() + wait > until)
      return { checked: false, why: `the detection takes longer than ${patience / 1000} s` };
    await sleep(wait);
  }
  return { checked: true, resources: await drifted(client, stackName) };
}

async function drifted(client: CloudFormationClient, StackName: string): Promise<DriftedResource[]> {
  const found: DriftedResource[] = [];
  const filter = { StackName, StackResourceDriftStatusFilters: ['MODIFIED' as const, 'DELETED' as const] };
  for await (const { StackResourceDrifts = [] } of paginateDescribeStackResourceDrifts({ client }, filter))
    found.push(...StackResourceDrifts.map(driftOf));
  return found;
}

function driftOf(drift: StackResourceDrift): DriftedResource {
  return {
    logicalId: drift.LogicalResourceId ?? '',
    type: drift.ResourceType ?? '',
    status: drift.StackResourceDriftStatus === 'DELETED' ? 'DELETED' : 'MODIFIED',
    differences: (drift.PropertyDifferences ?? []).map((one) => ({
      path: one.PropertyPath ?? '',
      expected: one.ExpectedValue ?? '',
      actual: one.ActualValue ?? '',
    })),
  };
}
