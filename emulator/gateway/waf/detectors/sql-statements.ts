import type { SqlToken } from './sql-tokens.js';
import { isCall, isEnd, isWord } from './sql-words.js';

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
export function isStatement(tokens: readonly SqlToken[], at: number): boolean {
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

/** What stands behind SELECT in a query, not in a sentence. */
export function selectList(tokens: readonly SqlToken[], at: number): boolean {
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
