import { Document, Regex, type Value } from '../bson/index.js';
import { MongoError, mongoError } from '../error/index.js';
import { compileRegex, type Match } from '../query/regex/index.js';
import type { Environment } from './node.js';
import { type NamedArguments, named, nullish, type Operators, typeName } from './operator.js';

type V = Value | undefined;

const RULE: NamedArguments = {
  notObject: 51103,
  unknown: 31024,
  fields: { input: 31022, regex: 31023, options: 0 },
};

interface Call {
  input: string;
  pattern: string;
  options: string;
}

/** Reads the arguments; `undefined` when the answer is the one for null. */
function readCall(values: Record<string, V>, name: string): Call | undefined {
  const { input, regex, options } = values;
  if (!nullish(regex) && typeof regex !== 'string' && !(regex instanceof Regex)) {
    throw mongoError(51105, `${name} needs 'regex' to be of type string or regex`);
  }
  if (!nullish(options) && typeof options !== 'string') {
    throw mongoError(51106, `${name} needs 'options' to be of type string, not ${typeName(options)}`);
  }
  const pattern = regex instanceof Regex ? regex.pattern : regex;
  const own = regex instanceof Regex ? regex.options : '';
  if (own !== '' && typeof options === 'string') {
    throw mongoError(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
  }
  if (!nullish(input) && typeof input !== 'string') {
    throw mongoError(51104, `${name} needs 'input' to be of type string`);
  }
  const flags = typeof options === 'string' ? options : own;
  if (typeof pattern === 'string') checkText(pattern, flags, name);
  if (typeof input !== 'string' || typeof pattern !== 'string') return undefined;
  return { input, pattern, options: flags };
}

function checkText(pattern: string, options: string, name: string): void {
  if (pattern.includes('\0'))
    throw mongoError(51109, `${name}: regular expression cannot contain an embedded null byte`);
  if (options.includes('\0'))
    throw mongoError(51110, `${name}: regular expression options cannot contain an embedded null byte`);
  const bad = [...options].find((letter) => !'imsxu'.includes(letter));
  if (bad !== undefined) throw mongoError(51108, `${name}: invalid flag in regex options: ${bad}`);
  compiled({ input: '', pattern, options }, name);
}

function compiled(call: Call, name: string) {
  try {
    return compileRegex(call.pattern, call.options);
  } catch (error) {
    if (error instanceof MongoError) throw mongoError(51111, `Invalid Regex in ${name}: ${error.message}`);
    throw error;
  }
}

function describe(text: string, { start, end, groups }: Match, codePointsBefore: number): Document {
  const captures: Value[] = [];
  for (let at = 0; at < groups.length; at += 2) {
    const from = groups[at] as number;
    captures.push(from < 0 ? null : text.slice(from, groups[at + 1]));
  }
  return Document.of({ match: text.slice(start, end), idx: codePointsBefore, captures });
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function regexFind(call: Call | undefined, name: string): V {
  if (call === undefined) return null;
  const match = compiled(call, name).exec(call.input, 0);
  return match === undefined
    ? null
    : describe(call.input, match, countCodePoints(call.input.slice(0, match.start)));
}

/** What MongoDB lets `$regexFindAll` gather, in bytes; and about how much a match takes beside its text. */
const MOST_GATHERED = 67_108_864;
const BYTES_A_MATCH = 200;

/** All matches from left to right; after an empty one the search goes on one code point further. */
function regexFindAll(call: Call | undefined, environment: Environment, name: string): V {
  if (call === undefined) return [];
  let gathered = 0;
  const regex = compiled(call, name);
  const found: Value[] = [];
  let at = 0;
  let counted = 0;
  let codePoints = 0;
  // An empty match counts before each code point, and at the end only where there is nothing else.
  while (at < call.input.length || at === 0) {
    const match = regex.exec(call.input, at);
    if (match === undefined) break;
    environment.runtime.step?.();
    gathered += BYTES_A_MATCH + match.end - match.start;
    if (gathered > MOST_GATHERED) {
      throw mongoError(51151, `${name}: the size of buffer to store output exceeded the 64MB limit`);
    }
    codePoints += countCodePoints(call.input.slice(counted, match.start));
    counted = match.start;
    found.push(describe(call.input, match, codePoints));
    const isEmpty = match.end === match.start;
    at = isEmpty
      ? match.start + String.fromCodePoint(call.input.codePointAt(match.start) ?? 0).length
      : match.end;
  }
  return found;
}

export const regexOperators: Operators = {
  $regexFind: named(RULE, (values, _environment, name) => regexFind(readCall(values, name), name)),
  $regexFindAll: named(RULE, (values, environment, name) =>
    regexFindAll(readCall(values, name), environment, name),
  ),
  $regexMatch: named(RULE, (values, _environment, name) => {
    const call = readCall(values, name);
    return call === undefined ? false : compiled(call, name).test(call.input);
  }),
};
