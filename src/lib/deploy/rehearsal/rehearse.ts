import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../../core/errors.js';
import { callerIdentity } from '../../aws/identity.js';
import { beginDeploy } from '../apply/begin-deploy.js';
import type { DeployState } from '../apply/deploy-state.js';
import { Deploys, type DeployTools } from '../apply/deploys.js';
import type { ShowStep } from '../apply/engine.js';
import type { CanaryReport, DeployOptions, TrafficSeen } from '../apply/entries.js';
import { smokeOf } from '../apply/smoke.js';
import { trafficOf } from '../apply/traffic.js';
import { planBootstrap } from '../bootstrap/bootstrap.js';
import { type DeployPlan, prepareAll } from '../plan/deploy-plan.js';
import type { Stage } from '../synth/stage-settings.js';
import { closeDeployTarget, type DeployTarget, openDeployTarget } from '../target/open-target.js';
import type { DeployRehearsalStage } from './stage.js';

/** An emulator's own; nobody else's credentials get near it. */
const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };
/** The emulator's clock moves at most this far at once, milliseconds: CloudWatch counts by minutes, canaries by them too. */
const LEAP = 3_000;
/** Milliseconds of the emulator's clock under load before a deployment: what is usual has to be known. */
const QUIET = 3 * 60_000;

export interface DeployRehearsalWishes {
  /** Projects to deploy one after the other: what is deployed now, then what is to be. */
  projects: readonly { dir: string; name: string }[];
  stage: Stage;
  /** Requests a second while a deployment goes on. */
  rate: number;
  /** Milliseconds of the machine's clock between two moves of the emulator's. */
  step?: number;
  options: Pick<DeployOptions, 'judge' | 'smoke' | 'slo'>;
  signal: AbortSignal;
  show: ShowStep;
  /** Told what each deployment will do before it begins. */
  planned(name: string, plan: DeployPlan): void;
}

/** How one of the deployments went. */
export interface RehearsedDeploy {
  name: string;
  deploy?: string;
  outcome: 'done' | 'nothing to do' | 'failed';
  /** Why it failed. */
  problem?: { code: string; what: string; why?: string };
  /** As the same deploy on AWS would have ended. */
  exitCode?: number;
  canaries: CanaryReport[];
  traffic?: TrafficSeen;
}

export interface DeployRehearsalReport {
  deploys: RehearsedDeploy[];
  /** Milliseconds of the machine's clock, and of the emulator's. */
  tookMs: number;
  emulatedMs: number;
}

/**
 * Plays deployments on an emulator with an empty account: bootstrap, what is deployed now, and what is to be, each with
 * its canary while the clock is moved, under synthetic load. Journals lie in the project, as those of any deploy.
 */
export async function rehearseDeploy(
  stage: DeployRehearsalStage,
  wishes: DeployRehearsalWishes,
): Promise<DeployRehearsalReport> {
  const began = { machine: performance.now(), emulator: stage.now() };
  await bootstrap(stage);
  const deploys: RehearsedDeploy[] = [];
  for (const project of wishes.projects) {
    const one = await deployOnce(stage, wishes, project);
    deploys.push(one);
    if (one.outcome === 'failed' || wishes.signal.aborted) break;
  }
  const [tookMs, emulatedMs] = [performance.now() - began.machine, stage.now() - began.emulator];
  return { deploys, tookMs, emulatedMs };
}

async function bootstrap({ account, region, awsUrl }: DeployRehearsalStage): Promise<void> {
  const { plans, close } = await planBootstrap({
    account,
    regions: [region],
    endpoint: awsUrl,
    credentials: CREDENTIALS,
    command: 'arcube deploy --emulator',
  });
  try {
    for (const plan of plans) await plan.apply();
  } finally {
    close();
  }
}

async function deployOnce(
  stage: DeployRehearsalStage,
  wishes: DeployRehearsalWishes,
  { dir, name }: { dir: string; name: string },
): Promise<RehearsedDeploy> {
  const target = await openDeployTarget({
    projectDir: dir,
    account: stage.account,
    stage: wishes.stage,
    regions: [stage.region],
    endpoint: stage.awsUrl,
    credentials: CREDENTIALS,
    command: `arcube deploy --emulator --stage ${wishes.stage}`,
  });
  const deploys = Deploys.rehearsals(dir);
  const seen: { traffic?: TrafficSeen } = {};
  const told = (traffic: TrafficSeen): void => {
    seen.traffic = traffic;
  };
  try {
    const state = await play(stage, wishes, target, deploys, { name, told });
    return {
      name,
      ...(state ? reportOf(state, 'done') : { outcome: 'nothing to do', canaries: [] }),
      ...seen,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { what, why, exitCode = 1 } = error.problem;
    const id = deploys.ids().at(-1);
    const facts = id === undefined ? { canaries: [] } : reportOf(deploys.state(id), 'failed');
    return {
      name,
      ...facts,
      ...seen,
      outcome: 'failed',
      exitCode,
      problem: { code: error.code, what, ...(why !== undefined && { why }) },
    };
  } finally {
    closeDeployTarget(target);
    deploys.forget();
  }
}

function reportOf(state: DeployState, outcome: 'done' | 'failed'): Omit<RehearsedDeploy, 'name'> {
  const { settled } = state.regions[0] ?? {};
  return {
    deploy: state.begin.deploy,
    outcome,
    canaries: settled?.canaries ?? [],
  };
}

async function play(
  stage: DeployRehearsalStage,
  wishes: DeployRehearsalWishes,
  target: DeployTarget,
  deploys: Deploys,
  { name, told }: { name: string; told(seen: TrafficSeen): void },
): Promise<DeployState | undefined> {
  const turn = deploys.take(target);
  try {
    const { plan, regions } = await prepareAll(target, { purpose: 'deploy', drift: false });
    wishes.planned(name, plan);
    if (!plan.changes) return undefined;
    const [{ settings }] = target.regions;
    const url = stage.apiUrl(settings.stackName);
    const options: DeployOptions = {
      ...wishes.options,
      apiUrls: url === undefined ? {} : { [stage.region]: url },
    };
    const tools = toolsOf(stage, wishes, target);
    const traffic = url === undefined ? undefined : await tools.traffic(url, wishes.rate);
    try {
      const until = stage.now() + QUIET;
      while (traffic && stage.now() < until && !wishes.signal.aborted) await tools.pause(LEAP);
      const open = await beginDeploy(turn, { target, regions, options, endpoint: stage.awsUrl }, tools);
      return await open.engine.run(wishes.show).finally(open.close);
    } finally {
      if (traffic) told(await traffic.stop());
    }
  } finally {
    turn.release();
  }
}

function toolsOf(
  stage: DeployRehearsalStage,
  { signal, step = 100 }: DeployRehearsalWishes,
  { projectDir, regions }: DeployTarget,
): DeployTools {
  const [home] = regions;
  const { stackName } = home.settings;
  const callers = () => stage.tenants(stackName);
  const smoke = smokeOf(projectDir, callers);
  return {
    signal,
    // a stack that was deployed a moment ago has its address since then
    verify: (url, named, stop) => smoke(stage.apiUrl(stackName) ?? url, named, stop),
    traffic: trafficOf(projectDir, callers),
    boundary: () => undefined,
    pause: async (ms) => {
      stage.advance(Math.min(ms, LEAP));
      await sleep(step);
      await callerIdentity(home.aws).catch(() => undefined); // the clock is told with the next answer
    },
  };
}
