import { AwsError } from '../../protocol/faults.js';

export type Test = (message: string) => boolean;

/**
 * A filter pattern: nothing, terms (all must be there, `?` before them: one of them, `-`: it must not), quoted phrases,
 * or JSON conditions `{ $.a.b = "x" && $.c > 5 }`. Throws `InvalidParameterException` for others.
 */
export function compileFilter(pattern: string): Test {
  const text = pattern.trim();
  if (text === '') return () => true;
  if (text.startsWith('{') && text.endsWith('}')) return jsonFilter(text.slice(1, -1));
  if (text.startsWith('[') || text.startsWith('%')) throw unsupported(pattern);
  return termFilter(text);
}

function termFilter(text: string): Test {
  const terms = text.match(/[-?]?(?:"[^"]*"|\S+)/g) ?? [];
  const plain = (term: string) => term.replace(/^[-?]/, '').replace(/^"|"$/g, '');
  const any = terms.filter((term) => term.startsWith('?')).map(plain);
  const none = terms.filter((term) => term.startsWith('-')).map(plain);
  const all = terms.filter((term) => !/^[-?]/.test(term)).map(plain);
  return (message) =>
    all.every((term) => message.includes(term)) &&
    !none.some((term) => message.includes(term)) &&
    (any.length === 0 || any.some((term) => message.includes(term)));
}

const CONDITION = /^\s*\$\.([\w.[\]]+)\s*(=|!=|<=|>=|<|>)\s*(?:"([^"]*)"|(\*?[\w.*-]+))\s*$/;

function jsonFilter(text: string): Test {
  const either = text.split('||').map((part) => part.split('&&').map(condition));
  return (message) => {
    const document = documentOf(message);
    return document !== undefined && either.some((all) => all.every((test) => test(document)));
  };
}

function condition(text: string): (document: unknown) => boolean {
  const [, path = '', operator = '', quoted, bare = ''] =
    CONDITION.exec(text.replace(/^\s*\(|\)\s*$/g, '')) ?? [];
  if (path === '') throw unsupported(text);
  const wanted = quoted ?? bare;
  const pattern = new RegExp(`^${wanted.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*')}$`);
  return (document) => {
    const value = valueAt(document, path);
    if (operator === '=') return value !== undefined && pattern.test(String(value));
    if (operator === '!=') return value !== undefined && !pattern.test(String(value));
    if (typeof value !== 'number') return false;
    const number = Number(wanted);
    if (operator === '<') return value < number;
    if (operator === '>') return value > number;
    return operator === '<=' ? value <= number : value >= number;
  };
}

/** What stands at a path such as `a.b[0]` of a document. */
export function valueAt(document: unknown, path: string): unknown {
  let value = document;
  for (const part of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** JSON, as a whole or behind the prefix of Lambda's runtime. */
export function documentOf(message: string): unknown {
  const brace = message.indexOf('{');
  if (brace < 0) return undefined;
  try {
    return JSON.parse(message.slice(brace));
  } catch {
    return undefined;
  }
}

function unsupported(pattern: string): AwsError {
  return new AwsError('InvalidParameterException', `Invalid filter pattern: ${pattern}`);
}
