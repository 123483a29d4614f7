import type { Flags, Node } from './ast.js';
import { type ClassText, escapeCodePoint, posixClass } from './classes.js';
import { characterEscape, classEscape } from './escapes.js';
import type { Reader } from './reader.js';

/** Reads `[…]`; the opening bracket has been taken. */
export function parseBrackets(reader: Reader, flags: Flags): Node {
  const negated = reader.take('^');
  let text = '';
  let complements: ClassText[] = [];
  for (let first = true; first || reader.next !== ']'; first = false) {
    if (reader.done) reader.fail('missing terminating ] for character class');
    const item = parseItem(reader, flags);
    if (typeof item !== 'number') {
      if (item.negated) complements = [...complements, item];
      else text += item.text;
    } else {
      text += rangeFrom(reader, flags, item);
    }
  }
  reader.at++;
  return setNode(text, complements, negated, flags.ignoreCase);
}

/** A complement inside brackets becomes an alternative of its own: JavaScript's `u` classes do not nest. */
function setNode(
  text: string,
  complements: readonly ClassText[],
  negated: boolean,
  ignoreCase: boolean,
): Node {
  const [complement] = complements;
  if (complement === undefined) {
    if (text === '') return negated ? anything(ignoreCase) : { kind: 'fail' };
    return { kind: 'set', source: `[${negated ? '^' : ''}${text}]`, ignoreCase };
  }
  const parts = complements.map(({ text: inner }) => `[^${inner}]`);
  if (text !== '') parts.push(`[${text}]`);
  const source = parts.length === 1 ? (parts[0] as string) : `(?:${parts.join('|')})`;
  return { kind: 'set', source: negated ? `(?!${source})[\\s\\S]` : source, ignoreCase };
}

function anything(ignoreCase: boolean): Node {
  return { kind: 'set', source: '[\\s\\S]', ignoreCase };
}

/** One member: a code point or a class. */
function parseItem(reader: Reader, flags: Flags): number | ClassText {
  const posix = reader.match(/\[:(\^?\w+):\]/y);
  if (posix !== undefined) {
    return posixClass(posix[1] as string, flags.unicode) ?? reader.fail('unknown POSIX class name');
  }
  if (!reader.take('\\')) return reader.codePoint();
  if (reader.done) reader.fail('\\ at end of pattern');
  const quoted = reader.match(/Q([\s\S]*?)(?:\\E|$)/y);
  if (quoted !== undefined) {
    const text = [...(quoted[1] as string)].map((letter) => escapeCodePoint(letter.codePointAt(0) as number));
    return { text: text.join(''), negated: false };
  }
  if (reader.take('E')) return { text: '', negated: false };
  return (
    classEscape(reader, flags.unicode) ??
    characterEscape(reader, true) ??
    reader.fail('unrecognized character follows \\')
  );
}

/** A character, or the range it begins. */
function rangeFrom(reader: Reader, flags: Flags, low: number): string {
  const isRange =
    reader.next === '-' && reader.text[reader.at + 1] !== ']' && reader.at + 1 < reader.text.length;
  if (!isRange) return escapeCodePoint(low);
  const before = reader.at;
  reader.at++;
  const high = parseItem(reader, flags);
  if (typeof high !== 'number') {
    reader.at = before + 1;
    return `${escapeCodePoint(low)}\\u{2d}`;
  }
  if (high < low) reader.fail('range out of order in character class');
  return `${escapeCodePoint(low)}-${escapeCodePoint(high)}`;
}
