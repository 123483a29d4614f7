/** Kinds of SQL tokens, as far as telling injections from text needs them. */
export type SqlKind =
  | 'word'
  | 'number'
  | 'string'
  | 'open-string'
  | 'variable'
  | 'logic'
  | 'compare'
  | 'operator'
  | 'comment'
  | '('
  | ')'
  | ','
  | ';'
  | '.'
  | 'other';

export interface SqlToken {
  kind: SqlKind;
  /** Words in lower case. */
  text: string;
  /** White space (or a comment) stands before it. */
  spaced: boolean;
}

/** The quote an injected value stands in; the scan then begins inside a string. */
export type SqlContext = '' | "'" | '"' | '`';

const LOGIC = new Set(['or', 'and', 'xor']);
const COMPARE = new Set([
  'like',
  'rlike',
  'regexp',
  'between',
  'in',
  'is',
  'sounds',
  'glob',
  'similar',
  'ilike',
]);
const OPERATORS = new Set(['div', 'mod', 'collate', 'binary']);
/** More tokens than this say nothing new. */
const ENOUGH = 200;

/** Reads text as SQL, as it would stand in a query in this context. */
export function sqlTokens(text: string, context: SqlContext, nested = false): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  let spaced = false;
  if (context !== '') at = readString(text, 0, context, tokens, false);
  while (at < text.length && tokens.length < ENOUGH) {
    const space = spaceEnd(text, at);
    if (space > at) {
      at = space;
      spaced = true;
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      const end = close < 0 ? text.length : close + 2;
      tokens.push(...versionComment(text.slice(at, end), end === text.length, nested));
      at = end;
      spaced = true;
    } else {
      at = readToken(text, at, tokens, spaced);
      spaced = false;
    }
  }
  return tokens;
}

function readToken(text: string, at: number, tokens: SqlToken[], spaced: boolean): number {
  const char = text[at] as string;
  if (char === "'" || char === '"' || char === '`') return readString(text, at + 1, char, tokens, spaced);
  const [kind, end] = classify(text, at, char);
  const raw = text.slice(at, end);
  if (kind === 'word') {
    const word = raw.toLowerCase();
    tokens.push({ kind: kindOfWord(word), text: word, spaced });
  } else tokens.push({ kind, text: textOf(kind, raw), spaced });
  return end;
}

function textOf(kind: SqlKind, raw: string): string {
  if (kind === 'variable') return raw.toLowerCase();
  if (kind === 'comment') return raw.startsWith('#') ? '#' : '--';
  return raw;
}

/** The kind of the token that begins here, and where it ends. */
function classify(text: string, at: number, char: string): [kind: SqlKind, end: number] {
  const code = char.charCodeAt(0);
  if (isLetter(code)) return ['word', wordEnd(text, at + 1)];
  if (isDigit(code) || (char === '.' && isDigit(text.charCodeAt(at + 1))))
    return ['number', numberEnd(text, at)];
  if (char === '@') return ['variable', wordEnd(text, text[at + 1] === '@' ? at + 2 : at + 1)];
  if (char === '#' || (char === '-' && /^--(?:[\s-]|$)/.test(text.slice(at, at + 3)))) {
    const line = text.indexOf('\n', at);
    return ['comment', line < 0 ? text.length : line];
  }
  return classifySign(text, at, char);
}

function classifySign(text: string, at: number, char: string): [kind: SqlKind, end: number] {
  const pair = text.slice(at, at + 2);
  if (pair === '||' || pair === '&&') return ['logic', at + 2];
  if (pair === ':=') return ['variable', at + 2];
  if (COMPARE_SIGNS.has(pair)) return ['compare', at + (text.startsWith('<=>', at) ? 3 : 2)];
  if (COMPARE_SIGNS.has(char)) return ['compare', at + 1];
  if (OPERATOR_SIGNS.includes(char)) return ['operator', at + 1];
  return [MARKS.includes(char) ? (char as SqlKind) : 'other', at + 1];
}

const COMPARE_SIGNS = new Set(['=', '<', '>', '~', '<>', '!=', '<=', '>=', '!~']);
const OPERATOR_SIGNS = '-+*/%^&|!';
const MARKS = '(),;.';

function spaceEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code <= 32 || code === 160; code = text.charCodeAt(at)) at++;
  return at;
}

/** Letters, the underscore, and bytes beyond ASCII. */
function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 128 && code !== 160)
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  for (
    let code = text.charCodeAt(at);
    isLetter(code) || isDigit(code) || code === 36;
    code = text.charCodeAt(at)
  )
    at++;
  return at;
}

const NUMBER = /0x[0-9a-f]+|0b[01]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+/iy;

function numberEnd(text: string, at: number): number {
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : at + 1;
}

/** What MySQL runs of `/*!50000 …`; an ordinary comment separates, and at the end cuts off what follows. */
function versionComment(block: string, last: boolean, nested: boolean): SqlToken[] {
  const inner = nested ? null : /^\/\*!\d*([\s\S]*?)(?:\*\/)?$/.exec(block);
  if (inner !== null) return sqlTokens(inner[1] as string, '', true);
  return last && !block.endsWith('*/') ? [{ kind: 'comment', text: '/*', spaced: true }] : [];
}

function kindOfWord(word: string): SqlKind {
  if (LOGIC.has(word)) return 'logic';
  if (COMPARE.has(word)) return 'compare';
  return OPERATORS.has(word) ? 'operator' : 'word';
}

/** Reads to the closing quote; backslashes and doubled quotes escape. Answers where it ends. */
function readString(text: string, from: number, quote: string, tokens: SqlToken[], spaced: boolean): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (text[at + 1] === quote && text[at + 2] !== undefined && at > from) at++;
      else {
        tokens.push({ kind: 'string', text: text.slice(from, at), spaced });
        return at + 1;
      }
    }
  }
  tokens.push({ kind: 'open-string', text: text.slice(from), spaced });
  return text.length;
}
