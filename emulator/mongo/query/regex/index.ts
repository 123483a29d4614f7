import { mongoError } from '../../error/index.js';
import type { Pattern } from './ast.js';
import { testBounded } from './bounded.js';
import { backtrackingDegree } from './cost.js';
import { PatternError } from './errors.js';
import { LimitExceeded, Machine, type Match } from './machine.js';
import { parsePattern } from './parse.js';
import { toJavaScript } from './to-javascript.js';

export type { Match } from './machine.js';

/** A compiled pattern. However it is written, asking it takes bounded time. */
export interface CompiledRegex {
  /** Whether the pattern is found in the text; false, as in mongod, when it takes too many steps to tell. */
  test(text: string): boolean;
  /** The first match at or after `from` (UTF-16 units), with PCRE's groups. Throws 51156 when it takes too long. */
  exec(text: string, from?: number): Match | undefined;
  /** How many groups the pattern has. */
  groupCount: number;
}

const KNOWN_OPTIONS = /^[imsux]*$/;
/** MongoDB's limit on the length of a pattern, in bytes. */
const LONGEST_PATTERN = 16_384;
/** Steps of our own matcher before JavaScript's is tried, and PCRE's default match limit. */
const QUICK_STEPS = 200_000;
const MATCH_LIMIT = 10_000_000;
/** Up to this many steps JavaScript's matcher may take unwatched. */
const HARMLESS_STEPS = 50_000_000;

const cache = new Map<string, CompiledRegex>();
const MOST_CACHED = 500;

/** Throws what mongod throws for a pattern it does not take: 2, 51091, 51108. */
export function checkRegex(pattern: string, options: string): void {
  compileRegex(pattern, options);
}

/** Compiles a PCRE pattern with options `i`, `m`, `s`, `x`, `u`. Errors: 2, 51091, 51108. */
export function compileRegex(pattern: string, options: string): CompiledRegex {
  const key = `${options}/${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const parsed = parse(pattern, options);
  const compiled = isLiteral(pattern, options) ? literalText(pattern) : compile(parsed);
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(key, compiled);
  return compiled;
}

function parse(pattern: string, options: string): Pattern {
  if (!KNOWN_OPTIONS.test(options)) {
    const bad = [...options].find((letter) => !KNOWN_OPTIONS.test(letter));
    throw mongoError(51108, `invalid flag in regex options: ${bad}`);
  }
  if (pattern.includes('\0')) {
    throw mongoError('BadValue', 'Regular expression cannot contain an embedded null byte');
  }
  if (Buffer.byteLength(pattern) > LONGEST_PATTERN)
    throw invalid('pattern string is longer than the limit set by the application');
  const flags = {
    ignoreCase: options.includes('i'),
    multiline: options.includes('m'),
    dotAll: options.includes('s'),
    extended: options.includes('x'),
    unicode: false,
  };
  try {
    return parsePattern(pattern, flags);
  } catch (error) {
    if (error instanceof PatternError) throw invalid(error.message);
    throw error;
  }
}

/** True for a pattern that stands for itself: looking for that takes a step a character, however long both are. */
function isLiteral(pattern: string, options: string): boolean {
  return !/[ix]/.test(options) && /^[^\\^$.|?*+()[\]{}]+$/.test(pattern);
}

function literalText(pattern: string): CompiledRegex {
  return {
    groupCount: 0,
    test: (text) => text.includes(pattern),
    exec: (text, from = 0) => {
      const start = text.indexOf(pattern, from);
      return start < 0 ? undefined : { start, end: start + pattern.length, groups: [] };
    },
  };
}

function invalid(reason: string) {
  return mongoError(51091, `Regular expression is invalid: ${reason}`);
}

function compile(pattern: Pattern): CompiledRegex {
  const native = toJavaScript(pattern);
  const longest = native === undefined ? -1 : harmlessLength(pattern);
  let machine: Machine | undefined;
  const own = () => {
    machine ??= new Machine(pattern);
    return machine;
  };
  return {
    groupCount: pattern.groupCount,
    test(text) {
      if (native !== undefined && text.length <= longest) return native.test(text);
      return testWatched(own(), native, text);
    },
    exec: (text, from = 0) => execWatched(own(), text, from),
  };
}

/** The longest text that JavaScript's matcher surely gets through in reasonable time. */
function harmlessLength(pattern: Pattern): number {
  const degree = backtrackingDegree(pattern);
  if (degree <= 1) return Number.POSITIVE_INFINITY;
  return Number.isFinite(degree) ? HARMLESS_STEPS ** (1 / degree) : -1;
}

function testWatched(machine: Machine, native: RegExp | undefined, text: string): boolean {
  try {
    return machine.exec(text, 0, native === undefined ? MATCH_LIMIT : QUICK_STEPS) !== undefined;
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    return native !== undefined && testBounded(native, text) === true;
  }
}

function execWatched(machine: Machine, text: string, from: number): Match | undefined {
  try {
    return machine.exec(text, from, MATCH_LIMIT);
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    throw mongoError(
      51156,
      `Error occurred while executing the regular expression. Result code: ${error.message}`,
    );
  }
}
