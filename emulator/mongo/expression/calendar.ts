/** Calendar arithmetic on the proleptic Gregorian calendar with plain numbers: valid far beyond JS `Date`. */

export const DAY = 86_400_000;

export interface Civil {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** Days from 1970-01-01 to a civil date; months and days outside their range carry over. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = year + Math.floor((month - 1) / 12);
  const inYear = (((month - 1) % 12) + 12) % 12;
  const y = inYear < 2 ? shifted - 1 : shifted;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((inYear + 10) % 12) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468 + day - 1;
}

/** The civil date and time of `ms` since 1970, taken as local time. */
export function civilFrom(ms: number): Civil {
  const days = Math.floor(ms / DAY);
  const inDay = ms - days * DAY;
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    hour: Math.floor(inDay / 3_600_000),
    minute: Math.floor(inDay / 60_000) % 60,
    second: Math.floor(inDay / 1000) % 60,
    millisecond: inDay % 1000,
  };
}

/** Milliseconds since 1970 of a civil date and time; every part may lie outside its range and carries over. */
export function msFromCivil(civil: Civil): number {
  const { year, month, day, hour, minute, second, millisecond } = civil;
  return (
    daysFromCivil(year, month, day) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond
  );
}

/** 1 (Sunday) to 7 (Saturday). */
export function dayOfWeek(ms: number): number {
  return ((((Math.floor(ms / DAY) + 4) % 7) + 7) % 7) + 1;
}

/** 1 (Monday) to 7 (Sunday). */
export function isoDayOfWeek(ms: number): number {
  return ((dayOfWeek(ms) + 5) % 7) + 1;
}

/** 1 to 366. */
export function dayOfYear(ms: number): number {
  const { year } = civilFrom(ms);
  return Math.floor(ms / DAY) - daysFromCivil(year, 1, 1) + 1;
}

/** 0 to 53; weeks begin on Sunday, the first one with the year's first Sunday. */
export function weekOfYear(ms: number): number {
  return Math.floor((dayOfYear(ms) - dayOfWeek(ms) + 7) / 7);
}

/** The ISO 8601 week (1 to 53) and the year it belongs to. */
export function isoWeek(ms: number): { year: number; week: number } {
  const thursday = Math.floor(ms / DAY) - isoDayOfWeek(ms) + 4;
  const { year } = civilFrom(thursday * DAY);
  return { year, week: Math.floor((thursday - daysFromCivil(year, 1, 1)) / 7) + 1 };
}

/** Milliseconds at the start of a day given by ISO year, week and day; parts carry over. */
export function daysFromIsoWeek(year: number, week: number, day: number): number {
  const fourth = daysFromCivil(year, 1, 4);
  const monday = fourth - (isoDayOfWeek(fourth * DAY) - 1);
  return monday + (week - 1) * 7 + (day - 1);
}

/** Days of a month. */
export function daysInMonth(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}
