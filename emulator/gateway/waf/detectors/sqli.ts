import { anywhere } from './sql-giveaways.js';
import { isStatement } from './sql-statements.js';
import { type SqlContext, type SqlToken, sqlTokens } from './sql-tokens.js';
import { isCall, isEnd, isValue, isWord, skipBrackets } from './sql-words.js';

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
