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

const PATTERN = new RegExp(
  [
    '(?<space>\\s+)',
    '(?<block>/\\*[\\s\\S]*?(?:\\*/|$))',
    '(?<line>--(?=\\s|$|-)[^\\n]*|#[^\\n]*)',
    '(?<hex>0x[0-9a-f]+|0b[01]+)',
    '(?<number>\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?|\\.\\d+)',
    '(?<variable>@@?[\\w$]+|:=)',
    '(?<word>[a-z_\\x80-\\xff][\\w$\\x80-\\xff]*)',
    '(?<logic>\\|\\||&&)',
    '(?<compare><=>|<>|!=|<=|>=|=|<|>|!~|~)',
    '(?<operator>[-+*/%^&|!])',
    '(?<mark>[(),;.])',
    '(?<quote>[\'"`])',
    '(?<other>[\\s\\S])',
  ].join('|'),
  'giy',
);

/** Reads text as SQL, as it would stand in a query in this context. */
export function sqlTokens(text: string, context: SqlContext, nested = false): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  let spaced = false;
  if (context !== '') at = readString(text, 0, context, tokens, false);
  while (at < text.length && tokens.length < ENOUGH) {
    PATTERN.lastIndex = at;
    const groups = PATTERN.exec(text)?.groups ?? {};
    at = PATTERN.lastIndex;
    if (groups.space !== undefined) spaced = true;
    else if (groups.block !== undefined) {
      tokens.push(...versionComment(groups.block, at === text.length, nested));
      spaced = true;
    } else {
      if (groups.quote !== undefined) at = readString(text, at, groups.quote, tokens, spaced);
      else tokens.push(tokenOf(groups, spaced));
      spaced = false;
    }
  }
  return tokens;
}

/** What MySQL runs of `/*!50000 …`; an ordinary comment separates, and at the end cuts off what follows. */
function versionComment(block: string, last: boolean, nested: boolean): SqlToken[] {
  const inner = nested ? null : /^\/\*!\d*([\s\S]*?)(?:\*\/)?$/.exec(block);
  if (inner !== null) return sqlTokens(inner[1] as string, '', true);
  return last && !block.endsWith('*/') ? [{ kind: 'comment', text: '/*', spaced: true }] : [];
}

function tokenOf(groups: Record<string, string | undefined>, spaced: boolean): SqlToken {
  const { line, hex, number, variable, word, logic, compare, operator, mark, other = '' } = groups;
  if (word !== undefined) return { kind: kindOfWord(word.toLowerCase()), text: word.toLowerCase(), spaced };
  if (number !== undefined || hex !== undefined) return { kind: 'number', text: number ?? hex ?? '', spaced };
  if (mark !== undefined) return { kind: mark as SqlKind, text: mark, spaced };
  if (line !== undefined) return { kind: 'comment', text: line.slice(0, 2), spaced };
  if (variable !== undefined) return { kind: 'variable', text: variable.toLowerCase(), spaced };
  if (logic !== undefined) return { kind: 'logic', text: logic, spaced };
  if (compare !== undefined) return { kind: 'compare', text: compare, spaced };
  return operator === undefined
    ? { kind: 'other', text: other, spaced }
    : { kind: 'operator', text: operator, spaced };
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
