import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeployRehearsalReport, rehearseDeploy } from '../../src/lib/deploy/rehearsal/rehearse.js';
import {
  answering,
  type CanaryProject,
  canaryProject,
  canaryStage,
  failing,
  STACK,
} from '../helpers/deploy/canary-project.js';

const [old, better, bad] = [answering('one'), answering('two'), failing(0.2)].map((code) =>
  canaryProject(code),
) as [CanaryProject, CanaryProject, CanaryProject];
let lab: Awaited<ReturnType<typeof canaryStage>>;
beforeAll(async () => {
  lab = await canaryStage(old.dir);
}, 60_000);
afterAll(async () => {
  await lab.stop();
  for (const one of [old, better, bad]) one.remove();
}, 60_000);

/** @param step ms between two moves of the clock: the longer, the more requests a minute of the canary is judged by */
function rehearse(step: number, ...projects: CanaryProject[]): Promise<DeployRehearsalReport> {
  return rehearseDeploy(lab.stage, {
    projects: projects.map(({ dir }) => ({ dir, name: dir })),
    stage: 'prod',
    rate: 100,
    step,
    options: { judge: true, smoke: false },
    signal: new AbortController().signal,
    show: (_step, _region, work) => work(() => undefined),
    planned: () => undefined,
  });
}

const versionSeen = async (): Promise<string | null> =>
  (await fetch(`${lab.stage.apiUrl(STACK)}/health`)).headers.get('x-version');

describe('a canary, its clock moved, under load', () => {
  it('of a version that fails a fifth of its requests is rolled back, and no more than its share of requests failed', async () => {
    const { deploys } = await rehearse(80, old, bad);
    const [first, second] = deploys;
    expect(first?.outcome).toBe('done');
    expect(second?.problem?.code, JSON.stringify(second)).toBe('DEPLOY_CANARY_BROKEN');
    expect(second?.exitCode).toBe(8);
    const { requests = 0, unavailable = 0 } = second?.traffic ?? {};
    expect(requests).toBeGreaterThan(20);
    expect(unavailable).toBeGreaterThan(0);
    expect(unavailable / requests).toBeLessThan(0.1);
    expect(await versionSeen()).toBe('one');
  }, 120_000);

  it('of a good version is promoted, and no request fails', async () => {
    const { deploys } = await rehearse(20, better);
    const [only] = deploys;
    expect(only?.outcome, JSON.stringify(only)).toBe('done');
    expect(only?.canaries.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(only?.traffic?.requests).toBeGreaterThan(20);
    expect(only?.traffic?.errors).toBe(0);
    expect(await versionSeen()).toBe('two');
  }, 120_000);
});
