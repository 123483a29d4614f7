import type { Trip, TripInput } from './types.js';

/**
 * The trip after what came: passengers are merged by `id` and segments by `segmentId`, field by field; what was left
 * out stays as it was. Neither argument is changed.
 */
export function mergeTrip(known: Trip | undefined, input: TripInput): Trip {
  const merged: Trip = {
    ...known,
    passengers: mergeBy('id', known?.passengers ?? [], input.passengers ?? []),
    segments: mergeBy('segmentId', known?.segments ?? [], input.segments ?? []),
  };
  if (input.pnr !== undefined) merged.pnr = input.pnr;
  if (input.sessionId !== undefined) merged.sessionId = input.sessionId;
  if (input.fare !== undefined) merged.fare = input.fare;
  if (input.pnrLocale !== undefined) merged.locale = input.pnrLocale;
  if (input.pnrCurrency !== undefined) merged.currency = input.pnrCurrency;
  return merged;
}

function mergeBy<K extends string, T extends Record<K, string>>(key: K, known: T[], sent: T[]): T[] {
  const byId = new Map(known.map((entry) => [entry[key], entry]));
  for (const entry of sent) byId.set(entry[key], { ...byId.get(entry[key]), ...entry });
  return [...byId.values()];
}
