import { userError } from '../../core/errors.js';
import type { Say } from '../journal/long-work.js';
import { type Engine, refuseHeld } from './engine.js';
import { explainFailure } from './failures.js';
import { ProbeRefused } from './kind.js';
import type { Phase } from './phases.js';

/** Shows a phase while it runs. */
export type ShowPhase = (phase: Phase, work: (say: Say) => Promise<void>) => Promise<void>;

/**
 * Takes a rotation to its end: forward, or back once it has turned. A new key that the live API refuses turns it, and
 * everything is undone before the error is thrown. Throws ROTATION_HELD when old keys are still needed.
 */
export async function drive(engine: Engine, show: ShowPhase): Promise<void> {
  try {
    await allPhases(engine, show);
  } catch (error) {
    if (!(error instanceof ProbeRefused)) throw error;
    if (engine.state.back !== undefined || engine.state.reached('revoke')) throw tooLate(engine, error);
    engine.turnBack(`the live API refused a new key: ${error.message}`);
    await allPhases(engine, show);
    await end(engine);
    const subject = engine.state.begin.subjects.map(({ id }) => id).join(', ');
    const undone = `Everything was undone: ${engine.state.describe()}`;
    throw userError('ROTATION_PROBE_REFUSED', { subject, answer: error.message, undone }, { cause: error });
  }
  if (engine.state.back === undefined) refuseHeld(engine.state);
  await end(engine);
}

async function allPhases(engine: Engine, show: ShowPhase): Promise<void> {
  for (const phase of engine.state.phases) {
    if (engine.state.steps(phase).length > 0) await show(phase, (say) => engine.phase(phase, say));
  }
}

/** Everything is done by now: what remains when this fails is done by another `--resume`. */
async function end(engine: Engine): Promise<void> {
  const { state, target } = engine;
  const next = `arcube rotate-keys --resume ${state.begin.rotation}`;
  const region = target.regions.map(({ name }) => name).join(', ');
  try {
    await engine.end();
  } catch (error) {
    throw explainFailure(error, { step: 'end', region, state: state.describe(), next });
  }
}

/** Once an old key is revoked there is no way back: the new one has to be looked after. */
function tooLate({ state }: Engine, error: ProbeRefused): Error {
  const next = `arcube rotate-keys --resume ${state.begin.rotation}`;
  return userError('ROTATION_STEP', { step: 'prove', cause: error.message, state: state.describe(), next });
}
