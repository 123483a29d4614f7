import { type BsonDate, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { civilFrom, DAY, daysFromCivil, daysInMonth, isoDayOfWeek, msFromCivil } from './calendar.js';
import { momentOf } from './date.js';
import { dateOf, wholeNumber } from './numbers.js';
import { named, nullish, type Operators, typeName } from './operator.js';
import { type TimeZone, timeZone, toLocal, toUtc, UTC } from './time-zone.js';

type V = Value | undefined;

const UNITS = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
export type Unit = (typeof UNITS)[number];

/** Units whose length never changes, in ms. */
const FIXED: Partial<Record<Unit, number>> = {
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};
const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** Reads a unit: 5439013 for what is no string, FailedToParse for an unknown name. `undefined` for null. */
export function unitOf(value: V, name: string): Unit | undefined {
  if (nullish(value)) return undefined;
  if (typeof value !== 'string') {
    throw mongoError(5439013, `${name} requires 'unit' to be a string, but got ${typeName(value)}`);
  }
  if (!(UNITS as readonly string[]).includes(value))
    throw mongoError('FailedToParse', `unknown time unit value: ${value}`);
  return value as Unit;
}

function zoneOf(values: Record<string, V>): TimeZone | undefined {
  return 'timezone' in values ? timeZone(values.timezone) : UTC;
}

/** Adds whole units on the zone's calendar; the end of a month stays the end of a shorter one. */
export function addUnits(ms: number, unit: Unit, amount: number, zone: TimeZone): number {
  const fixed = FIXED[unit];
  if (fixed !== undefined) return ms + amount * fixed;
  const local = toLocal(ms, zone);
  const months = MONTHS[unit];
  if (months === undefined) return toUtc(local + amount * DAY * (unit === 'week' ? 7 : 1), zone);
  const civil = civilFrom(local);
  const total = civil.year * 12 + (civil.month - 1) + amount * months;
  const [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return toUtc(
    msFromCivil({ ...civil, year, month, day: Math.min(civil.day, daysInMonth(year, month)) }),
    zone,
  );
}

/** Beyond these amounts mongod says overflow before it computes anything. */
const MOST: Record<Unit, number> = {
  year: 292_277_022,
  quarter: 292_277_022 * 4,
  month: 292_277_022 * 12,
  week: 15_250_284_452,
  day: 106_751_991_167,
  hour: 2_562_047_788_015,
  minute: 153_722_867_280_912,
  second: 9_223_372_036_854_774,
  millisecond: Number.MAX_VALUE,
};

function moveDate(sign: 1 | -1) {
  return named(
    {
      notObject: 5166400,
      unknown: 5166401,
      fields: { startDate: 5166402, unit: 5166402, amount: 5166402, timezone: 0 },
    },
    (values, _environment, name) => {
      const { startDate, amount } = values;
      const unit = unitOf(values.unit, name);
      const zone = zoneOf(values);
      if (nullish(startDate) || unit === undefined || nullish(amount) || zone === undefined) return null;
      const start = momentOf(startDate, 5166403);
      const whole = wholeNumber(amount);
      if (whole === undefined || !fitsLong(whole)) {
        throw mongoError(5166405, `${name} expects integer amount of time units`);
      }
      if (sign < 0 && whole === -(2n ** 63n))
        throw mongoError(6045000, `invalid ${name} 'amount' parameter value: ${whole}`);
      const count = Number(whole) * sign;
      if (Math.abs(count) > MOST[unit])
        throw mongoError(5976500, `invalid ${name} 'amount' parameter value: ${whole} ${unit}`);
      return within(addUnits(start, unit, count, zone), name);
    },
  );
}

function fitsLong(value: bigint): boolean {
  return value >= -(2n ** 63n) && value < 2n ** 63n;
}

function within(ms: number, name: string): BsonDate {
  if (!(Math.abs(ms) < 2 ** 63)) throw mongoError(5166406, `${name} overflowed`);
  return dateOf(ms);
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** 1 (Monday) to 7; Sunday when left out. `undefined` for null. */
function startOfWeek(values: Record<string, V>, name: string): number | undefined {
  if (!('startOfWeek' in values)) return 7;
  const value = values.startOfWeek;
  if (nullish(value)) return undefined;
  if (typeof value !== 'string') {
    throw mongoError(5439015, `${name} requires 'startOfWeek' to be a string, but got ${typeName(value)}`);
  }
  const lower = value.toLowerCase();
  const day = WEEKDAYS.findIndex((weekday) => weekday === lower || weekday.slice(0, 3) === lower);
  if (day < 0)
    throw mongoError(
      5439016,
      `${name} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${value}`,
    );
  return day + 1;
}

/** How many boundaries of the unit lie between two local times. */
function boundaries(from: number, to: number, unit: Unit, weekStart: number): number {
  const [a, b] = [civilFrom(from), civilFrom(to)];
  const months = b.year * 12 + b.month - (a.year * 12 + a.month);
  switch (unit) {
    case 'year':
      return b.year - a.year;
    case 'quarter':
      return b.year * 4 + Math.floor((b.month - 1) / 3) - (a.year * 4 + Math.floor((a.month - 1) / 3));
    case 'month':
      return months;
    case 'week':
      return (weekBegin(to, weekStart) - weekBegin(from, weekStart)) / 7;
    default:
      return Math.floor(to / DAY) - Math.floor(from / DAY);
  }
}

/** The day on which the week of a local time begins, in days since 1970. */
function weekBegin(local: number, weekStart: number): number {
  return Math.floor(local / DAY) - ((isoDayOfWeek(local) - weekStart + 7) % 7);
}

const dateDiff = named(
  {
    notObject: 5166301,
    unknown: 5166302,
    fields: { startDate: 5166303, endDate: 5166304, unit: 5166305, timezone: 0, startOfWeek: 0 },
  },
  (values, _environment, name) => {
    const unit = unitOf(values.unit, name);
    const zone = zoneOf(values);
    const weekStart = unit === 'week' ? startOfWeek(values, name) : 7;
    const { startDate, endDate } = values;
    if (
      nullish(startDate) ||
      nullish(endDate) ||
      unit === undefined ||
      zone === undefined ||
      weekStart === undefined
    )
      return null;
    const [from, to] = [momentOf(startDate, 5166307), momentOf(endDate, 5166307)];
    const fixed = FIXED[unit];
    if (fixed === undefined)
      return BigInt(boundaries(toLocal(from, zone), toLocal(to, zone), unit, weekStart));
    if (unit === 'hour')
      return BigInt(Math.floor(toLocalHour(to, zone)) - Math.floor(toLocalHour(from, zone)));
    return BigInt(Math.floor(to / fixed)) - BigInt(Math.floor(from / fixed));
  },
);

/** Hours count on the clock of the zone only as far as its offset is no whole hour. */
function toLocalHour(ms: number, zone: TimeZone): number {
  const fraction = zone.offsetAt(ms) % 3_600_000;
  return (ms + fraction) / 3_600_000;
}

/** Truncation counts from 2000-01-01. */
const ORIGIN = daysFromCivil(2000, 1, 1);

const dateTrunc = named(
  {
    notObject: 5439007,
    unknown: 5439008,
    fields: { date: 5439009, unit: 5439010, binSize: 0, timezone: 0, startOfWeek: 0 },
  },
  (values, _environment, name) => {
    const unit = unitOf(values.unit, name);
    const zone = zoneOf(values);
    const weekStart = unit === 'week' ? startOfWeek(values, name) : 7;
    const size = binSize(values, name);
    const { date } = values;
    if (
      nullish(date) ||
      unit === undefined ||
      zone === undefined ||
      weekStart === undefined ||
      size === undefined
    )
      return null;
    checkBin(size, unit);
    return dateOf(truncate(momentOf(date, 5166307), unit, size, zone, weekStart));
  },
);

function binSize(values: Record<string, V>, name: string): number | undefined {
  if (!('binSize' in values)) return 1;
  const value = values.binSize;
  if (nullish(value)) return undefined;
  const whole = isNumber(value) ? wholeNumber(value) : undefined;
  if (whole === undefined || !fitsLong(whole)) {
    throw mongoError(
      5439017,
      `${name} requires 'binSize' to be a 64-bit integer, but got value of type ${typeName(value)}`,
    );
  }
  if (whole <= 0n)
    throw mongoError(5439018, `${name} requires 'binSize' to be greater than 0, but got value ${whole}`);
  return Number(whole);
}

function checkBin(size: number, unit: Unit): void {
  const most: Record<Unit, number> = { ...MOST, millisecond: 2 ** 63 };
  if (size > most[unit]) {
    throw mongoError(
      unit === 'year' || unit === 'quarter' || unit === 'month' ? 5439006 : 5439002,
      `the bin size of $dateTrunc is too large: ${size} ${unit}`,
    );
  }
}

/** The start of the bin that a moment lies in. */
export function truncate(ms: number, unit: Unit, size: number, zone: TimeZone, weekStart: number): number {
  const fixed = FIXED[unit];
  const local = toLocal(ms, zone);
  if (fixed !== undefined) {
    const bin = fixed * size;
    const origin = ORIGIN * DAY;
    if (unit !== 'hour') return origin + Math.floor((ms - origin) / bin) * bin;
    const begin = origin + Math.floor((local - origin) / bin) * bin;
    return ms - (local - begin);
  }
  const months = MONTHS[unit];
  if (months === undefined) {
    const first = unit === 'week' ? firstWeek(weekStart) : ORIGIN;
    const bin = size * (unit === 'week' ? 7 : 1);
    const day = first + Math.floor((Math.floor(local / DAY) - first) / bin) * bin;
    return toUtc(day * DAY, zone);
  }
  const civil = civilFrom(local);
  const bin = months * size;
  const month = Math.floor(((civil.year - 2000) * 12 + civil.month - 1) / bin) * bin;
  return toUtc(daysFromCivil(2000, month + 1, 1) * DAY, zone);
}

/** The first day at or after 2000-01-01 on which weeks begin. */
function firstWeek(weekStart: number): number {
  return ORIGIN + ((weekStart - isoDayOfWeek(ORIGIN * DAY) + 7) % 7);
}

export const dateArithmeticOperators: Operators = {
  $dateAdd: moveDate(1),
  $dateDiff: dateDiff,
  $dateSubtract: moveDate(-1),
  $dateTrunc: dateTrunc,
};
