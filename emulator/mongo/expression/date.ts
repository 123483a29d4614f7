import { BsonDate, Document, isNumber, ObjectId, Timestamp, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import {
  civilFrom,
  DAY,
  dayOfWeek,
  dayOfYear,
  daysFromCivil,
  daysFromIsoWeek,
  isoDayOfWeek,
  isoWeek,
  weekOfYear,
} from './calendar.js';
import { checkFormat, formatDate } from './date-format.js';
import { checkParseFormat, parseDate, parseWithFormat } from './date-parse.js';
import { derived, type Node } from './node.js';
import { dateOf, wholeInt32 } from './numbers.js';
import {
  compileNamed,
  named,
  namedArguments,
  nullish,
  type Operator,
  type Operators,
  typeName,
} from './operator.js';
import { timeZone, toLocal, toUtc, UTC } from './time-zone.js';

type V = Value | undefined;

/** The moment of a date, a timestamp or an ObjectId (whose seconds count as signed), in ms; 16006 for anything else. */
export function momentOf(value: Value, code = 16006): number {
  if (value instanceof BsonDate) return value.ms;
  if (value instanceof Timestamp) return value.t * 1000;
  if (value instanceof ObjectId) return (value.seconds | 0) * 1000;
  throw mongoError(code, `can't convert from BSON type ${typeName(value)} to Date`);
}

/** The zone of an optional argument: UTC when left out, `undefined` when it is null. */
function zoneOf(values: Record<string, V>) {
  return 'timezone' in values ? timeZone(values.timezone) : UTC;
}

/** `$year` and its relatives: of a date, or of `{date, timezone}`. */
function datePart(take: (local: number) => Value): Operator {
  return (argument, environment, name) => {
    const parts = partArguments(argument, name);
    const nodes = compileNamed(parts, environment);
    return derived([...nodes.values()], (scope) => {
      const date = (nodes.get('date') as Node).evaluate(scope);
      const zone = nodes.has('timezone') ? timeZone(nodes.get('timezone')?.evaluate(scope)) : UTC;
      if (nullish(date) || zone === undefined) return null;
      return take(toLocal(momentOf(date), zone));
    });
  };
}

function partArguments(argument: Value, name: string): Map<string, Value> {
  if (argument instanceof Document && !argument.keys()[0]?.startsWith('$')) {
    return namedArguments(argument, name, {
      notObject: 16006,
      unknown: 40535,
      fields: { date: 40539, timezone: 0 },
    });
  }
  if (!Array.isArray(argument)) return new Map([['date', argument]]);
  if (argument.length !== 1) {
    throw mongoError(
      40536,
      `${name} accepts exactly one argument if given an array, but was given ${argument.length}`,
    );
  }
  return new Map([['date', argument[0] as Value]]);
}

const dateToString = named(
  { notObject: 18629, unknown: 18534, fields: { date: 18628, format: 0, timezone: 0, onNull: 0 } },
  (values) => {
    const { date, format } = values;
    if ('format' in values && !nullish(format) && typeof format !== 'string') {
      throw mongoError(18533, `$dateToString requires that 'format' be a string, found: ${typeName(format)}`);
    }
    if (typeof format === 'string') checkFormat(format);
    const zone = zoneOf(values);
    if ('format' in values && nullish(format)) return null;
    if (nullish(date)) return 'onNull' in values ? values.onNull : null;
    if (zone === undefined) return null;
    const text = typeof format === 'string' ? format : `%Y-%m-%dT%H:%M:%S.%L${zone === UTC ? 'Z' : ''}`;
    return formatDate(momentOf(date), text, zone);
  },
);

const FROM_STRING = {
  notObject: 40540,
  unknown: 40541,
  fields: { dateString: 40542, format: 0, timezone: 0, onNull: 0, onError: 0 },
};

/** `$dateFromString`: `onError` stands in for what cannot be read, never for a wrong format or zone. */
const dateFromString: Operator = (argument, environment, name) => {
  const nodes = compileNamed(namedArguments(argument, name, FROM_STRING), environment);
  const value = (field: string, scope: Parameters<Node['evaluate']>[0]) => nodes.get(field)?.evaluate(scope);
  return derived([...nodes.values()], (scope) => {
    const format = value('format', scope);
    checkParseArgument(format);
    const zone = nodes.has('timezone') ? timeZone(value('timezone', scope)) : undefined;
    const text = value('dateString', scope);
    if (nullish(text)) return nodes.has('onNull') ? value('onNull', scope) : null;
    if ((nodes.has('timezone') && zone === undefined) || (nodes.has('format') && nullish(format)))
      return null;
    try {
      return readDate(text, format as string | undefined, zone);
    } catch (error) {
      if (!nodes.has('onError')) throw error;
      return value('onError', scope);
    }
  });
};

function checkParseArgument(format: V): void {
  if (nullish(format)) return;
  if (typeof format !== 'string') {
    throw mongoError(40684, `$dateFromString requires that 'format' be a string, found: ${typeName(format)}`);
  }
  checkParseFormat(format);
}

function readDate(text: Value, format: string | undefined, zone: ReturnType<typeof timeZone>): BsonDate {
  if (typeof text !== 'string') {
    throw mongoError(
      'ConversionFailure',
      `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)}`,
    );
  }
  return dateOf(format === undefined ? parseDate(text, zone) : parseWithFormat(text, format, zone));
}

const dateToParts = named(
  { notObject: 40524, unknown: 40520, fields: { date: 40522, timezone: 0, iso8601: 0 } },
  (values) => {
    const { date, iso8601 } = values;
    const zone = zoneOf(values);
    if ('iso8601' in values && !nullish(iso8601) && typeof iso8601 !== 'boolean') {
      throw mongoError(40521, `iso8601 must evaluate to a bool, found ${typeName(iso8601)}`);
    }
    if (nullish(date) || zone === undefined || ('iso8601' in values && nullish(iso8601))) return null;
    const local = toLocal(momentOf(date), zone);
    const { year, month, day, hour, minute, second, millisecond } = civilFrom(local);
    const time = { hour, minute, second, millisecond };
    if (iso8601 !== true) return Document.of({ year, month, day, ...time });
    const { year: isoWeekYear, week } = isoWeek(local);
    return Document.of({ isoWeekYear, isoWeek: week, isoDayOfWeek: isoDayOfWeek(local), ...time });
  },
);

const CALENDAR = ['year', 'month', 'day'];
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'];
const CLOCK = ['hour', 'minute', 'second', 'millisecond'];
const PART_FIELDS = Object.fromEntries(
  [...CALENDAR, ...ISO, ...CLOCK, 'timezone'].map((field) => [field, 0]),
);

const dateFromParts: Operator = (argument, environment, name) => {
  const given = namedArguments(argument, name, { notObject: 40519, unknown: 40518, fields: PART_FIELDS });
  const iso = ISO.some((field) => given.has(field));
  if (iso && CALENDAR.some((field) => given.has(field))) {
    throw mongoError(
      given.has('year') && given.has('isoWeekYear') ? 40489 : iso && given.has('isoWeekYear') ? 40525 : 40489,
      '$dateFromParts does not allow mixing natural dates with ISO dates',
    );
  }
  if (!given.has('year') && !given.has('isoWeekYear')) {
    throw mongoError(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  }
  const nodes = [...compileNamed(given, environment)];
  return derived(
    nodes.map(([, node]) => node),
    (scope) =>
      fromParts(Object.fromEntries(nodes.map(([field, node]) => [field, node.evaluate(scope)])), iso),
  );
};

function fromParts(values: Record<string, V>, iso: boolean): V {
  const zone = zoneOf(values);
  let empty = zone === undefined;
  const part = (field: string, otherwise: number): number => {
    if (!(field in values)) return otherwise;
    if (nullish(values[field])) empty = true;
    return nullish(values[field]) ? otherwise : partNumber(values[field], field);
  };
  const [year, second, third] = (iso ? ISO : CALENDAR).map((field, at) =>
    part(field, at === 0 ? 1970 : 1),
  ) as [number, number, number];
  const [hour, minute, seconds, millisecond] = CLOCK.map((field) => part(field, 0)) as [
    number,
    number,
    number,
    number,
  ];
  if (empty || zone === undefined) return null;
  if (year < 1 || year > 9999) {
    throw mongoError(
      40523,
      `'${iso ? 'isoWeekYear' : 'year'}' must evaluate to an integer in the range 1 to 9999, found ${year}`,
    );
  }
  const days = iso ? daysFromIsoWeek(year, second, third) : daysFromCivil(year, second, third);
  const local = days * DAY + hour * 3_600_000 + minute * 60_000 + seconds * 1000 + millisecond;
  return dateOf(toUtc(local, zone));
}

function partNumber(value: V, field: string): number {
  const number = isNumber(value) ? wholeInt32(value) : undefined;
  if (number === undefined) {
    throw mongoError(40515, `'${field}' must evaluate to an integer, found ${typeName(value)}`);
  }
  if (
    field !== 'year' &&
    field !== 'isoWeekYear' &&
    Math.abs(number) > 32_767 &&
    field !== 'second' &&
    field !== 'millisecond'
  ) {
    throw mongoError(
      31034,
      `'${field}' must evaluate to a value in the range [-32768, 32767]; value ${number} is not in range`,
    );
  }
  return number;
}

export const dateOperators: Operators = {
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
  $dateToParts: dateToParts,
  $dateToString: dateToString,
  $dayOfMonth: datePart((local) => civilFrom(local).day),
  $dayOfWeek: datePart(dayOfWeek),
  $dayOfYear: datePart(dayOfYear),
  $hour: datePart((local) => civilFrom(local).hour),
  $isoDayOfWeek: datePart(isoDayOfWeek),
  $isoWeek: datePart((local) => isoWeek(local).week),
  $isoWeekYear: datePart((local) => BigInt(isoWeek(local).year)),
  $millisecond: datePart((local) => civilFrom(local).millisecond),
  $minute: datePart((local) => civilFrom(local).minute),
  $month: datePart((local) => civilFrom(local).month),
  $second: datePart((local) => civilFrom(local).second),
  $week: datePart(weekOfYear),
  $year: datePart((local) => civilFrom(local).year),
};
