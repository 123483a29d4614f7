import type { Flags, Node, Pattern, RepeatMode } from './ast.js';
import { parseBrackets } from './brackets.js';
import { classSource } from './classes.js';
import { characterEscape, classEscape } from './escapes.js';
import { checkLookBehind } from './look-behind.js';
import { Reader } from './reader.js';

const MOST_REPEATS = 65_535;
const DEEPEST = 250;

/** Parses a PCRE pattern. Throws PatternError with PCRE2's text. */
export function parsePattern(text: string, flags: Flags): Pattern {
  return new Parser(text, flags).parse();
}

class Parser {
  readonly #reader: Reader;
  readonly #names = new Map<string, number>();
  readonly #references: (number | string)[] = [];
  #flags: Flags;
  #groups = 0;
  /** Between `\Q` and `\E` every character stands for itself. */
  #quoting = false;
  #depth = 0;

  constructor(text: string, flags: Flags) {
    this.#reader = new Reader(text);
    this.#flags = flags;
  }

  parse(): Pattern {
    this.#verbs();
    const root = this.#alternatives();
    if (!this.#reader.done) this.#reader.fail('unmatched closing parenthesis');
    for (const group of this.#references) this.#checkReference(group);
    return { root, groupCount: this.#groups, names: this.#names };
  }

  /** `(*UTF)`, `(*UCP)` and the like stand at the very start. */
  #verbs(): void {
    for (;;) {
      const verb = this.#reader.match(/\(\*(UTF8?|UCP|NO_START_OPT|NO_AUTO_POSSESS|ANYCRLF|LF|CRLF|ANY)\)/y);
      if (verb === undefined) return;
      if (verb[1] === 'UCP') this.#flags = { ...this.#flags, unicode: true };
    }
  }

  #checkReference(group: number | string): void {
    const exists = typeof group === 'number' ? group <= this.#groups : this.#names.has(group);
    if (!exists) this.#reader.fail('reference to non-existent subpattern');
  }

  /** Options set inside hold to the end of the group, through later alternatives. */
  #alternatives(resetGroups = false): Node {
    const outer = this.#flags;
    const firstGroup = this.#groups;
    let lastGroup = firstGroup;
    if (++this.#depth > DEEPEST) this.#reader.fail('parentheses are too deeply nested');
    const items = [this.#sequence()];
    while (this.#reader.take('|')) {
      lastGroup = Math.max(lastGroup, this.#groups);
      if (resetGroups) this.#groups = firstGroup;
      items.push(this.#sequence());
    }
    this.#groups = Math.max(lastGroup, this.#groups);
    this.#depth--;
    this.#flags = outer;
    return items.length === 1 ? (items[0] as Node) : { kind: 'choice', items };
  }

  #sequence(): Node {
    const items: Node[] = [];
    while (!this.#atEnd()) {
      const atom = this.#atom();
      if (atom === undefined) continue;
      const node = this.#quantified(atom);
      if (node.kind === 'sequence') items.push(...node.items);
      else items.push(node);
    }
    if (items.length === 0) return { kind: 'empty' };
    return items.length === 1 ? (items[0] as Node) : { kind: 'sequence', items };
  }

  #atEnd(): boolean {
    if (this.#reader.done) return true;
    return !this.#quoting && (this.#reader.next === '|' || this.#reader.next === ')');
  }

  #quantified(atom: Node): Node {
    let node = atom;
    for (;;) {
      if (this.#quoting) {
        if (!this.#reader.take('\\E')) return node;
        this.#quoting = false;
      }
      this.#skipSpace();
      const bounds = this.#bounds();
      if (bounds === undefined) return node;
      node = this.#repeat(node, bounds);
    }
  }

  #repeat(node: Node, [min, max]: readonly [number, number]): Node {
    const mode: RepeatMode = this.#reader.take('?')
      ? 'lazy'
      : this.#reader.take('+')
        ? 'possessive'
        : 'greedy';
    return { kind: 'repeat', node, min, max, mode };
  }

  #bounds(): readonly [number, number] | undefined {
    if (this.#reader.take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.#reader.take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.#reader.take('?')) return [0, 1];
    const counted = this.#reader.match(/\{(\d+)(,(\d*))?\}/y);
    if (counted === undefined) return undefined;
    const min = Number(counted[1]);
    const max =
      counted[2] === undefined ? min : counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3]);
    if (min > MOST_REPEATS || (Number.isFinite(max) && max > MOST_REPEATS)) {
      this.#reader.fail('number too big in {} quantifier');
    }
    if (max < min) this.#reader.fail('numbers out of order in {} quantifier');
    return [min, max];
  }

  #skipSpace(): void {
    if (this.#flags.extended) this.#reader.match(/(?:\s|#[^\n]*)+/y);
  }

  /** One item; `undefined` for what leaves none (space, comments, options). */
  #atom(): Node | undefined {
    const reader = this.#reader;
    if (this.#quoting) return this.#quoted();
    const before = reader.at;
    this.#skipSpace();
    if (reader.at > before) return undefined;
    switch (reader.next) {
      case '(':
        return this.#parenthesis();
      case '[':
        reader.at++;
        return parseBrackets(reader, this.#flags);
      case '\\':
        reader.at++;
        return this.#escape();
      case '*':
      case '+':
      case '?':
        return reader.fail('quantifier does not follow a repeatable item');
      default:
        return this.#plain();
    }
  }

  #plain(): Node {
    const { ignoreCase, multiline, dotAll, unicode } = this.#flags;
    const codePoint = this.#reader.codePoint();
    switch (codePoint) {
      case 0x2e:
        return { kind: 'set', source: dotAll ? '[\\s\\S]' : '[^\\n]', ignoreCase: false };
      case 0x5e:
        return { kind: 'assert', what: multiline ? 'lineStart' : 'start', unicode };
      case 0x24:
        return { kind: 'assert', what: multiline ? 'lineEnd' : 'endOrNewline', unicode };
      default:
        return { kind: 'char', codePoint, ignoreCase };
    }
  }

  #escape(): Node | undefined {
    const reader = this.#reader;
    if (reader.done) reader.fail('\\ at end of pattern');
    if (reader.take('Q')) {
      this.#quoting = true;
      return undefined;
    }
    if (reader.take('E')) return undefined;
    const { ignoreCase, unicode } = this.#flags;
    const special = this.#assertion() ?? this.#backreference();
    if (special !== undefined) return special;
    if (reader.take('R')) return LINE_BREAK;
    if (reader.take('X')) return GRAPHEME;
    const found = classEscape(reader, unicode);
    if (found !== undefined) return { kind: 'set', source: classSource(found), ignoreCase };
    const codePoint = characterEscape(reader, false) ?? reader.fail('unrecognized character follows \\');
    return { kind: 'char', codePoint, ignoreCase };
  }

  #quoted(): Node | undefined {
    if (this.#reader.take('\\E')) {
      this.#quoting = false;
      return undefined;
    }
    return { kind: 'char', codePoint: this.#reader.codePoint(), ignoreCase: this.#flags.ignoreCase };
  }

  #assertion(): Node | undefined {
    const what = ASSERTIONS[this.#reader.next];
    if (what === undefined) return this.#reader.take('K') ? { kind: 'keepOut' } : undefined;
    this.#reader.at++;
    return { kind: 'assert', what, unicode: this.#flags.unicode };
  }

  /** `\1`, `\g{-1}`, `\k<name>`; up to `\9` it is always a reference, beyond that when there are as many groups. */
  #backreference(): Node | undefined {
    const reader = this.#reader;
    const named = reader.match(/k(?:<(\w+)>|'(\w+)'|\{(\w+)\})|g\{([A-Za-z_]\w*)\}/y);
    if (named !== undefined) return this.#reference((named[1] ?? named[2] ?? named[3] ?? named[4]) as string);
    const numbered = reader.match(/g(?:\{([+-]?\d+)\}|([+-]?\d+))/y);
    if (numbered !== undefined)
      return this.#reference(this.#groupNumber((numbered[1] ?? numbered[2]) as string));
    const call = reader.match(/g(?:<([^>]+)>|'([^']+)')/y);
    if (call !== undefined) return this.#call((call[1] ?? call[2]) as string);
    const digits = /^[1-9]\d*/.exec(reader.text.slice(reader.at))?.[0];
    if (digits === undefined) return undefined;
    if (digits.length > 1 && Number(digits) > this.#groups && /^[0-7]/.test(digits)) return undefined;
    reader.at += digits.length;
    return this.#reference(Number(digits));
  }

  #groupNumber(text: string): number {
    if (text.startsWith('-')) return this.#groups + 1 + Number(text);
    return text.startsWith('+') ? this.#groups + Number(text) : Number(text);
  }

  #reference(group: number | string): Node {
    this.#references.push(group);
    return { kind: 'backreference', group, ignoreCase: this.#flags.ignoreCase };
  }

  #call(text: string): Node {
    const group = /^[+-]?\d+$/.test(text) ? this.#groupNumber(text) : text;
    this.#references.push(group);
    return { kind: 'call', group };
  }

  #parenthesis(): Node | undefined {
    const reader = this.#reader;
    reader.at++;
    if (reader.match(/\*(?:FAIL|F)\)/y) !== undefined) return { kind: 'fail' };
    if (reader.next === '*') reader.fail('(*VERB) not recognized or malformed');
    if (!reader.take('?')) return this.#capture(undefined);
    if (reader.take('#')) {
      if (reader.match(/[^)]*\)/y) === undefined) reader.fail('missing ) after (?# comment');
      return undefined;
    }
    const name = reader.match(/P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)'/y);
    if (name !== undefined) return this.#capture((name[1] ?? name[2]) as string);
    return this.#special();
  }

  #special(): Node | undefined {
    const reader = this.#reader;
    if (reader.take(':')) return this.#closed(this.#alternatives());
    if (reader.take('>')) return { kind: 'atomic', node: this.#closed(this.#alternatives()) };
    if (reader.take('|')) return this.#closed(this.#alternatives(true));
    const look = reader.match(/<?[=!]/y);
    if (look !== undefined) return this.#look(look[0]);
    if (reader.take('(')) return this.#conditional();
    const reference = reader.match(/P=(\w+)\)/y);
    if (reference !== undefined) return this.#reference(reference[1] as string);
    const call = reader.match(/(R|[+-]?\d+)\)|(?:&|P>)(\w+)\)/y);
    if (call !== undefined) return this.#call(call[2] ?? (call[1] === 'R' ? '0' : (call[1] as string)));
    return this.#options();
  }

  #look(sign: string): Node {
    const ahead = !sign.startsWith('<');
    const node = this.#closed(this.#alternatives());
    if (!ahead) checkLookBehind(node, this.#reader);
    return { kind: 'look', ahead, negate: sign.endsWith('!'), node };
  }

  #capture(name: string | undefined): Node {
    const index = ++this.#groups;
    if (name !== undefined) {
      if (this.#names.has(name))
        this.#reader.fail('two named subpatterns have the same name (PCRE2_DUPNAMES not set)');
      this.#names.set(name, index);
    }
    return { kind: 'group', index, name, node: this.#closed(this.#alternatives()) };
  }

  #closed(node: Node): Node {
    if (!this.#reader.take(')')) this.#reader.fail('missing closing parenthesis');
    return node;
  }

  /** `(?i)` to the end of the group, `(?i-s:…)` inside. */
  #options(): Node | undefined {
    const reader = this.#reader;
    const found = reader.match(/(\^?)([imsxnJU]*)(?:-([imsxnJU]*))?([:)])/y);
    if (found === undefined) return reader.fail('unrecognized character after (? or (?-');
    const outer = this.#flags;
    let flags =
      found[1] === '^'
        ? { ...outer, ignoreCase: false, multiline: false, dotAll: false, extended: false }
        : outer;
    flags = withOptions(flags, found[2] as string, true);
    this.#flags = withOptions(flags, found[3] ?? '', false);
    if (found[4] === ')') return undefined;
    const node = this.#closed(this.#alternatives());
    this.#flags = outer;
    return node;
  }

  #conditional(): Node {
    const test = this.#condition();
    const node = this.#closed(this.#alternatives());
    if (node.kind !== 'choice') return { kind: 'conditional', test, yes: node, no: { kind: 'empty' } };
    if (node.items.length > 2) this.#reader.fail('conditional subpattern contains more than two branches');
    return { kind: 'conditional', test, yes: node.items[0] as Node, no: node.items[1] as Node };
  }

  #condition(): number | string | Node {
    const reader = this.#reader;
    const found = reader.match(/([+-]?\d+)\)|<(\w+)>\)|'(\w+)'\)|([A-Za-z_]\w*)\)/y);
    if (found === undefined) {
      const look = reader.match(/\?<?[=!]/y);
      if (look === undefined) return reader.fail('assertion expected after (?( or (?(?C)');
      return this.#look(look[0].slice(1));
    }
    const group =
      found[1] === undefined ? ((found[2] ?? found[3] ?? found[4]) as string) : this.#groupNumber(found[1]);
    this.#references.push(group);
    return group;
  }
}

const ASSERTIONS: Record<string, 'start' | 'end' | 'endOrNewline' | 'wordBoundary' | 'notWordBoundary'> = {
  A: 'start',
  G: 'start',
  Z: 'endOrNewline',
  z: 'end',
  b: 'wordBoundary',
  B: 'notWordBoundary',
};

const LINE_BREAK: Node = {
  kind: 'atomic',
  node: {
    kind: 'choice',
    items: [
      {
        kind: 'sequence',
        items: [
          { kind: 'char', codePoint: 13, ignoreCase: false },
          { kind: 'char', codePoint: 10, ignoreCase: false },
        ],
      },
      { kind: 'set', source: '[\\n-\\r\\u0085\\u2028\\u2029]', ignoreCase: false },
    ],
  },
};

/** A character with its combining marks. */
const GRAPHEME: Node = {
  kind: 'sequence',
  items: [
    { kind: 'set', source: '[\\s\\S]', ignoreCase: false },
    {
      kind: 'repeat',
      node: { kind: 'set', source: '[\\p{M}\\u200d]', ignoreCase: false },
      min: 0,
      max: Number.POSITIVE_INFINITY,
      mode: 'possessive',
    },
  ],
};

function withOptions(flags: Flags, letters: string, value: boolean): Flags {
  const result = { ...flags };
  for (const letter of letters) {
    if (letter === 'i') result.ignoreCase = value;
    if (letter === 'm') result.multiline = value;
    if (letter === 's') result.dotAll = value;
    if (letter === 'x') result.extended = value;
  }
  return result;
}
