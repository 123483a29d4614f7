import { closeDeployTarget, type DeployTarget, openDeployTarget } from '../target/open-target.js';
import type { DeployState } from './deploy-state.js';

/** Where a deploy was begun; only the endpoint may be named anew. */
export function reopenTarget(
  { begin }: DeployState,
  wishes: { projectDir: string; endpoint: string | undefined; command: string },
): Promise<DeployTarget> {
  return openDeployTarget({
    ...wishes,
    account: begin.account,
    stage: begin.stage,
    regions: begin.parts.map(({ region }) => region),
    bucket: begin.bucket,
    endpoint: wishes.endpoint ?? begin.endpoint,
  });
}

/** Runs something on a target, and closes it. */
export async function withTarget<T>(
  opening: Promise<DeployTarget>,
  work: (target: DeployTarget) => Promise<T>,
): Promise<T> {
  const target = await opening;
  try {
    return await work(target);
  } finally {
    closeDeployTarget(target);
  }
}
