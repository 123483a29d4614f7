import { type SqlContext, type SqlToken, sqlTokens } from './sql-tokens.js';

export type Sensitivity = 'LOW' | 'HIGH';

/** Nothing without one of these is an injection. */
const SUSPICIOUS = /['"`;()=<>#|&*\\]|--|@@|\/\*|\b(?:select|union|or|and|xor|having|order|group|waitfor)\b/i;

/** Outside quotes an injection needs a comparison, a call, a variable or one of these words. */
const BARE =
  /[=<>(@]|\/\*|\b(?:union|having|order|group|waitfor|drop|insert|delete|update|alter|create|truncate|exec|execute|declare|shutdown|merge|rename|into|between|like|is|in|rlike|regexp|case|information_schema|sysobjects|sqlite_master|pg_catalog)\b/i;

/**
 * Tells SQL injection from text by reading it as SQL in each place it could stand in a query: bare, and inside each kind of
 * quote. It knows injections by their structure (a tautology after a value, a second statement, a UNION, a comment that cuts
 * the rest off …), so that O'Brien and "select a seat from the map" are left alone.
 */
export function isSqlInjection(text: string, sensitivity: Sensitivity = 'LOW'): boolean {
  if (text.length < 3 || !SUSPICIOUS.test(text)) return false;
  if (BARE.test(text) && judge(text, '', sensitivity)) return true;
  for (const quote of ["'", '"', '`'] as const)
    if (text.includes(quote) && judge(text, quote, sensitivity)) return true;
  return false;
}

function judge(text: string, context: SqlContext, sensitivity: Sensitivity): boolean {
  const tokens = sqlTokens(text, context);
  if (tokens.length < 2) return tokens[0]?.kind === 'variable' && anywhere(tokens, false);
  if (context !== '') {
    if (tokens[0]?.kind !== 'string') return false; // the quote never closes: it is all one string
    if (breaksOut(tokens, sensitivity)) return true;
  } else if (bareTautology(tokens, sensitivity)) return true;
  return anywhere(tokens, context !== '');
}

const VALUES = new Set(['number', 'string', 'open-string', 'variable', 'word']);
const isValue = (token: SqlToken | undefined): boolean => token !== undefined && VALUES.has(token.kind);
const isWord = (token: SqlToken | undefined, ...texts: string[]): boolean =>
  token !== undefined && token.kind === 'word' && texts.includes(token.text);
const isEnd = (token: SqlToken | undefined): boolean => token === undefined || token.kind === 'comment';

/** Index behind closing brackets from `at` on. */
function skipBrackets(tokens: readonly SqlToken[], at: number): number {
  let next = at;
  while (tokens[next]?.kind === ')') next++;
  return next;
}

/** What follows the quote that closed the value. */
function breaksOut(tokens: readonly SqlToken[], sensitivity: Sensitivity): boolean {
  const at = skipBrackets(tokens, 1);
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first === undefined) return false;
  if (first.kind === 'comment') return first.text !== '#' || at > 1 || tokens.length === at + 1;
  if (first.kind === 'logic') return isCondition(tokens, at + 1) || sensitivity === 'HIGH';
  if (first.kind === 'compare' || first.text === '+')
    return second?.kind === 'string' || second?.kind === 'open-string' || (isValue(second) && isEnd(third));
  if (first.kind === 'operator')
    return (
      (second?.kind === 'open-string' && second.text.trim() === '') ||
      isCall(tokens, at + 1) ||
      second?.kind === '('
    );
  if (first.kind === ';') return isEnd(second) || isStatement(tokens, at + 1);
  return clause(tokens, at);
}

/** ORDER BY 5, GROUP BY x, HAVING 1=1, LIMIT 1 … behind a closed value. */
function clause(tokens: readonly SqlToken[], at: number): boolean {
  const [first, second, third, fourth] = tokens.slice(at, at + 4);
  if (isWord(first, 'order', 'group') && isWord(second, 'by')) return isValue(third);
  if (isWord(first, 'having')) return isValue(second) && third?.kind === 'compare';
  if (isWord(first, 'limit', 'offset', 'procedure')) return isValue(second) && isEnd(third ?? fourth);
  return isWord(first, 'waitfor');
}

/** An expression that a logical operator makes part of the condition. */
function isCondition(tokens: readonly SqlToken[], from: number): boolean {
  let at = from;
  while (tokens[at]?.kind === '(' || isWord(tokens[at], 'not') || /^[!+~-]$/.test(tokens[at]?.text ?? ''))
    at++;
  const value = tokens[at];
  if (isWord(value, 'true', 'false', 'null', 'exists', 'select', 'case')) return true;
  if (!isValue(value)) return false;
  if (isCall(tokens, at)) return true;
  let next = at + 1;
  if (tokens[next]?.kind === '.' && isValue(tokens[next + 1])) next += 2;
  next = skipBrackets(tokens, next);
  const follower = tokens[next];
  if (follower?.kind === 'compare') return true;
  if (isWord(follower, 'not')) return tokens[next + 1]?.kind === 'compare';
  return value?.kind !== 'word' && (follower === undefined || follower.kind === 'comment');
}

/** `1 or 1=1`, `1) and (2>1`: a value, a logical operator and a comparison from the very start. */
function bareTautology(tokens: readonly SqlToken[], sensitivity: Sensitivity): boolean {
  let at = 0;
  if (tokens[0]?.kind === 'operator') at++;
  if (!isValue(tokens[at]) && tokens[at]?.kind !== ')') return false;
  at = skipBrackets(tokens, at + 1);
  if (tokens[at]?.kind === 'logic') {
    if (isComparison(tokens, at + 1)) return true;
    return sensitivity === 'HIGH' && isCondition(tokens, at + 1);
  }
  const head = tokens[0]?.kind;
  if (head !== 'number' && tokens[at - 1]?.kind !== ')') return false;
  if (isWord(tokens[at], 'order', 'group') && isWord(tokens[at + 1], 'by'))
    return tokens[at + 2]?.kind === 'number' && isEnd(tokens[at + 3]);
  return isWord(tokens[at], 'having') && isComparison(tokens, at + 1);
}

/** Both sides of the comparison are there, and neither is running text. */
function isComparison(tokens: readonly SqlToken[], from: number): boolean {
  let at = from;
  while (tokens[at]?.kind === '(' || isWord(tokens[at], 'not', 'exists')) at++;
  if (isWord(tokens[at], 'select', 'true', 'false') && (at > from || isEnd(tokens[at + 1]))) return true;
  if (!isValue(tokens[at])) return false;
  if (isCall(tokens, at)) return tokens[at]?.spaced === true || at > from;
  let next = at + 1;
  while (tokens[next]?.kind === 'operator' && isValue(tokens[next + 1])) next += 2;
  if (tokens[next]?.kind !== 'compare') return false;
  const other = tokens[next + 1];
  if (other?.kind === '(') return true;
  const symbol = /^[<>=!~]/.test(tokens[next]?.text ?? '');
  return isValue(other) && (symbol || other?.kind !== 'word');
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

function isCall(tokens: readonly SqlToken[], at: number): boolean {
  const name = tokens[at];
  return (
    name?.kind === 'word' &&
    FUNCTIONS.has(name.text) &&
    tokens[at + 1]?.kind === '(' &&
    !tokens[at + 1]?.spaced
  );
}

const STATEMENTS = new Set([
  'select',
  'insert',
  'update',
  'delete',
  'drop',
  'alter',
  'create',
  'truncate',
  'exec',
  'execute',
  'declare',
  'waitfor',
  'shutdown',
  'grant',
  'revoke',
  'merge',
  'replace',
  'rename',
  'call',
  'copy',
  'attach',
  'use',
]);
const OBJECTS = [
  'table',
  'database',
  'schema',
  'view',
  'index',
  'user',
  'function',
  'procedure',
  'trigger',
  'role',
];

/** A statement of its own, told from prose by its second word. */
function isStatement(tokens: readonly SqlToken[], at: number): boolean {
  const [verb, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (verb?.kind !== 'word' || !STATEMENTS.has(verb.text)) return false;
  switch (verb.text) {
    case 'insert':
    case 'merge':
      return isWord(second, 'into');
    case 'delete':
      return isWord(second, 'from');
    case 'update':
      return second?.kind === 'word' && isWord(third, 'set');
    case 'drop':
    case 'alter':
    case 'create':
    case 'truncate':
    case 'rename':
      return isWord(second, ...OBJECTS);
    case 'declare':
    case 'exec':
    case 'execute':
      return (
        second?.kind === 'variable' ||
        second?.kind === '(' ||
        isWord(second, 'master', 'xp_cmdshell', 'sp_executesql', 'immediate')
      );
    case 'waitfor':
      return isWord(second, 'delay', 'time');
    case 'shutdown':
      return isEnd(second) || second?.kind === ';' || isWord(second, 'with');
    case 'select':
      return selectList(tokens, at + 1) || isEnd(tokens[at + 2]);
    default:
      return false;
  }
}

/** What gives itself away wherever it stands. */
function anywhere(tokens: readonly SqlToken[], quoted: boolean): boolean {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as SqlToken;
    if (token.kind === ';' && isStatement(tokens, at + 1)) return true;
    if (
      token.kind === 'variable' &&
      /^@@(version|datadir|hostname|servername|global|basedir)/.test(token.text)
    )
      return true;
    if (token.kind === 'word' && givesAway(tokens, at, quoted)) return true;
  }
  return at0Statement(tokens);
}

/** A whole statement from the first token on. */
function at0Statement(tokens: readonly SqlToken[]): boolean {
  const verb = tokens[0];
  if (verb?.kind !== 'word' || verb.text === 'shutdown') return false;
  if (verb.text === 'select') return selectList(tokens, 1) && tokens.some((token) => isWord(token, 'from'));
  return isStatement(tokens, 0) && !['update', 'create', 'delete', 'drop'].includes(verb.text);
}

function givesAway(tokens: readonly SqlToken[], at: number, quoted: boolean): boolean {
  const { text } = tokens[at] as SqlToken;
  const [next, third] = [tokens[at + 1], tokens[at + 2]];
  switch (text) {
    case 'union': {
      const select = isWord(next, 'all', 'distinct') ? at + 2 : at + 1;
      const head = tokens[select]?.kind === '(' ? select + 1 : select;
      return (
        isWord(tokens[head], 'select') &&
        (selectList(tokens, head + 1) || isEnd(tokens[head + 1]) || isWord(tokens[head + 2], 'from'))
      );
    }
    case 'into':
      return isWord(next, 'outfile', 'dumpfile');
    case 'waitfor':
      return isWord(next, 'delay', 'time') && (third?.kind === 'string' || third?.kind === 'open-string');
    case 'information_schema':
    case 'xp_cmdshell':
    case 'sqlite_master':
    case 'pg_catalog':
    case 'sysobjects':
    case 'pg_sleep':
      return true;
    case 'sleep':
    case 'benchmark':
    case 'load_file':
    case 'extractvalue':
    case 'updatexml':
    case 'randomblob':
    case 'dbms_pipe':
      return isCall(tokens, at) && (quoted || isValue(third) || third?.kind === '(');
    case 'select':
      return subquery(tokens, at);
    case 'case':
      return isWord(next, 'when') && tokens.some((token) => isWord(token, 'then'));
    default:
      return false;
  }
}

/** `(select x from y`, with an operator or another bracket before it: prose has a word there. */
function subquery(tokens: readonly SqlToken[], at: number): boolean {
  const [before, opener] = [tokens[at - 2], tokens[at - 1]];
  if (opener?.kind !== '(') return false;
  const attached =
    before === undefined ||
    before.kind !== 'word' ||
    !opener.spaced ||
    isWord(before, 'exists', 'in', 'from');
  return (
    attached &&
    (selectList(tokens, at + 1) || (before !== undefined && tokens.some((token) => isWord(token, 'from'))))
  );
}

/** What stands behind SELECT in a query, not in a sentence. */
function selectList(tokens: readonly SqlToken[], at: number): boolean {
  let first = tokens[at];
  let next = tokens[at + 1];
  if (isWord(first, 'distinct', 'top', 'all')) {
    first = next;
    next = tokens[at + 2];
  }
  if (first === undefined) return false;
  if (first.kind === 'operator' || first.kind === 'variable' || first.kind === '(') return true;
  if (
    first.kind === 'number' ||
    first.kind === 'string' ||
    first.kind === 'open-string' ||
    isWord(first, 'null', 'case')
  )
    return (
      next === undefined || next.kind !== 'word' || isWord(next, 'from', 'union', 'where', 'into', 'limit')
    );
  if (isWord(first, 'current_user', 'session_user', 'system_user', 'current_database')) return true;
  if (isCall(tokens, tokens.indexOf(first, at))) return true;
  if (next?.kind === '.') return true;
  return next?.kind === ',' && tokens.slice(at).some((token) => isWord(token, 'from'));
}
