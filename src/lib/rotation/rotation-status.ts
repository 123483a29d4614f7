import type { Adoption } from './kind.js';
import { type LastUse, lastUses } from './last-uses.js';
import type { RunState } from './run-state.js';
import { RotationSession, rotationsOf, type Wishes } from './session.js';
import { adoptionOf, statusData } from './status.js';

/** One rotation, its holders' use of its keys, and both as data. */
export interface RotationStatus {
  state: RunState;
  adoption: ReadonlyMap<string, Adoption>;
  /** Which key each holder used last. */
  uses: LastUse[];
  data: ReturnType<typeof statusData> & { lastUses: LastUse[] };
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
    const { adoption, uses } = await ask(one, state, wishes);
    found.push({ state, adoption, uses, data: { ...statusData(state, adoption), lastUses: uses } });
  }
  return found;
}

async function ask(
  id: string,
  state: RunState,
  wishes: Pick<Wishes, 'projectDir' | 'endpoint' | 'command'>,
): Promise<Pick<RotationStatus, 'adoption' | 'uses'>> {
  let session: RotationSession | undefined;
  try {
    session = await RotationSession.reopen(id, wishes);
    const kinds = state.begin.subjects.map(({ kind }) => kind);
    return { adoption: await adoptionOf(session.target, state), uses: await lastUses(session.target, kinds) };
  } catch (error) {
    const note = `not known: ${(error as Error).message}`;
    const unknown = state.begin.subjects.map((subject) => [subject.id, { known: false, note }] as const);
    return { adoption: new Map(unknown), uses: [] };
  } finally {
    session?.close();
  }
}
