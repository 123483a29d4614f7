import { mongoError } from '../../error/index.js';

const KNOWN_OPTIONS = /^[imsux]*$/;

/** A compiled pattern. */
export interface CompiledRegex {
  test(text: string): boolean;
}

const cache = new Map<string, CompiledRegex>();
const MOST_CACHED = 500;

/** Throws what mongod throws for a pattern it does not take: 51091, 51108, 2. */
export function checkRegex(pattern: string, options: string): void {
  compileRegex(pattern, options);
}

/** Compiles a PCRE pattern with options `i`, `m`, `s`, `x`, `u`. */
export function compileRegex(pattern: string, options: string): CompiledRegex {
  const key = `${options}/${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  checkText(pattern, options);
  const compiled = translate(pattern, options);
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(key, compiled);
  return compiled;
}

function checkText(pattern: string, options: string): void {
  if (pattern.includes('\0'))
    throw mongoError('BadValue', 'Regular expression cannot contain an embedded null byte');
  if (options.includes('\0'))
    throw mongoError('BadValue', 'Regular expression options string cannot contain an embedded null byte');
  if (!KNOWN_OPTIONS.test(options)) {
    const bad = [...options].find((letter) => !KNOWN_OPTIONS.test(letter));
    throw mongoError(51108, `invalid flag in regex options: ${bad}`);
  }
}

function translate(pattern: string, options: string): CompiledRegex {
  const flags = new Set(options.replace(/[xu]/g, ''));
  let source = options.includes('x') ? withoutSpace(pattern) : pattern;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline !== null) {
    source = source.slice(inline[0].length);
    for (const flag of inline[1] as string) if (flag !== 'x') flags.add(flag);
  }
  source = source.replace(/\\(.)/gs, (whole, letter: string) => ESCAPES[letter] ?? whole);
  try {
    return new RegExp(source, [...flags, 'u'].join(''));
  } catch {
    return withoutUnicode(source, [...flags].join(''));
  }
}

const ESCAPES: Record<string, string> = {
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  h: '[ \\t]',
};

function withoutUnicode(source: string, flags: string): CompiledRegex {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw mongoError(
      51091,
      `Regular expression is invalid: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Option `x`: white space and `#` comments outside classes do not count. */
function withoutSpace(pattern: string): string {
  return pattern.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\s+|#[^\n]*/g, (part) =>
    part.startsWith('\\') || part.startsWith('[') ? part : '',
  );
}
