/** Contents of JavaScript classes (under the `u` flag) for what PCRE's escapes and POSIX names mean. */
const SPACE = ' \\t-\\r';
const HORIZONTAL = '\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const VERTICAL = '\\n-\\r\\u0085\\u2028\\u2029';
const UNICODE_SPACE = `${SPACE}\\p{Z}\\u0085`;

/** A class and its complement: `positive` and `negative` are each usable inside brackets. */
export interface ClassText {
  text: string;
  negated: boolean;
}

const ASCII: Record<string, string> = { d: '0-9', w: '0-9A-Za-z_', s: SPACE, h: HORIZONTAL, v: VERTICAL };
const UNICODE: Record<string, string> = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{N}_',
  s: UNICODE_SPACE,
  h: HORIZONTAL,
  v: VERTICAL,
};

/** `\d`, `\W` …; `undefined` for a letter that is no class. */
export function escapeClass(letter: string, unicode: boolean): ClassText | undefined {
  if (letter === 'N') return { text: '\\n', negated: true };
  const text = (unicode ? UNICODE : ASCII)[letter.toLowerCase()];
  return text === undefined ? undefined : { text, negated: letter !== letter.toLowerCase() };
}

const POSIX: Record<string, string> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\0-\\x7f',
  blank: ' \\t',
  cntrl: '\\0-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: SPACE,
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};
const POSIX_UNICODE: Record<string, string> = {
  alnum: '\\p{L}\\p{N}',
  alpha: '\\p{L}',
  blank: HORIZONTAL,
  digit: '\\p{Nd}',
  lower: '\\p{Ll}',
  space: UNICODE_SPACE,
  upper: '\\p{Lu}',
  word: '\\p{L}\\p{N}_',
  punct: '\\p{P}',
};

/** `[:alpha:]`, `[:^digit:]`; `undefined` for an unknown name. */
export function posixClass(name: string, unicode: boolean): ClassText | undefined {
  const negated = name.startsWith('^');
  const bare = negated ? name.slice(1) : name;
  const text = (unicode ? POSIX_UNICODE[bare] : undefined) ?? POSIX[bare];
  return text === undefined ? undefined : { text, negated };
}

const SPECIAL: Record<string, string> = {
  Any: '\\u{0}-\\u{10ffff}',
  'L&': '\\p{Lu}\\p{Ll}\\p{Lt}',
  Xan: '\\p{L}\\p{N}',
  Xwd: '\\p{L}\\p{N}_',
  Xsp: UNICODE_SPACE,
  Xps: UNICODE_SPACE,
};

/** `\p{L}`, `\p{Greek}`, `\P{^Lu}`; `undefined` for an unknown property. */
export function propertyClass(name: string, negated: boolean): ClassText | undefined {
  const inverted = name.startsWith('^');
  const bare = (inverted ? name.slice(1) : name).trim();
  const special = SPECIAL[bare];
  const negate = negated !== inverted;
  if (special !== undefined) return { text: special, negated: negate };
  for (const candidate of [`\\p{${bare}}`, `\\p{Script_Extensions=${bare}}`, `\\p{Script=${bare}}`]) {
    if (compiles(candidate)) return { text: candidate, negated: negate };
  }
  return undefined;
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** A whole JavaScript class. */
export function classSource({ text, negated }: ClassText): string {
  return negated ? `[^${text}]` : `[${text}]`;
}

/** A character as a JavaScript class or pattern under `u` may have it. */
export function escapeCodePoint(codePoint: number): string {
  const isPlain = codePoint < 128 && /[0-9A-Za-z_ ]/.test(String.fromCharCode(codePoint));
  return isPlain ? String.fromCharCode(codePoint) : `\\u{${codePoint.toString(16)}}`;
}
