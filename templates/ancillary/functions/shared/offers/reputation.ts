import type { Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { VendorOutcomes } from '../database/documents.js';
import { REPUTATION } from '../decisions.js';
import type { Vendor } from './types.js';

/** How well vendors are known to keep their word before anything has been ordered, 0 to 1. */
const BEFORE: Record<Vendor, number> = {
  airalo: 0.97,
  tellisim: 0.93,
  brb: 0.96,
  mozio: 0.92,
  'collinson-lounge': 0.97,
  dragonpass: 0.95,
  carbonclick: 0.98,
  discovercars: 0.94,
};

/** A vendor's reputation, 0 to 1. */
export type Reputations = (vendor: Vendor) => number;

/** What became of bookings, by vendor. */
export type Outcomes = Map<Vendor, { kept: number; broken: number }>;

/** How long an environment goes by what it has read, in milliseconds of the clock. */
const FRESH = 30_000;

interface Kept {
  at: number;
  outcomes: Promise<Map<string, VendorOutcomes>>;
}

const read = new WeakMap<Db['client'], Kept>();

/** Reputations as of now, by the orders of this region. */
export async function reputations(db: Db): Promise<Reputations> {
  const now = Date.now();
  let entry = read.get(db.client);
  if (!entry || now < entry.at || now >= entry.at + FRESH) {
    entry = { at: now, outcomes: readOutcomes(db) };
    read.set(db.client, entry);
    entry.outcomes.catch(() => read.delete(db.client));
  }
  const outcomes = await entry.outcomes;
  return (vendor) => reputationOf(vendor, outcomes.get(vendor), now);
}

async function readOutcomes(db: Db): Promise<Map<string, VendorOutcomes>> {
  const found = await (await collection(db, 'vendor_outcomes')).find({}).toArray();
  return new Map(found.map((one) => [one._id, one]));
}

/**
 * What was known before weighs as much as `weight` bookings; each booking counts half as much after `halfLife`. Bounded, so
 * that no run of bad luck keeps a vendor out for good. Deterministic for the same outcomes at the same moment.
 */
export function reputationOf(
  vendor: Vendor,
  outcomes: Pick<VendorOutcomes, 'kept' | 'broken' | 'at'> | undefined,
  now: number,
): number {
  const { weight, lowest, highest, halfLife } = REPUTATION;
  if (!outcomes) return BEFORE[vendor];
  const left = 0.5 ** (Math.max(0, now - outcomes.at.getTime()) / (halfLife * 1000));
  const [kept, broken] = [outcomes.kept * left, outcomes.broken * left];
  const share = (BEFORE[vendor] * weight + kept) / (weight + kept + broken);
  return Math.min(highest, Math.max(lowest, share));
}

/** Without any orders. */
export const beforeOrders: Reputations = (vendor) => BEFORE[vendor];

/**
 * Writes down whether vendors kept their word. Nobody's order depends on it: a failure is logged, and what a crash loses is
 * lost.
 */
export async function recordOutcomes(db: Db, outcomes: Outcomes): Promise<void> {
  if (outcomes.size === 0) return;
  const at = new Date();
  try {
    const operations = [...outcomes].map(([_id, counts]) => ({
      updateOne: { filter: { _id }, update: [{ $set: adding(counts, at) }], upsert: true },
    }));
    await (await collection(db, 'vendor_outcomes')).bulkWrite(operations, { ordered: false });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(JSON.stringify({ level: 'error', message: `vendors' outcomes: ${message}` }));
  }
}

/** Former counts as much as is left of them, and the new ones. */
function adding({ kept, broken }: { kept: number; broken: number }, at: Date): object {
  const age = { $max: [0, { $subtract: [at, { $ifNull: ['$at', at] }] }] };
  const left = { $pow: [0.5, { $divide: [age, REPUTATION.halfLife * 1000] }] };
  const sum = (name: string, more: number): object => ({
    $add: [{ $multiply: [{ $ifNull: [name, 0] }, left] }, more],
  });
  return { kept: sum('$kept', kept), broken: sum('$broken', broken), at };
}

/** Counts one booking. */
export function countOutcome(outcomes: Outcomes, vendor: Vendor, isKept: boolean): void {
  const counts = outcomes.get(vendor) ?? { kept: 0, broken: 0 };
  counts[isKept ? 'kept' : 'broken']++;
  outcomes.set(vendor, counts);
}
