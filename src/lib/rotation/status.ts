import { awsFailure } from '../aws/failure.js';
import type { Adoption } from './kind.js';
import { loadKinds } from './kinds/index.js';
import type { RunState } from './run-state.js';
import { regionOf, type Target } from './target.js';

/** How far back the uses of keys are looked for, milliseconds. */
const LOOK_BACK = 24 * 3600 * 1000;

/** Which key of each subject was used last, and when, as far as AWS can be asked. */
export async function adoptionOf(target: Target, state: RunState): Promise<Map<string, Adoption>> {
  const found = new Map<string, Adoption>();
  const kinds = await loadKinds(state.begin.subjects.map(({ kind }) => kind));
  for (const subject of state.begin.subjects) {
    const context = {
      target,
      rotation: state.begin.rotation,
      subject,
      region: regionOf(target, subject.regions[0] as string),
      memory: state.memory,
      acceptChanges: false,
    };
    try {
      const adoption = await kinds[subject.kind]?.adoption(context, target.clock.now() - LOOK_BACK);
      if (adoption) found.set(subject.id, adoption);
    } catch (error) {
      if (awsFailure(error) === undefined) throw error;
      found.set(subject.id, { known: false, note: 'AWS does not say what is used' });
    }
  }
  return found;
}

/** The same as data, for `--json`. */
export function statusData(state: RunState, adoption: ReadonlyMap<string, Adoption>) {
  const { begin } = state;
  return {
    rotation: begin.rotation,
    account: begin.account,
    stack: begin.stack,
    stage: begin.stage,
    regions: begin.regions,
    by: begin.by,
    begunAt: new Date(begin.at).toISOString(),
    outcome: state.outcome ?? null,
    goingBack: state.back ?? null,
    keys: begin.subjects.map((subject) => {
      const { fresh, old } = state.states(subject);
      const { oldLastAt, newLastAt, note } = adoption.get(subject.id) ?? {};
      return {
        id: subject.id,
        kind: subject.kind,
        tenant: subject.tenant ?? null,
        regions: subject.regions,
        newKey: subject.newKey,
        newState: fresh ?? null,
        newLastUsed: moment(newLastAt),
        oldKey: subject.oldKey,
        oldState: old,
        oldLastUsed: moment(oldLastAt),
        held: state.held.get(subject.id) ?? null,
        ...(note !== undefined && { note }),
      };
    }),
  };
}

function moment(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}
