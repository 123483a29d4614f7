import { readRunFile } from '../../../core/run-file.js';
import type { LoadReport } from '../results/report.js';
import { EmulatorView } from './emulator-view.js';
import { type Allowance, guardTarget, placeOfTarget } from './guard.js';
import { startOwnEmulator } from './own-emulator.js';
import { probeTarget } from './probe-target.js';

/** A target that answered as the platform does, and who to ask about it. */
export interface FoundTarget {
  target: LoadReport['target'];
  emulator?: EmulatorView;
  /** Ends what was started for the run. */
  release(): Promise<void>;
}

/**
 * Finds what load is sent to: the address given, guarded; else an emulator of its own. Throws what the guard, the probe
 * and the start of an emulator throw.
 */
export async function findTarget(
  projectDir: string,
  address: string | undefined,
  allowance: Allowance,
  signal: AbortSignal,
): Promise<FoundTarget> {
  if (address === undefined) return ownEmulator(projectDir, signal);
  const place = placeOfTarget(address);
  guardTarget(place, allowance);
  await probeTarget(place.url);
  const { url, region } = place;
  const stage = allowance.stage ?? place.stage;
  const emulator = viewOf(projectDir, url);
  return {
    target: { url, ...(region !== undefined && { region }), ...(stage !== undefined && { stage }) },
    ...(emulator && { emulator }),
    release: () => Promise.resolve(),
  };
}

async function ownEmulator(projectDir: string, signal: AbortSignal): Promise<FoundTarget> {
  const own = await startOwnEmulator(projectDir, signal);
  return {
    target: { url: own.url },
    emulator: new EmulatorView({ projectDir, url: own.control }),
    release: own.stop,
  };
}

/** The emulator that runs for the project, when it is the one that load is sent to. */
function viewOf(projectDir: string, url: string): EmulatorView | undefined {
  return readRunFile(projectDir)?.urls?.api === url ? new EmulatorView({ projectDir }) : undefined;
}
