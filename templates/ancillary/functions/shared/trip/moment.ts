/**
 * Flight times are RFC 3339 date-times. Booking systems often leave the offset out and mean the airport's local time,
 * so a time without one is read in the airport's zone.
 */
const FLIGHT_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})?$/;

/** True for a date-time that names a day of the calendar, with or without an offset. */
export function isFlightTime(text: string): boolean {
  const match = FLIGHT_TIME.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year as number, (month as number) - 1, day));
  const onCalendar = date.getUTCMonth() === (month as number) - 1 && date.getUTCDate() === day;
  const offset = match[7] === undefined || /^[Zz]|[+-]([01]\d|2[0-3]):[0-5]\d$/.test(match[7]);
  return onCalendar && (hour as number) < 24 && (minute as number) < 60 && (second as number) < 60 && offset;
}

/** Epoch milliseconds of a checked flight time at an airport in `zone`. */
export function instantOf(text: string, zone: string): number {
  const upper = text.toUpperCase();
  if (/(Z|[+-]\d{2}:\d{2})$/.test(upper)) return Date.parse(upper);
  const wall = Date.parse(`${upper}Z`);
  // Two rounds: the offset at the first guess may lie on the other side of a change of the clocks.
  const first = wall - offsetOf(zone, wall);
  return wall - offsetOf(zone, first);
}

/** Calendar day at an airport, as days since 1970. */
export function localDay(instant: number, zone: string): number {
  return Math.floor((instant + offsetOf(zone, instant)) / 86_400_000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the zone's clocks are ahead of UTC at this instant. */
function offsetOf(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...FIELDS });
    formats.set(zone, format);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year, month, day, hour, minute, second } = parts as Record<keyof typeof FIELDS, number>;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

const FIELDS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;
