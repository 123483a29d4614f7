import type { Adoption } from './kind.js';
import type { RunState } from './run-state.js';
import { RotationSession, rotationsOf, type Wishes } from './session.js';
import { adoptionOf, statusData } from './status.js';

/** One rotation, its holders' use of its keys, and both as data. */
export interface RotationStatus {
  state: RunState;
  adoption: ReadonlyMap<string, Adoption>;
  data: ReturnType<typeof statusData>;
}

/**
 * How far rotations are: the one named, or all that have not ended. Where AWS cannot be asked for the keys' use, the
 * journals alone speak.
 */
export async function rotationStatus(
  wishes: Pick<Wishes, 'projectDir' | 'endpoint' | 'command'>,
  id: string | undefined,
): Promise<RotationStatus[]> {
  const rotations = rotationsOf(wishes.projectDir);
  const ids =
    id === undefined ? rotations.ids().filter((one) => rotations.state(one).outcome === undefined) : [id];
  const found: RotationStatus[] = [];
  for (const one of ids) {
    const state = rotations.state(one);
    const adoption = await uses(one, state, wishes);
    found.push({ state, adoption, data: statusData(state, adoption) });
  }
  return found;
}

async function uses(
  id: string,
  state: RunState,
  wishes: Pick<Wishes, 'projectDir' | 'endpoint' | 'command'>,
): Promise<ReadonlyMap<string, Adoption>> {
  let session: RotationSession | undefined;
  try {
    session = await RotationSession.reopen(id, wishes);
    return await adoptionOf(session.target, state);
  } catch (error) {
    const note = `not known: ${(error as Error).message}`;
    return new Map(state.begin.subjects.map((subject) => [subject.id, { known: false, note }]));
  } finally {
    session?.close();
  }
}
