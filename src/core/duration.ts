import { userError } from './errors.js';

const UNITS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Reads `90s`, `10m`, `1h30m`, `+2d`, `-15m` as milliseconds. Throws NOT_A_DURATION. */
export function parseDuration(text: string): number {
  const match = /^([+-]?)((?:\d+(?:\.\d+)?(?:ms|s|m|h|d|w))+)$/.exec(text.trim());
  if (!match) throw userError('NOT_A_DURATION', { text });
  let sum = 0;
  for (const [, amount, unit] of (match[2] as string).matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g))
    sum += Number(amount) * (UNITS[unit as string] as number);
  return match[1] === '-' ? -sum : sum;
}

/** Reads an ISO 8601 moment as epoch ms; without a zone it is UTC, on every machine. Throws NOT_A_MOMENT. */
export function parseMoment(text: string): number {
  // Date.parse alone takes a lot that is no ISO 8601 ("1", "May 5 x"), and takes 30 February for 2 March
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)(T.+)?$/.exec(text) ?? [];
  const isZoned = time === '' || /(Z|[+-]\d\d:?\d\d)$/.test(time);
  const moment = Date.parse(isZoned ? text : `${text}Z`);
  if (Number.isNaN(moment) || !isDay(day)) throw userError('NOT_A_MOMENT', { text });
  return moment;
}

function isDay(day: string): boolean {
  const midnight = Date.parse(day);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}
