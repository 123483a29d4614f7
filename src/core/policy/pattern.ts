/** Looks up a policy variable such as `aws:username`; undefined when the request has no such key. */
export type Lookup = (key: string) => string | undefined;

const ANY_RUN = -1;
const ANY_ONE = -2;

interface Variable {
  key: string;
  fallback: string | undefined;
}

type Token = number | Variable;

/** A text with `*` (any run, `/` and `:` too), `?` (any one character) and, where allowed, policy variables. */
export interface Pattern {
  matches(text: string, lookup: Lookup): boolean;
}

interface Options {
  /** `*` and `?` are wildcards. */
  wildcards: boolean;
  /** `${key}` is a variable (policy version 2012-10-17). */
  variables: boolean;
  ignoreCase?: boolean;
}

const NO_LOOKUP: Lookup = () => undefined;

/** Compiles a pattern once; matching is anchored at both ends. */
export function compilePattern(source: string, options: Options): Pattern {
  const text = options.ignoreCase ? source.toLowerCase() : source;
  const fold = (value: string): string => (options.ignoreCase ? value.toLowerCase() : value);
  const tokens = tokenize(text, options);
  if (tokens.some((token) => typeof token === 'object'))
    return {
      matches: (value, lookup) => {
        const resolved = substitute(tokens, lookup, fold);
        return resolved !== undefined && matchTokens(resolved, fold(value));
      },
    };
  const plain = tokens as number[];
  if (plain.length === 1 && plain[0] === ANY_RUN) return { matches: () => true };
  if (plain.every((token) => token >= 0)) {
    const literal = String.fromCharCode(...plain);
    return { matches: (value) => fold(value) === literal };
  }
  return { matches: (value) => matchTokens(plain, fold(value)) };
}

/** Shorthand for a lone glob without variables. */
export function globMatches(glob: string, text: string): boolean {
  return compilePattern(glob, { wildcards: true, variables: false }).matches(text, NO_LOOKUP);
}

const VARIABLE = /^\$\{([^}]*)\}/;

function tokenize(source: string, { wildcards, variables }: Options): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; at++) {
    const match = variables && source[at] === '$' ? VARIABLE.exec(source.slice(at)) : null;
    if (match) {
      tokens.push(variableToken(match[1] as string));
      at += match[0].length - 1;
    } else if (wildcards && source[at] === '*') {
      if (tokens.at(-1) !== ANY_RUN) tokens.push(ANY_RUN);
    } else if (wildcards && source[at] === '?') tokens.push(ANY_ONE);
    else tokens.push(source.charCodeAt(at));
  }
  return tokens;
}

/** `${*}`, `${?}` and `${$}` are the characters themselves; `${key, 'default'}` has a fallback. */
function variableToken(inside: string): Token {
  if (inside === '*' || inside === '?' || inside === '$') return inside.charCodeAt(0);
  const comma = inside.indexOf(',');
  if (comma === -1) return { key: inside.trim(), fallback: undefined };
  const fallback = /^\s*'(.*)'\s*$/.exec(inside.slice(comma + 1))?.[1];
  return { key: inside.slice(0, comma).trim(), fallback };
}

/** Undefined when a variable has no value: such an element matches nothing. Values are literal, never wildcards. */
function substitute(tokens: Token[], lookup: Lookup, fold: (value: string) => string): number[] | undefined {
  const resolved: number[] = [];
  for (const token of tokens) {
    if (typeof token === 'number') {
      resolved.push(token);
      continue;
    }
    const value = lookup(token.key) ?? token.fallback;
    if (value === undefined) return undefined;
    const folded = fold(value);
    for (let at = 0; at < folded.length; at++) resolved.push(folded.charCodeAt(at));
  }
  return resolved;
}

/** Glob matching that goes back to the last `*` only: at most pattern × text steps, whatever the pattern. */
function matchTokens(tokens: number[], text: string): boolean {
  let at = 0;
  let token = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    if (wanted === ANY_RUN) {
      star = token++;
      resume = at;
    } else if (wanted !== undefined && (wanted === ANY_ONE || wanted === text.charCodeAt(at))) {
      token++;
      at++;
    } else if (star !== -1) {
      token = star + 1;
      at = ++resume;
    } else return false;
  }
  while (tokens[token] === ANY_RUN) token++;
  return token === tokens.length;
}
