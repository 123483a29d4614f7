import type { Assertion, Node, Pattern } from './ast.js';
import { escapeCodePoint } from './classes.js';

const TEXT_START = '(?<![\\s\\S])';
const TEXT_END = '(?![\\s\\S])';
const WORD = '[0-9A-Za-z_]';
const UNICODE_WORD = '[\\p{L}\\p{N}_]';

/** The pattern as JavaScript's own regular expression; `undefined` when it has no equal there. */
export function toJavaScript({ root }: Pattern): RegExp | undefined {
  const cases = new Set<boolean>();
  const source = emit(root, cases);
  if (source === undefined || cases.size > 1) return undefined;
  return new RegExp(source, cases.has(true) ? 'iu' : 'u');
}

/** Source under the `u` flag; notes which case rules the letters in it follow. */
function emit(node: Node, cases: Set<boolean>): string | undefined {
  switch (node.kind) {
    case 'empty':
      return '';
    case 'fail':
      return '(?!)';
    case 'char':
      noteCase(node.codePoint, node.ignoreCase, cases);
      return escapeCodePoint(node.codePoint);
    case 'set':
      if (/[A-Za-z]/.test(node.source.replace(/\\[pPu]\{[^}]*\}|\\u[0-9a-f]{4}|\\x..|\\[a-zA-Z]/g, ''))) {
        cases.add(node.ignoreCase);
      } else if (node.source.includes('\\p') || /\\u/.test(node.source)) {
        cases.add(node.ignoreCase);
      }
      return node.source;
    case 'sequence':
      return joined(node.items, '', cases);
    case 'choice':
      return wrapped(joined(node.items, '|', cases));
    case 'assert':
      return assertion(node.what, node.unicode);
    default:
      return emitComposite(node, cases);
  }
}

function noteCase(codePoint: number, ignoreCase: boolean, cases: Set<boolean>): void {
  const letter = String.fromCodePoint(codePoint);
  if (letter.toLowerCase() !== letter || letter.toUpperCase() !== letter) cases.add(ignoreCase);
}

function emitComposite(node: Node, cases: Set<boolean>): string | undefined {
  switch (node.kind) {
    case 'repeat': {
      if (node.mode === 'possessive' || node.node.kind === 'assert' || node.node.kind === 'look')
        return undefined;
      const inner = emit(node.node, cases);
      return inner === undefined
        ? undefined
        : `(?:${inner})${bounds(node.min, node.max)}${node.mode === 'lazy' ? '?' : ''}`;
    }
    case 'group': {
      const inner = emit(node.node, cases);
      return inner === undefined ? undefined : `(${inner})`;
    }
    case 'look': {
      const inner = emit(node.node, cases);
      const sign = `?${node.ahead ? '' : '<'}${node.negate ? '!' : '='}`;
      return inner === undefined ? undefined : `(${sign}${inner})`;
    }
    default:
      // A reference to a group that took no part fails in PCRE and matches nothing in JavaScript.
      return undefined;
  }
}

function bounds(min: number, max: number): string {
  return max === Number.POSITIVE_INFINITY ? `{${min},}` : `{${min},${max}}`;
}

function joined(items: readonly Node[], separator: string, cases: Set<boolean>): string | undefined {
  const parts = items.map((item) => emit(item, cases));
  return parts.includes(undefined) ? undefined : parts.join(separator);
}

function wrapped(source: string | undefined): string | undefined {
  return source === undefined ? undefined : `(?:${source})`;
}

function assertion(what: Assertion, unicode: boolean): string {
  const word = unicode ? UNICODE_WORD : WORD;
  switch (what) {
    case 'start':
      return '^';
    case 'lineStart':
      return `(?:${TEXT_START}|(?<=\\n)(?=[\\s\\S]))`;
    case 'end':
      return '$';
    case 'endOrNewline':
      return `(?=\\n?${TEXT_END})`;
    case 'lineEnd':
      return `(?=\\n|${TEXT_END})`;
    case 'wordBoundary':
      return `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
    case 'notWordBoundary':
      return `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`;
  }
}
