import { re2 } from './lazy-packages.js';

/** What a compiled pattern can do. */
export interface Matcher {
  test(text: string): boolean;
  /** The pattern: Ajv tells matchers apart by it. */
  toString(): string;
}

/**
 * An engine for regexes that come with a template: time grows with the text alone. A pattern that cannot backtrack badly
 * runs natively; any other on RE2, which has no look-around and no back-references (WAF and most models need neither).
 * @throws SyntaxError when neither engine takes it.
 */
export function createLinearRegExp(pattern: string, flags = ''): Matcher {
  if (isHarmless(pattern)) return new RegExp(pattern, flags);
  try {
    // loaded when the first pattern needs it: most stacks have none
    const RE2JS = re2();
    const compiled = RE2JS.compile(pattern, flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0);
    return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SyntaxError(`the pattern ${pattern} cannot be run in linear time: ${why}`);
  }
}

const UNBOUNDED = /[*+]|\{\d+,\}/g;

/** Anchored at the start, no groups repeated, and one unbounded quantifier at most: at worst two passes over the text. */
function isHarmless(pattern: string): boolean {
  if (!pattern.startsWith('^') || pattern.includes('|')) return false;
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\)[*+{?]/.test(bare) || bare.includes('(?')) return false;
  return (bare.match(UNBOUNDED) ?? []).length <= 1;
}
