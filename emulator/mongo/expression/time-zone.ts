import type { Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { nullish, typeName } from './operator.js';

/** A time zone: how far local time is ahead of UTC, in milliseconds, at a moment of UTC. */
export interface TimeZone {
  /** As it was written; shown by `%Z` only in minutes. */
  readonly name: string;
  offsetAt(utc: number): number;
}

export const UTC: TimeZone = { name: 'UTC', offsetAt: () => 0 };

const OFFSET = /^([+-])(\d{2}):?(\d{2})?$/;
const zones = new Map<string, TimeZone>();

/** Reads a `timezone` argument: an Olson name or an offset. `undefined` for null; 40517 and 40485 as mongod. */
export function timeZone(value: Value | undefined): TimeZone | undefined {
  if (nullish(value)) return undefined;
  if (typeof value !== 'string') {
    throw mongoError(40517, `timezone must evaluate to a string, found ${typeName(value)}`);
  }
  const known = zones.get(value);
  if (known !== undefined) return known;
  const made = fixedZone(value) ?? namedZone(value);
  zones.set(value, made);
  return made;
}

function fixedZone(text: string): TimeZone | undefined {
  if (text === 'UTC' || text === 'GMT') return UTC;
  const parts = OFFSET.exec(text);
  if (parts === null) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  const offset = (parts[1] === '-' ? -minutes : minutes) * 60_000;
  return { name: text, offsetAt: () => offset };
}

/** Offsets change on quarter hours only: one look-up for each quarter hour asked about. */
const QUARTER = 900_000;
const MOST_KEPT = 20_000;
/** Outside the range of JS dates the offset at its ends is used. */
const MAX_DATE = 8.64e15 - 86_400_000;

function namedZone(name: string): TimeZone {
  const format = formatter(name);
  const kept = new Map<number, number>();
  return {
    name,
    offsetAt: (utc) => {
      const quarter = Math.floor(Math.max(-MAX_DATE, Math.min(MAX_DATE, utc)) / QUARTER);
      let offset = kept.get(quarter);
      if (offset === undefined) {
        offset = offsetOf(format, quarter * QUARTER);
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(quarter, offset);
      }
      return offset;
    },
  };
}

let knownNames: Map<string, string> | undefined;

/** Names are case-sensitive in MongoDB, not in Intl, which lists its canonical names but no aliases. */
function isRightlyCased(name: string): boolean {
  knownNames ??= new Map(Intl.supportedValuesOf('timeZone').map((known) => [known.toLowerCase(), known]));
  const known = knownNames.get(name.toLowerCase());
  if (known !== undefined) return known === name;
  return /^[A-Z]/.test(name) && !/\/[A-Z_]{4,}$/.test(name);
}

function formatter(name: string): Intl.DateTimeFormat {
  const unknown = () => mongoError(40485, `unrecognized time zone identifier: "${name}"`);
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name) || !isRightlyCased(name)) throw unknown();
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw unknown();
  }
}

function offsetOf(format: Intl.DateTimeFormat, utc: number): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(utc)) parts[type] = value;
  const part = (name: string) => Number(parts[name]);
  const year = parts.era === 'BC' ? 1 - part('year') : part('year');
  const local = new Date(0);
  local.setUTCFullYear(year, part('month') - 1, part('day'));
  local.setUTCHours(part('hour'), part('minute'), part('second'));
  return local.getTime() - utc;
}

/** Local time of a moment. */
export function toLocal(utc: number, zone: TimeZone): number {
  return utc + zone.offsetAt(utc);
}

/** The moment of a local time; in a gap the time is moved on by the gap, in an overlap the first one counts. */
export function toUtc(local: number, zone: TimeZone): number {
  const before = zone.offsetAt(local - 86_400_000);
  const after = zone.offsetAt(local + 86_400_000);
  const early = local - before;
  if (zone.offsetAt(early) === before) return early;
  const late = local - after;
  return zone.offsetAt(late) === after ? late : early;
}
