/** A stretch of a run: the arrival rate goes in a straight line from `from` to `to` requests a second. */
export interface Phase {
  durationMs: number;
  from: number;
  to: number;
}

/** How arrivals are spread: at a rate that phases give, or at recorded moments (ms from the start, ascending). */
export type Profile = { kind: 'rates'; phases: Phase[] } | { kind: 'moments'; moments: readonly number[] };

/** One rate all the time. A soak is this for a long time. */
export function constant(rate: number, durationMs: number): Profile {
  return { kind: 'rates', phases: [{ durationMs, from: rate, to: rate }] };
}

/** From one rate to another in a straight line. */
export function ramp(from: number, to: number, durationMs: number): Profile {
  return { kind: 'rates', phases: [{ durationMs, from, to }] };
}

/** Each rate for an equal share of the time. */
export function steps(rates: readonly number[], durationMs: number): Profile {
  const each = durationMs / rates.length;
  return { kind: 'rates', phases: rates.map((rate) => ({ durationMs: each, from: rate, to: rate })) };
}

/** The base rate, `factor` times of it for the middle fifth of the time without warning, and the base rate again. */
export function spike(rate: number, factor: number, durationMs: number): Profile {
  const calm = { durationMs: durationMs * 0.4, from: rate, to: rate };
  const high = { durationMs: durationMs * 0.2, from: rate * factor, to: rate * factor };
  return { kind: 'rates', phases: [calm, high, { ...calm }] };
}

/** Length of the run in ms. */
export function durationOf(profile: Profile): number {
  if (profile.kind === 'moments') return profile.moments.at(-1) ?? 0;
  return profile.phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** Arrivals that the profile asks for. */
export function arrivalsOf(profile: Profile): number {
  if (profile.kind === 'moments') return profile.moments.length;
  return Math.floor(profile.phases.reduce((sum, phase) => sum + phaseArrivals(phase), 0) + 1e-9);
}

/** The highest rate of the profile, in arrivals a second. */
export function peakRate(profile: Profile): number {
  if (profile.kind === 'rates') return Math.max(...profile.phases.flatMap(({ from, to }) => [from, to]));
  const { moments } = profile;
  let peak = 0;
  for (let first = 0, last = 0; last < moments.length; last++) {
    while ((moments[last] as number) - (moments[first] as number) >= 1000) first++;
    peak = Math.max(peak, last - first + 1);
  }
  return peak;
}

/** Arrivals of one phase, with fractions. */
export function phaseArrivals({ durationMs, from, to }: Phase): number {
  return ((from + to) / 2) * (durationMs / 1000);
}

/** Moment, ms from the phase's start, at which `count` arrivals (with fractions) have come. */
export function momentOf({ durationMs, from, to }: Phase, count: number): number {
  const seconds = durationMs / 1000;
  const slope = (to - from) / seconds;
  // arrivals(t) = from·t + slope·t²/2; the form of the root that stays exact when the slope is near nothing
  const root = Math.sqrt(Math.max(from * from + 2 * slope * count, 0));
  return count === 0 ? 0 : ((2 * count) / (from + root)) * 1000;
}
