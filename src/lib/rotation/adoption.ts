import { awsFailure } from '../aws/failure.js';
import { type KeyUse, KeyUses } from '../aws/key-uses.js';
import type { Adoption, StepContext } from './kind.js';
import { PROBE } from './live-api.js';
import { regionOf } from './target.js';

/**
 * Uses of a subject's old and new key since `from` (epoch ms), from the metrics that the platform's functions write.
 * @param holder only uses by this client or tenant; of everybody but the probe when left out
 */
export async function meteredAdoption(
  { target, subject }: StepContext,
  from: number,
  holder?: string,
): Promise<Adoption> {
  let oldLastAt: number | undefined;
  let newLastAt: number | undefined;
  for (const region of subject.regions) {
    const uses = await usesIn(target, region, subject.kind, from);
    if (uses === undefined) return { known: false, note: `the metrics in ${region} cannot be read` };
    for (const use of uses) {
      if (use.holder === PROBE || (holder !== undefined && use.holder !== holder)) continue;
      if (use.keyId === subject.oldKey) oldLastAt = Math.max(oldLastAt ?? 0, use.lastAt);
      if (use.keyId === subject.newKey) newLastAt = Math.max(newLastAt ?? 0, use.lastAt);
    }
  }
  return {
    known: true,
    ...(oldLastAt !== undefined && { oldLastAt }),
    ...(newLastAt !== undefined && { newLastAt }),
    note: `${subject.oldKey} last used ${at(oldLastAt)}, ${subject.newKey} ${at(newLastAt)}`,
  };
}

/** Uses of a kind of keys in a region since `from` (epoch ms); undefined where the metrics cannot be read. */
export async function usesIn(
  target: StepContext['target'],
  region: string,
  kind: string,
  from: number,
): Promise<KeyUse[] | undefined> {
  try {
    return await new KeyUses(regionOf(target, region)).read(target.stack, kind, from, target.clock.now());
  } catch (error) {
    const failure = awsFailure(error)?.kind;
    // who may not read metrics, or has none, is held at the gate rather than stopped
    if (failure === 'denied' || failure === 'refused') return undefined;
    throw error;
  }
}

function at(time: number | undefined): string {
  return time === undefined ? 'never' : new Date(time).toISOString();
}

/** Milliseconds without a use that count as its end: a use shows up to this much later. */
export function quietTime({ settings }: StepContext['target']): number {
  // uses are told once a minute, the gateway asks again when its cached answer has ended, CloudWatch needs two minutes
  return (60 + settings.authorizerTtl + 120) * 1000;
}

/** True when the old key's use has been seen to end and the new one's to begin. */
export function isAdopted({ known, oldLastAt, newLastAt }: Adoption, now: number, quiet: number): boolean {
  if (!known || newLastAt === undefined) return false;
  return oldLastAt === undefined || now - oldLastAt > quiet;
}
