import { momentOf, type Profile, phaseArrivals } from './profile.js';

/** Which of several generators this is, and how arrivals are spaced. */
export interface Spacing {
  /** This generator, from 0. */
  index: number;
  /** Generators that share the profile. */
  of: number;
  /** `even` as a metronome, or `poisson`: independent callers, who sometimes come together. */
  kind: 'even' | 'poisson';
  /** Uniform numbers from 0 up to 1, for `poisson`. */
  random: () => number;
}

/**
 * The moments, in ms from the start, at which this generator sends: the share that is its own of all arrivals of the
 * profile. Together the generators send what one would.
 */
export function* arrivals(profile: Profile, spacing: Spacing): Generator<number, void> {
  if (profile.kind === 'moments') {
    for (let n = spacing.index; n < profile.moments.length; n += spacing.of)
      yield profile.moments[n] as number;
    return;
  }
  const next = spacing.kind === 'even' ? metronome(spacing) : callers(spacing);
  let wanted = next();
  let begin = 0;
  let before = 0;
  for (const phase of profile.phases) {
    const after = before + phaseArrivals(phase);
    for (; wanted < after - 1e-9; wanted = next()) yield begin + momentOf(phase, wanted - before);
    before = after;
    begin += phase.durationMs;
  }
}

/** Every `of`-th arrival, counted over all phases. */
function metronome({ index, of }: Spacing): () => number {
  let n = index - of;
  return () => {
    n += of;
    return n;
  };
}

/** Exponential gaps: the sum of `of` such streams is a Poisson stream of the whole rate. */
function callers({ of, random }: Spacing): () => number {
  let sum = 0;
  return () => {
    sum -= Math.log(1 - random()) * of;
    return sum;
  };
}
