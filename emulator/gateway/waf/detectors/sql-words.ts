import type { SqlToken } from './sql-tokens.js';

const VALUES = new Set(['number', 'string', 'open-string', 'variable', 'word']);
/** Something that a comparison may have on either side. */
export const isValue = (token: SqlToken | undefined): boolean =>
  token !== undefined && VALUES.has(token.kind);
/** One of these words. */
export const isWord = (token: SqlToken | undefined, ...texts: string[]): boolean =>
  token !== undefined && token.kind === 'word' && texts.includes(token.text);
/** The end of the query, or a comment that cuts the rest off. */
export const isEnd = (token: SqlToken | undefined): boolean =>
  token === undefined || token.kind === 'comment';

/** Index behind closing brackets from `at` on. */
export function skipBrackets(tokens: readonly SqlToken[], at: number): number {
  let next = at;
  while (tokens[next]?.kind === ')') next++;
  return next;
}

const FUNCTIONS = new Set([
  'sleep',
  'benchmark',
  'pg_sleep',
  'load_file',
  'extractvalue',
  'updatexml',
  'randomblob',
  'char',
  'chr',
  'ascii',
  'substring',
  'substr',
  'mid',
  'concat',
  'concat_ws',
  'group_concat',
  'database',
  'version',
  'user',
  'current_user',
  'system_user',
  'session_user',
  'length',
  'len',
  'ord',
  'hex',
  'unhex',
  'if',
  'ifnull',
  'nullif',
  'count',
  'cast',
  'convert',
  'exp',
  'floor',
  'rand',
  'row',
  'elt',
  'sqlite_version',
  'exec',
  'xp_cmdshell',
  'sys_eval',
  'lower',
  'upper',
  'coalesce',
  'make_set',
  'name_const',
  'json_keys',
  'st_latfromgeohash',
  'gtid_subset',
  'dbms_pipe',
  'utl_inaddr',
  'utl_http',
]);

/** `sleep(`: a function of SQL that is called; prose has a space before a bracket. */
export function isCall(tokens: readonly SqlToken[], at: number): boolean {
  const name = tokens[at];
  return (
    name?.kind === 'word' &&
    FUNCTIONS.has(name.text) &&
    tokens[at + 1]?.kind === '(' &&
    !tokens[at + 1]?.spaced
  );
}
