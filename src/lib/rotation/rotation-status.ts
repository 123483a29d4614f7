import { type KeysInUse, keysInUse } from './keys-in-use.js';
import type { Adoption } from './kind.js';
import { type LastUse, lastUses } from './last-uses.js';
import { attempt } from './open-target.js';
import type { KindName } from './phases.js';
import type { RunState } from './run-state.js';
import { RotationSession, rotationsOf, type Wishes } from './session.js';
import { adoptionOf, statusData } from './status.js';

/** How many of those that ended are told of. */
const ENDED = 3;

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

/** A rotation that is at its end, as data. */
export interface EndedRotation {
  rotation: string;
  outcome: 'done' | 'undone';
  account: string;
  stack: string;
  stage: string;
  regions: string[];
  by: string;
  /** Ids of the lines of keys: `signing`, `client/aulis-booking` … */
  keys: string[];
  begunAt: string;
  endedAt: string;
}

/** The rotations of a project that ended last, the latest first. */
export function endedRotations(projectDir: string): EndedRotation[] {
  const rotations = rotationsOf(projectDir);
  const states = rotations.ids().map((id) => rotations.state(id));
  return states
    .flatMap(({ begin, outcome, last }) => {
      if (outcome === undefined) return [];
      const { rotation, account, stack, stage, regions, by, subjects } = begin;
      const keys = subjects.map(({ id }) => id);
      const [begunAt, endedAt] = [begin.at, last.at].map((at) => new Date(at).toISOString()) as [
        string,
        string,
      ];
      return [{ rotation, outcome, account, stack, stage, regions, by, keys, begunAt, endedAt }];
    })
    .sort((one, other) => other.endedAt.localeCompare(one.endedAt))
    .slice(0, ENDED);
}

/** Where keys were looked at. */
export interface KeysOfTarget extends KeysInUse {
  target: {
    account: string;
    stack: string;
    stage: string;
    regions: string[];
    tenants: string[];
    kinds: KindName[];
  };
}

/** Who uses which key of what was named. Throws ROTATION_TARGET_MISSING, AWS_WRONG_ACCOUNT … */
export async function keysOfTarget(wishes: Wishes, kinds: readonly KindName[]): Promise<KeysOfTarget> {
  const session = await RotationSession.open(wishes);
  const { account, stack, stage, choices } = session.target;
  const regions = session.target.regions.map(({ name }) => name);
  try {
    const found = await attempt(regions.join(', '), wishes.command, () => keysInUse(session.target, kinds));
    return {
      target: { account, stack, stage, regions, tenants: choices.tenants, kinds: [...kinds] },
      ...found,
    };
  } finally {
    session.close();
  }
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
