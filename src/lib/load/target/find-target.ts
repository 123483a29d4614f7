import { readRunFile } from '../../../core/run-file.js';
import type { SystemTenant } from '../../../core/scenario/system.js';
import { readCredentials } from '../../testing/target/credentials.js';
import { describeStage, probe, type Stage, stageOf } from '../../testing/target/stage.js';
import type { LoadReport } from '../results/report.js';
import { EmulatorView } from './emulator-view.js';
import { type Allowance, guardTarget } from './guard.js';
import { startOwnEmulator } from './own-emulator.js';

/** A target that answered as the platform does, who may call it, and who to ask about it. */
export interface FoundTarget {
  target: LoadReport['target'];
  tenants(): SystemTenant[];
  emulator?: EmulatorView;
  /** What to confirm before load is sent; undefined for this machine. */
  confirm?: string;
  /** Ends what was started for the run. */
  release(): Promise<void>;
}

/** Where load is to go. */
export interface TargetWish {
  projectDir: string;
  /** Left out: an emulator of its own. */
  url?: string;
  /** File of credentials. */
  credentials?: string;
  allowance: Allowance;
}

/**
 * Finds what load is sent to: the address given, guarded; else an emulator of its own. Throws what the guard, the probe
 * and the start of an emulator throw.
 */
export async function findTarget(wish: TargetWish, signal: AbortSignal): Promise<FoundTarget> {
  if (wish.url === undefined) return ownEmulator(wish.projectDir, signal);
  const stage = stageOf(wish.url);
  guardTarget(stage, wish.allowance);
  await probe(stage);
  const view = viewOf(wish.projectDir, stage.url);
  const running = wish.credentials === undefined ? await view?.tenants() : undefined;
  return {
    target: await placeOf(stage, wish.allowance),
    // read only when journeys need them: a single request may need no token
    tenants: () => running ?? readCredentials(wish.credentials, process.env),
    ...(view && { emulator: view }),
    ...(!stage.local && { confirm: await described(stage) }),
    release: () => Promise.resolve(),
  };
}

async function placeOf(stage: Stage, allowance: Allowance): Promise<LoadReport['target']> {
  const name = allowance.stage ?? stage.stage;
  const account = stage.local ? undefined : await accountOf(stage);
  return {
    url: stage.url,
    ...(account !== undefined && { account }),
    ...(stage.region !== undefined && { region: stage.region }),
    ...(name !== undefined && { stage: name }),
  };
}

async function described(stage: Stage): Promise<string> {
  return describeStage(stage, await accountOf(stage));
}

async function accountOf({ region }: Stage): Promise<string | undefined> {
  const { callerAccount } = await import('../../aws/caller-account.js');
  return callerAccount(region);
}

async function ownEmulator(projectDir: string, signal: AbortSignal): Promise<FoundTarget> {
  const { url, control, tenants, stop } = await startOwnEmulator(projectDir, signal);
  return {
    target: { url },
    tenants: () => tenants,
    emulator: new EmulatorView({ projectDir, url: control }),
    release: stop,
  };
}

/** The emulator that runs for the project, when it is the one that load is sent to. */
function viewOf(projectDir: string, url: string): EmulatorView | undefined {
  return readRunFile(projectDir)?.urls?.api === url ? new EmulatorView({ projectDir }) : undefined;
}
