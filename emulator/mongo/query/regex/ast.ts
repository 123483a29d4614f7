/** A parsed PCRE pattern; options (`i`, `s` …) are already worked into the nodes they hold for. */
export type Node =
  | { kind: 'empty' }
  /** One character, as a code point. */
  | { kind: 'char'; codePoint: number; ignoreCase: boolean }
  /** One character of a class, written as JavaScript writes it under the `u` flag. */
  | { kind: 'set'; source: string; ignoreCase: boolean }
  | { kind: 'sequence'; items: Node[] }
  | { kind: 'choice'; items: Node[] }
  | { kind: 'repeat'; node: Node; min: number; max: number; mode: RepeatMode }
  | { kind: 'group'; index: number; name: string | undefined; node: Node }
  | { kind: 'atomic'; node: Node }
  | { kind: 'look'; ahead: boolean; negate: boolean; node: Node }
  | { kind: 'backreference'; group: number | string; ignoreCase: boolean }
  | { kind: 'assert'; what: Assertion; unicode: boolean }
  /** `(?(1)yes|no)`, `(?(<name>)…)`, `(?(?=x)…)`. */
  | { kind: 'conditional'; test: number | string | Node; yes: Node; no: Node }
  /** Runs a group again where this stands: `(?1)`, `(?R)`. */
  | { kind: 'call'; group: number | string }
  /** `\K`: the match begins here. */
  | { kind: 'keepOut' }
  | { kind: 'fail' };

export type RepeatMode = 'greedy' | 'lazy' | 'possessive';

export type Assertion =
  | 'start'
  | 'lineStart'
  | 'end'
  | 'endOrNewline'
  | 'lineEnd'
  | 'wordBoundary'
  | 'notWordBoundary';

/** What a pattern needs besides its tree. */
export interface Pattern {
  root: Node;
  groupCount: number;
  names: ReadonlyMap<string, number>;
}

/** Options that hold at a place in the pattern. */
export interface Flags {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  extended: boolean;
  /** `(*UCP)`: `\w`, `\d`, `\s`, `\b` and POSIX classes know all of Unicode. */
  unicode: boolean;
}
