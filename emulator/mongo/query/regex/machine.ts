import type { Assertion, Node, Pattern } from './ast.js';
import { fixedLength } from './look-behind.js';

/** Thrown when a match takes more steps, or nests deeper, than it may. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded';
}

/** Where a match begins and ends, and the same for each group (-1 for one that took no part). */
export interface Match {
  start: number;
  end: number;
  /** Pairs of start and end, group 1 first. */
  groups: number[];
}

type Continue = (at: number) => boolean;
/** Matches from `at` and asks the continuation; false means back to the last choice. */
type Matcher = (at: number, next: Continue) => boolean;
type TestCharacter = (codePoint: number) => boolean;

/** A backtracking matcher with PCRE's semantics whose work is bounded: it stops with LimitExceeded. */
export class Machine {
  readonly #pattern: Pattern;
  readonly #root: Matcher;
  readonly #bodies = new Map<number, Matcher>();
  #text = '';
  #steps = 0;
  #start = 0;
  #captures: number[] = [];

  constructor(pattern: Pattern) {
    this.#pattern = pattern;
    this.#root = this.#compile(pattern.root);
    this.#bodies.set(0, this.#root);
  }

  /** The first match at or after `from`, within `steps` steps. */
  exec(text: string, from: number, steps: number): Match | undefined {
    this.#text = text;
    this.#steps = steps;
    try {
      return this.#search(from);
    } catch (error) {
      if (error instanceof RangeError) throw new LimitExceeded('match nests too deeply');
      throw error;
    }
  }

  #search(from: number): Match | undefined {
    for (let at = from; at <= this.#text.length; at++) {
      if (at > 0 && isLowSurrogate(this.#text, at)) continue;
      this.#captures = new Array<number>(this.#pattern.groupCount * 2).fill(-1);
      this.#start = at;
      let end = -1;
      const found = this.#root(at, (last) => {
        end = last;
        return true;
      });
      if (found) return { start: this.#start, end, groups: this.#captures };
    }
    return undefined;
  }

  #tick(): void {
    if (--this.#steps < 0) throw new LimitExceeded('match limit exceeded');
  }

  #compile(node: Node): Matcher {
    switch (node.kind) {
      case 'empty':
        return (at, next) => next(at);
      case 'fail':
        return () => false;
      case 'char':
      case 'set':
        return this.#character(characterTest(node));
      case 'sequence':
        return this.#sequence(node.items.map((item) => this.#compile(item)));
      case 'choice':
        return this.#choice(node.items.map((item) => this.#compile(item)));
      case 'repeat':
        return this.#repeat(node);
      case 'group':
        return this.#group(node.index, this.#compile(node.node));
      case 'assert':
        return (at, next) => holds(node.what, this.#text, at, node.unicode) && next(at);
      default:
        return this.#compileRare(node);
    }
  }

  #compileRare(
    node: Exclude<
      Node,
      { kind: 'empty' | 'fail' | 'char' | 'set' | 'sequence' | 'choice' | 'repeat' | 'group' | 'assert' }
    >,
  ): Matcher {
    switch (node.kind) {
      case 'atomic':
        return this.#atomic(this.#compile(node.node));
      case 'look':
        return this.#look(node);
      case 'backreference':
        return this.#backreference(node.group, node.ignoreCase);
      case 'conditional':
        return this.#conditional(node.test, this.#compile(node.yes), this.#compile(node.no));
      case 'call':
        return this.#call(node.group);
      case 'keepOut':
        return (at, next) => {
          const before = this.#start;
          this.#start = at;
          if (next(at)) return true;
          this.#start = before;
          return false;
        };
    }
  }

  #character(test: TestCharacter): Matcher {
    return (at, next) => {
      this.#tick();
      const codePoint = this.#text.codePointAt(at);
      return codePoint !== undefined && test(codePoint) && next(at + (codePoint > 0xffff ? 2 : 1));
    };
  }

  #sequence(items: readonly Matcher[]): Matcher {
    return items.reduceRight<Matcher>(
      (rest, item) => (at, next) => item(at, (middle) => rest(middle, next)),
      (at, next) => next(at),
    );
  }

  #choice(items: readonly Matcher[]): Matcher {
    return (at, next) => {
      for (const item of items) {
        this.#tick();
        if (item(at, next)) return true;
      }
      return false;
    };
  }

  #repeat(node: Node & { kind: 'repeat' }): Matcher {
    const { node: inner, min, max, mode } = node;
    if (inner.kind === 'char' || inner.kind === 'set') return this.#run(characterTest(inner), min, max, mode);
    const body = this.#compile(inner);
    if (mode === 'possessive') return this.#atomic(this.#loop(body, min, max, false));
    return this.#loop(body, min, max, mode === 'lazy');
  }

  /** A repeated single character needs no nesting: forward as far as it goes, then back. */
  #run(test: TestCharacter, min: number, max: number, mode: 'greedy' | 'lazy' | 'possessive'): Matcher {
    if (mode === 'lazy') return this.#lazyRun(test, min, max);
    return (at, next) => {
      let end = at;
      let count = 0;
      for (; count < max; count++) {
        const after = this.#step(test, end);
        if (after < 0) break;
        end = after;
      }
      if (count < min) return false;
      if (mode === 'possessive') return next(end);
      for (; ; count--) {
        if (next(end)) return true;
        if (count === min) return false;
        end -= isLowSurrogate(this.#text, end - 1) ? 2 : 1;
      }
    };
  }

  #lazyRun(test: TestCharacter, min: number, max: number): Matcher {
    return (at, next) => {
      let end = at;
      for (let count = 0; ; count++) {
        if (count >= min && next(end)) return true;
        const after = count < max ? this.#step(test, end) : -1;
        if (after < 0) return false;
        end = after;
      }
    };
  }

  /** The place after one character that passes, or -1. */
  #step(test: TestCharacter, at: number): number {
    this.#tick();
    const codePoint = this.#text.codePointAt(at);
    if (codePoint === undefined || !test(codePoint)) return -1;
    return at + (codePoint > 0xffff ? 2 : 1);
  }

  /** An iteration that matches nothing ends the loop. */
  #loop(body: Matcher, min: number, max: number, lazy: boolean): Matcher {
    const iterate = (at: number, count: number, next: Continue): boolean => {
      this.#tick();
      const more = () =>
        count < max &&
        body(at, (end) => (end === at && count >= min ? false : iterate(end, count + 1, next)));
      const stop = () => count >= min && next(at);
      return lazy ? stop() || more() : more() || stop();
    };
    return (at, next) => iterate(at, 0, next);
  }

  #group(index: number, body: Matcher): Matcher {
    this.#bodies.set(index, body);
    const slot = (index - 1) * 2;
    return (at, next) =>
      body(at, (end) => {
        const from = this.#captures[slot] as number;
        const to = this.#captures[slot + 1] as number;
        this.#captures[slot] = at;
        this.#captures[slot + 1] = end;
        if (next(end)) return true;
        this.#captures[slot] = from;
        this.#captures[slot + 1] = to;
        return false;
      });
  }

  #atomic(body: Matcher): Matcher {
    return (at, next) => {
      const before = [...this.#captures];
      let end = -1;
      const matched = body(at, (last) => {
        end = last;
        return true;
      });
      if (matched && next(end)) return true;
      this.#captures = before;
      return false;
    };
  }

  #look(node: Node & { kind: 'look' }): Matcher {
    const body = node.ahead ? this.#compile(node.node) : this.#behind(node.node);
    return (at, next) => {
      const before = [...this.#captures];
      const matched = body(at, () => true);
      if (node.negate || !matched) this.#captures = before;
      if (matched === node.negate) return false;
      if (next(at)) return true;
      this.#captures = before;
      return false;
    };
  }

  #behind(node: Node): Matcher {
    const alternatives = (node.kind === 'choice' ? node.items : [node]).map((item) => ({
      length: fixedLength(item) ?? 0,
      matcher: this.#compile(item),
    }));
    return (at, next) =>
      alternatives.some(({ length, matcher }) => {
        const start = back(this.#text, at, length);
        return start >= 0 && matcher(start, (end) => end === at && next(end));
      });
  }

  #backreference(group: number | string, ignoreCase: boolean): Matcher {
    const slot = (this.#indexOf(group) - 1) * 2;
    return (at, next) => {
      const from = this.#captures[slot] as number;
      if (from < 0) return false;
      const wanted = this.#text.slice(from, this.#captures[slot + 1]);
      const found = this.#text.slice(at, at + wanted.length);
      const same = found === wanted || (ignoreCase && fold(found) === fold(wanted));
      return same && next(at + wanted.length);
    };
  }

  #indexOf(group: number | string): number {
    if (typeof group === 'number') return group;
    return group === '0' ? 0 : (this.#pattern.names.get(group) ?? Number(group));
  }

  #conditional(test: number | string | Node, yes: Matcher, no: Matcher): Matcher {
    if (typeof test === 'object') {
      const look = this.#compile(test);
      return (at, next) => (look(at, () => true) ? yes(at, next) : no(at, next));
    }
    const slot = (this.#indexOf(test) - 1) * 2;
    return (at, next) => ((this.#captures[slot] as number) >= 0 ? yes(at, next) : no(at, next));
  }

  /** What groups catch inside a call is forgotten after it. */
  #call(group: number | string): Matcher {
    return (at, next) => {
      this.#tick();
      const body = this.#bodies.get(this.#indexOf(group));
      if (body === undefined) return false;
      const before = [...this.#captures];
      return body(at, (end) => {
        const inside = this.#captures;
        this.#captures = [...before];
        if (next(end)) return true;
        this.#captures = inside;
        return false;
      });
    };
  }
}

const ASCII = 128;

/** Characters of the ASCII range are looked up, others asked of JavaScript. */
function characterTest(node: Node & { kind: 'char' | 'set' }): TestCharacter {
  if (node.kind === 'char' && !node.ignoreCase) return (codePoint) => codePoint === node.codePoint;
  const source = node.kind === 'set' ? node.source : `\\u{${node.codePoint.toString(16)}}`;
  const regex = new RegExp(`^(?:${source})$`, node.ignoreCase ? 'iu' : 'u');
  const table = Array.from({ length: ASCII }, (_, code) => regex.test(String.fromCharCode(code)));
  return (codePoint) =>
    codePoint < ASCII ? (table[codePoint] as boolean) : regex.test(String.fromCodePoint(codePoint));
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xdc00 || unit > 0xdfff) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** `count` characters to the left, or -1. */
function back(text: string, at: number, count: number): number {
  let place = at;
  for (let step = 0; step < count; step++) {
    if (place <= 0) return -1;
    place -= isLowSurrogate(text, place - 1) ? 2 : 1;
  }
  return place;
}

function fold(text: string): string {
  return text.toLowerCase().toUpperCase();
}

function holds(what: Assertion, text: string, at: number, unicode: boolean): boolean {
  switch (what) {
    case 'start':
      return at === 0;
    case 'lineStart':
      return at === 0 || (text[at - 1] === '\n' && at < text.length);
    case 'end':
      return at === text.length;
    case 'endOrNewline':
      return at === text.length || (at === text.length - 1 && text[at] === '\n');
    case 'lineEnd':
      return at === text.length || text[at] === '\n';
    case 'wordBoundary':
      return isWord(text, at - 1, unicode) !== isWord(text, at, unicode);
    case 'notWordBoundary':
      return isWord(text, at - 1, unicode) === isWord(text, at, unicode);
  }
}

const WORD = /^[0-9A-Za-z_]/;
const UNICODE_WORD = /^[\p{L}\p{N}_]/u;

function isWord(text: string, at: number, unicode: boolean): boolean {
  const letter = text[at];
  return letter !== undefined && (unicode ? UNICODE_WORD : WORD).test(letter);
}
