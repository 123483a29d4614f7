import { mongoError } from '../error/index.js';
import { type Civil, DAY, daysFromIsoWeek, daysInMonth, msFromCivil } from './calendar.js';
import { MONTH_NAMES } from './date-format.js';
import { type TimeZone, timeZone, toUtc, UTC } from './time-zone.js';

function failure(text: string, why: string) {
  return mongoError('ConversionFailure', `Error parsing date string '${text}'; ${why}`);
}

interface Parsed {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  isoYear?: number;
  isoWeek?: number;
  isoDay?: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Milliseconds ahead of UTC, when the text says so. */
  offset?: number;
  zone?: TimeZone;
}

const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase());
const MONTH = `(?<monthName>${MONTH_NAMES.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|Sept)\\.?`;
const TIME =
  '(?:(?:[Tt]|\\s+|\\s*,\\s*)(?<hour>\\d{1,2})(?::?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)?\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?)?';
const ZONE =
  '\\s*(?:(?<utc>[Zz]|UTC|GMT)|(?<sign>[+-])(?<zh>\\d{1,2}):?(?<zm>\\d{2})?|(?<zone>[A-Za-z]+(?:/[A-Za-z_/+-]+)+|[A-Z]{3,4}))?';

/** The shapes of dates that are read without a format, most common first. */
const SHAPES = [
  '(?<year>[+-]?\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})',
  '(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})',
  '(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})',
  '(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})',
  '(?<day>\\d{1,2})[.](?<month>\\d{1,2})[.](?<year>\\d{4})',
  '(?<year>\\d{4})-?W(?<isoWeek>\\d{2})(?:-?(?<isoDay>\\d))?',
  '(?<year>\\d{4})-?(?<dayOfYear>\\d{3})',
  `(?:\\w+,?\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}[\\s,-]+(?<year>\\d{4})`,
  `(?:\\w+,?\\s+)?${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(?<year>\\d{4})`,
  '(?<year>\\d{4})-(?<month>\\d{2})',
].map((shape) => new RegExp(`^${shape}${TIME}${ZONE}$`, 'i'));

/** What may stand around a date: ASCII's white space, NUL and the no-break space. */
const EDGES = /^[\0\t\n\v\f\r \u00a0]+|[\0\t\n\v\f\r \u00a0]+$/g;

/** Reads a date in one of the usual notations; local time in `zone` unless the text names its own. */
export function parseDate(text: string, zone: TimeZone | undefined): number {
  const trimmed = text.replace(EDGES, '');
  for (const shape of SHAPES) {
    const groups = shape.exec(trimmed)?.groups;
    if (groups !== undefined) return toMoment(fromGroups(groups, text), zone, text);
  }
  const timestamp = /^@(-?\d+)$/.exec(trimmed);
  if (timestamp !== null) return Number(timestamp[1]) * 1000;
  throw failure(text, 'an incomplete date/time string has been found, with elements missing');
}

type Groups = Record<string, string | undefined>;

function fromGroups(groups: Groups, text: string): Parsed {
  const number = (name: string) => (groups[name] === undefined ? undefined : Number(groups[name]));
  const parsed: Parsed = {
    hour: hourOf(number('hour') ?? 0, groups.half),
    minute: number('minute') ?? 0,
    second: number('second') ?? 0,
    millisecond: Math.floor(Number(`0.${groups.fraction ?? 0}`) * 1000 + 1e-6),
  };
  if (groups.isoWeek !== undefined) {
    return {
      ...parsed,
      ...zoneOf(groups, text),
      isoYear: number('year') ?? 0,
      isoWeek: number('isoWeek') ?? 1,
      isoDay: number('isoDay') ?? 1,
    };
  }
  const month = groups.monthName === undefined ? number('month') : monthOf(groups.monthName);
  const dayOfYear = number('dayOfYear');
  return {
    ...parsed,
    ...zoneOf(groups, text),
    year: number('year') ?? 1970,
    month: month ?? 1,
    day: number('day') ?? 1,
    ...(dayOfYear === undefined ? {} : { dayOfYear }),
  };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function monthOf(name: string): number {
  const start = name.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(start)) + 1;
}

function zoneOf(groups: Groups, text: string): Pick<Parsed, 'offset' | 'zone'> {
  if (groups.utc !== undefined) return { offset: 0 };
  if (groups.sign !== undefined) {
    const minutes = Number(groups.zh) * 60 + Number(groups.zm ?? 0);
    return { offset: (groups.sign === '-' ? -minutes : minutes) * 60_000 };
  }
  if (groups.zone === undefined) return {};
  try {
    return { zone: timeZone(groups.zone) ?? UTC };
  } catch {
    throw failure(text, 'the timezone could not be found in the database');
  }
}

function toMoment(parsed: Parsed, zone: TimeZone | undefined, text: string): number {
  check(parsed, text);
  const named = parsed.offset !== undefined || parsed.zone !== undefined;
  if (named && zone !== undefined) {
    throw failure(
      text,
      'you cannot pass in a date/time string with GMT offset together with a timezone argument',
    );
  }
  const local = localOf(parsed);
  if (parsed.offset !== undefined) return local - parsed.offset;
  return toUtc(local, parsed.zone ?? zone ?? UTC);
}

function localOf(parsed: Parsed): number {
  const { hour, minute, second, millisecond } = parsed;
  const inDay = hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond;
  if (parsed.isoYear !== undefined) {
    return daysFromIsoWeek(parsed.isoYear, parsed.isoWeek ?? 1, parsed.isoDay ?? 1) * DAY + inDay;
  }
  const civil: Civil = {
    year: parsed.year ?? 1970,
    month: parsed.month ?? 1,
    day: parsed.day ?? 1,
    hour,
    minute,
    second,
    millisecond,
  };
  if (parsed.dayOfYear !== undefined) return msFromCivil({ ...civil, month: 1, day: parsed.dayOfYear });
  return msFromCivil(civil);
}

function check(parsed: Parsed, text: string): void {
  const { year = 1970, month = 1, day = 1, hour, minute, second } = parsed;
  const bad = month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60;
  if (bad) throw failure(text, 'a date component is outside its range');
  if (day > daysInMonth(year, month)) throw failure(text, 'The parsed date was invalid');
}

type Reader = { pattern: string; put: (parsed: Parsed, text: string) => void };

const digits = (most: number, put: (parsed: Parsed, value: number) => void): Reader => ({
  pattern: `(\\d{1,${most}})`,
  put: (parsed, text) => put(parsed, Number(text)),
});

const READERS: Readonly<Record<string, Reader>> = {
  d: digits(2, (parsed, day) => {
    parsed.day = day;
  }),
  m: digits(2, (parsed, month) => {
    parsed.month = month;
  }),
  Y: {
    pattern: '(\\d{4})',
    put: (parsed, text) => {
      parsed.year = Number(text);
    },
  },
  H: digits(2, (parsed, hour) => {
    parsed.hour = hour;
  }),
  M: digits(2, (parsed, minute) => {
    parsed.minute = minute;
  }),
  S: digits(2, (parsed, second) => {
    parsed.second = second;
  }),
  L: {
    pattern: '(\\d{1,3})',
    put: (parsed, text) => {
      parsed.millisecond = Number(text.padEnd(3, '0'));
    },
  },
  j: digits(3, (parsed, day) => {
    parsed.dayOfYear = day;
  }),
  G: {
    pattern: '(\\d{4})',
    put: (parsed, text) => {
      parsed.isoYear = Number(text);
    },
  },
  V: digits(2, (parsed, week) => {
    parsed.isoWeek = week;
  }),
  u: digits(1, (parsed, day) => {
    parsed.isoDay = day;
  }),
  b: { pattern: '([A-Za-z]{3})', put: putMonth },
  B: { pattern: '([A-Za-z]+)', put: putMonth },
  z: { pattern: '([Zz]|[+-]\\d{2}:?\\d{2}|[A-Za-z_/+-]+)', put: putZone },
  Z: {
    pattern: '([+-]?\\d{1,3})',
    put: (parsed, text) => {
      parsed.offset = Number(text) * 60_000;
    },
  },
};

function putMonth(parsed: Parsed, text: string): void {
  const month = monthOf(text);
  const name = MONTHS[month - 1];
  if (name === undefined || (text.length > 3 && name !== text.toLowerCase()))
    throw failure(text, 'a textual month could not be found');
  parsed.month = month;
}

function putZone(parsed: Parsed, text: string): void {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (parts !== null) {
    const minutes = Number(parts[2]) * 60 + Number(parts[3]);
    parsed.offset = (parts[1] === '-' ? -minutes : minutes) * 60_000;
  } else if (/^z$/i.test(text)) parsed.offset = 0;
  else Object.assign(parsed, zoneOf({ zone: text }, text));
}

/** Checks a `$dateFromString` format (18536 for an unknown letter). */
export function checkParseFormat(format: string): void {
  for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', at + 2)) {
    const letter = format[at + 1];
    if (letter === undefined) throw mongoError(18535, "Unmatched '%' at end of format string");
    if (letter !== '%' && !Object.hasOwn(READERS, letter)) {
      throw mongoError(18536, `Invalid format character '%${letter}' in format string`);
    }
  }
}

/** Reads a date by a format. */
export function parseWithFormat(text: string, format: string, zone: TimeZone | undefined): number {
  checkParseFormat(format);
  const readers: Reader[] = [];
  const source = format.replace(
    /%(.)|([^%]+)/gs,
    (_whole, letter: string | undefined, plain: string | undefined) => {
      if (plain !== undefined) return plain.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
      if (letter === '%') return '%';
      readers.push(READERS[letter as string] as Reader);
      return (READERS[letter as string] as Reader).pattern;
    },
  );
  const found = new RegExp(`^${source}$`).exec(text);
  if (found === null) throw failure(text, `it does not match the format '${format}'`);
  const parsed: Parsed = { hour: 0, minute: 0, second: 0, millisecond: 0 };
  for (const [at, reader] of readers.entries()) reader.put(parsed, found[at + 1] as string);
  complete(parsed, text);
  return toMoment(parsed, zone, text);
}

/** A format must give a whole date: year with month and day, or with the day of the year, or ISO year with week. */
function complete(parsed: Parsed, text: string): void {
  const iso = parsed.isoYear !== undefined || parsed.isoWeek !== undefined;
  const calendar = parsed.month !== undefined || parsed.day !== undefined || parsed.year !== undefined;
  if (iso && calendar) throw failure(text, 'Mixing of ISO dates with natural dates is not allowed');
  if (iso ? parsed.isoYear === undefined : parsed.year === undefined) {
    throw failure(text, 'an incomplete date/time string has been found, with elements missing');
  }
  if (!iso && parsed.dayOfYear === undefined && (parsed.month === undefined || parsed.day === undefined)) {
    throw failure(text, 'an incomplete date/time string has been found, with elements missing');
  }
}
