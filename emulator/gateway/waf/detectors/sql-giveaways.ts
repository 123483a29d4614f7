import { isStatement, selectList } from './sql-statements.js';
import type { SqlToken } from './sql-tokens.js';
import { isCall, isEnd, isValue, isWord } from './sql-words.js';

/** What gives itself away wherever it stands. */
export function anywhere(tokens: readonly SqlToken[], quoted: boolean): boolean {
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
