import { mongoError } from '../error/index.js';
import {
  type Civil,
  civilFrom,
  dayOfWeek,
  dayOfYear,
  isoDayOfWeek,
  isoWeek,
  weekOfYear,
} from './calendar.js';
import { type TimeZone, toLocal, UTC } from './time-zone.js';

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const pad = (value: number, width: number) => String(value).padStart(width, '0');

type Part = (local: number, civil: Civil, offset: number) => string;

const PARTS: Readonly<Record<string, Part>> = {
  '%': () => '%',
  b: (_local, { month }) => (MONTH_NAMES[month - 1] as string).slice(0, 3),
  B: (_local, { month }) => MONTH_NAMES[month - 1] as string,
  d: (_local, { day }) => pad(day, 2),
  G: (local) => pad(checkYear(isoWeek(local).year), 4),
  H: (_local, { hour }) => pad(hour, 2),
  j: (local) => pad(dayOfYear(local), 3),
  L: (_local, { millisecond }) => pad(millisecond, 3),
  m: (_local, { month }) => pad(month, 2),
  M: (_local, { minute }) => pad(minute, 2),
  S: (_local, { second }) => pad(second, 2),
  u: (local) => String(isoDayOfWeek(local)),
  U: (local) => pad(weekOfYear(local), 2),
  V: (local) => pad(isoWeek(local).week, 2),
  w: (local) => String(dayOfWeek(local)),
  Y: (_local, { year }) => pad(checkYear(year), 4),
  z: (_local, _civil, offset) => offsetText(offset),
  Z: (_local, _civil, offset) => minutesText(offset),
};

function checkYear(year: number): number {
  if (year < 0 || year > 9999) {
    throw mongoError(
      18537,
      `Could not convert date to string: date component was outside the supported range of 0-9999: ${year}`,
    );
  }
  return year;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`;
}

function minutesText(offset: number): string {
  const minutes = Math.trunc(offset / 60_000);
  return String(minutes);
}

/** Checks a `$dateToString` format (18535 for a lone %, 18536 for an unknown letter). */
export function checkFormat(format: string): void {
  for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', at + 2)) {
    const letter = format[at + 1];
    if (letter === undefined) throw mongoError(18535, "Unmatched '%' at end of format string");
    if (!Object.hasOwn(PARTS, letter)) {
      throw mongoError(18536, `Invalid format character '%${letter}' in format string`);
    }
  }
}

/** Formats a moment in a zone. */
export function formatDate(ms: number, format: string, zone: TimeZone): string {
  checkFormat(format);
  const local = toLocal(ms, zone);
  const civil = civilFrom(local);
  return format.replace(/%(.)/gs, (_whole, letter: string) =>
    (PARTS[letter] as Part)(local, civil, local - ms),
  );
}

/** `2026-11-22T15:27:00.000Z`. */
export function isoText(ms: number): string {
  return formatDate(ms, '%Y-%m-%dT%H:%M:%S.%LZ', UTC);
}
