import { durationOf, type Profile } from './profile.js';

/** How load is made. `closed` sends a user's next journey when the last has ended; its latencies hide waiting. */
export type LoadModel =
  | { kind: 'open'; profile: Profile; spacing: 'even' | 'poisson' }
  | { kind: 'closed'; users: number; durationMs: number };

/** Length of a run in ms. */
export function lengthOf(model: LoadModel): number {
  return model.kind === 'open' ? durationOf(model.profile) : model.durationMs;
}

/** The model after some time at its first rate. Recorded moments have no rate: they are left as they are. */
export function warmedUp(model: LoadModel, ms: number): LoadModel {
  if (ms === 0) return model;
  if (model.kind === 'closed') return { ...model, durationMs: model.durationMs + ms };
  const { profile } = model;
  if (profile.kind === 'moments') return model;
  const [{ from } = { from: 0 }] = profile.phases;
  const phases = [{ durationMs: ms, from, to: from }, ...profile.phases];
  return { ...model, profile: { kind: 'rates', phases } };
}
