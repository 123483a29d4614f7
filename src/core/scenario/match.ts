import { isDeepStrictEqual } from 'node:util';
import { createLinearRegExp, type Matcher } from '../linear-regexp.js';

/** Why a value does not fit; undefined when it does. */
export type Mismatch = string | undefined;

type Judge = (actual: unknown, wanted: unknown) => Mismatch;

/**
 * Compares with a value, or with a matcher (any plain object): every key of it must hold. Returns what is wrong in
 * words, e.g. `3 is not more than 5`.
 */
export function mismatch(actual: unknown, wanted: unknown): Mismatch {
  if (!isMatcher(wanted)) return equal(actual, wanted);
  for (const [name, argument] of Object.entries(wanted)) {
    const judge = Object.hasOwn(JUDGES, name) ? JUDGES[name] : undefined;
    if (!judge) return `there is no matcher \`${name}\``;
    const why = judge(actual, argument);
    if (why !== undefined) return why;
  }
  return undefined;
}

function isMatcher(wanted: unknown): wanted is Record<string, unknown> {
  return typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted);
}

const equal: Judge = (actual, wanted) =>
  isDeepStrictEqual(actual, wanted) ? undefined : `${shown(actual)} is not ${shown(wanted)}`;

/** A value in a message: short, and told apart from no value. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

const like: Judge = (actual, wanted) => {
  if (Array.isArray(wanted)) return likeList(actual, wanted);
  if (!isMatcher(wanted)) return equal(actual, wanted);
  if (!isMatcher(actual)) return `${shown(actual)} is no object`;
  if (isKnownMatcher(wanted)) return mismatch(actual, wanted);
  for (const [key, part] of Object.entries(wanted)) {
    const why = isKnownMatcher(part) ? mismatch(actual[key], part) : like(actual[key], part);
    if (why !== undefined) return `${key}: ${why}`;
  }
  return undefined;
};

function likeList(actual: unknown, wanted: unknown[]): Mismatch {
  if (!Array.isArray(actual)) return `${shown(actual)} is no list`;
  if (actual.length !== wanted.length) return `the list has ${actual.length} entries, not ${wanted.length}`;
  for (const [index, part] of wanted.entries()) {
    const why = isKnownMatcher(part) ? mismatch(actual[index], part) : like(actual[index], part);
    if (why !== undefined) return `[${index}]: ${why}`;
  }
  return undefined;
}

/** Inside `like`, an object whose keys are all names of matchers is one. */
function isKnownMatcher(value: unknown): boolean {
  if (!isMatcher(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => Object.hasOwn(JUDGES, key));
}

function compare(words: string, holds: (actual: number, wanted: number) => boolean): Judge {
  return (actual, wanted) => {
    const right = typeof actual === 'number' && holds(actual, Number(wanted));
    return right ? undefined : `${shown(actual)} is not ${words} ${shown(wanted)}`;
  };
}

function listed(actual: unknown, judge: (list: unknown[]) => Mismatch): Mismatch {
  return Array.isArray(actual) ? judge(actual) : `${shown(actual)} is no list`;
}

const FORMATS: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  jwt: /^[\w-]+\.[\w-]+\.[\w-]*$/,
};

const patterns = new Map<string, Matcher>();

function pattern(text: string): Matcher {
  let known = patterns.get(text);
  if (!known) {
    known = createLinearRegExp(text);
    patterns.set(text, known);
  }
  return known;
}

/** What is wrong with a regular expression of a matcher; undefined when nothing is. */
export function patternFault(text: string): string | undefined {
  try {
    pattern(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return isMatcher(value) ? Object.keys(value).length : undefined;
}

function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = value.toString().split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

const contains: Judge = (actual, wanted) => {
  if (typeof actual === 'string')
    return actual.includes(String(wanted)) ? undefined : `${shown(actual)} does not contain ${shown(wanted)}`;
  return listed(actual, (list) =>
    list.some((entry) => like(entry, wanted) === undefined)
      ? undefined
      : `no entry of ${shown(list)} fits ${shown(wanted)}`,
  );
};

const every: Judge = (actual, wanted) =>
  listed(actual, (list) => {
    for (const [index, entry] of list.entries()) {
      const why = mismatch(entry, wanted);
      if (why !== undefined) return `[${index}]: ${why}`;
    }
    return undefined;
  });

const some: Judge = (actual, wanted) =>
  listed(actual, (list) =>
    list.some((entry) => mismatch(entry, wanted) === undefined)
      ? undefined
      : `no entry of ${shown(list)} fits ${shown(wanted)}`,
  );

const none: Judge = (actual, wanted) =>
  listed(actual, (list) => {
    const index = list.findIndex((entry) => mismatch(entry, wanted) === undefined);
    return index < 0 ? undefined : `[${index}], ${shown(list[index])}, fits ${shown(wanted)}`;
  });

const unique: Judge = (actual, wanted) =>
  listed(actual, (list) => {
    const distinct = new Set(list.map((entry) => JSON.stringify(entry))).size === list.length;
    return distinct === wanted ? undefined : `${shown(list)} has ${distinct ? 'no' : 'some'} entries twice`;
  });

const length: Judge = (actual, wanted) => {
  const size = sizeOf(actual);
  if (size === undefined) return `${shown(actual)} has no length`;
  const why = mismatch(size, wanted);
  return why && `its length: ${why}`;
};

const sum: Judge = (actual, wanted) =>
  listed(actual, (list) => {
    const total = list.reduce((all: number, entry) => all + Number(entry), 0);
    const why = mismatch(Math.round(total * 1e6) / 1e6, wanted);
    return why && `the sum: ${why}`;
  });

const type: Judge = (actual, wanted) => {
  const right = wanted === 'integer' ? Number.isInteger(actual) : typeOf(actual) === wanted;
  return right ? undefined : `${shown(actual)} is not of type ${String(wanted)}`;
};

const decimals: Judge = (actual, wanted) => {
  if (typeof actual !== 'number') return `${shown(actual)} is no number`;
  return decimalsOf(actual) <= Number(wanted)
    ? undefined
    : `${shown(actual)} has more than ${shown(wanted)} decimals`;
};

const exists: Judge = (actual, wanted) => {
  const there = Array.isArray(actual) ? actual.length > 0 : actual !== undefined;
  if (there === wanted) return undefined;
  return wanted ? 'there is nothing' : `${shown(actual)} is there`;
};

const empty: Judge = (actual, wanted) => {
  const size = sizeOf(actual);
  if (size === undefined) return `${shown(actual)} cannot be empty`;
  return (size === 0) === wanted ? undefined : `${shown(actual)} is ${wanted ? 'not ' : ''}empty`;
};

const JUDGES: Record<string, Judge> = {
  equals: equal,
  like,
  not: (actual, wanted) =>
    mismatch(actual, wanted) === undefined ? `${shown(actual)} fits ${shown(wanted)}` : undefined,
  contains,
  matches: (actual, wanted) =>
    typeof actual === 'string' && pattern(String(wanted)).test(actual)
      ? undefined
      : `${shown(actual)} does not match ${shown(wanted)}`,
  in: (actual, wanted) =>
    (wanted as unknown[]).some((one) => isDeepStrictEqual(actual, one))
      ? undefined
      : `${shown(actual)} is none of ${shown(wanted)}`,
  gt: compare('more than', (actual, wanted) => actual > wanted),
  gte: compare('at least', (actual, wanted) => actual >= wanted),
  lt: compare('less than', (actual, wanted) => actual < wanted),
  lte: compare('at most', (actual, wanted) => actual <= wanted),
  length,
  type,
  exists,
  empty,
  every,
  some,
  none,
  unique,
  sum,
  decimals,
  format: (actual, wanted) =>
    typeof actual === 'string' && FORMATS[String(wanted)]?.test(actual)
      ? undefined
      : `${shown(actual)} is no ${String(wanted)}`,
};
