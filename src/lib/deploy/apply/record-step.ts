import { Kms } from '../../aws/kms.js';
import { Releases } from '../record/releases.js';
import type { StepContext } from './engine.js';

/** Leaves a signed record of how it went. */
export async function writeRecord({ region, target, state, progress, now }: StepContext): Promise<string> {
  const { begin } = state;
  const { part, settled, verified, executedAt = begin.at } = progress;
  const releases = new Releases(region.bucket, new Kms(region.aws), part.stack);
  return releases.write({
    format: 1,
    release: begin.deploy,
    account: target.account,
    region: region.name,
    stack: part.stack,
    stage: begin.stage,
    ...(begin.rollbackTo !== undefined && { rollbackTo: begin.rollbackTo }),
    by: begin.by,
    startedAt: new Date(executedAt).toISOString(),
    endedAt: new Date(now()).toISOString(),
    ...(begin.git && { git: begin.git }),
    content: part.content,
    plan: part.plan,
    result: settled?.ok ? (verified?.ok === false ? 'unverified' : 'done') : 'failed',
    stackStatus: settled?.status ?? 'unknown',
    ...(settled?.failure && { failure: settled.failure }),
    canaries: settled?.canaries ?? [],
    verdicts: settled?.verdicts ?? [],
    ...(settled?.traffic && { traffic: settled.traffic }),
    ...(verified && { verification: verified.note }),
    database: { pitr: null },
  });
}
