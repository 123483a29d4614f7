/** Thrown where a text is not plain: the thorough reader knows what to say of it. */
class NotPlain extends Error {}

/** Anything but printable text and line feeds: other separators, marks of direction, controls. */
const UNUSUAL = /[^\n\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]/u;
const KEY = /([A-Za-z][\w-]{0,80}):(?=[ \n]|$)/y;
/** Words without quotes, which may hold `:` and `#` where those mean nothing. */
const IN_BLOCK = /[\w/\u00a1-\uffff](?:[^\n:#]|:(?![ \n]|$)|(?<! )#)*/y;
const IN_FLOW = /[\w/\u00a1-\uffff](?:[^\n:#,[\]{}]|:(?![ \n,[\]{}]|$)|(?<! )#)*/y;
const SINGLE = /'((?:[^'\n]|'')*)'/y;
const DOUBLE = /"([^"\\\n]*)"/y;
const NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;
/** A letter that no number has. */
const WORDY = /[G-WYZg-npq-wyz]/;

const LINE_FEED = 10;
const SPACE = 32;
const HASH = 35;
const DASH = 45;

/**
 * Reads a map that is written as nearly all are: keys of letters and digits, lists, `[a, b]`, `{ a: b }`, words, plain
 * numbers and quoted texts on one line, comments. Undefined for anything else (anchors, tags, block texts, escapes,
 * texts of several lines, documents) and for every fault; never another value than that of `readYaml`. It knows no places.
 */
export function readPlainYaml(text: string): Record<string, unknown> | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new PlainText(text).read();
  } catch {
    return undefined; // not plain, or nested too deeply
  }
}

class PlainText {
  readonly #text: string;
  #at = 0;
  /** Where the first thing on the line at hand stands in it; -1 after the last line. */
  #column = -1;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Record<string, unknown> {
    this.#goTo(0);
    const map = this.#map(0);
    if (this.#column !== -1) throw new NotPlain();
    return map;
  }

  /** A map whose keys all stand in this column. */
  #map(column: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    do {
      const key = this.#newKey(map);
      map[key] = this.#isLineOver() ? this.#below(column) : this.#onLine(column);
    } while (this.#column === column);
    return this.#whole(map, column);
  }

  #list(column: number): unknown[] {
    const list: unknown[] = [];
    do {
      const lineStart = this.#at - column;
      this.#at++;
      if (this.#text.charCodeAt(this.#at) !== SPACE || this.#isLineOver()) throw new NotPlain();
      KEY.lastIndex = this.#at;
      list.push(KEY.test(this.#text) ? this.#map(this.#at - lineStart) : this.#onLine(column));
    } while (this.#column === column && this.#isDash());
    return this.#whole(list, column);
  }

  /** Nothing may follow that stands further in: it would belong to what is over. */
  #whole<T>(value: T, column: number): T {
    if (this.#column > column) throw new NotPlain();
    return value;
  }

  /** The map or list on the lines below a key that stands in this column. */
  #below(column: number): unknown {
    this.#nextLine();
    if (this.#column > column) return this.#isDash() ? this.#list(this.#column) : this.#map(this.#column);
    if (this.#column === column && this.#isDash()) return this.#list(column);
    throw new NotPlain();
  }

  /** A value that stands on the line of its key or dash, whose column is given, and is all that stands there. */
  #onLine(column: number): unknown {
    const value = this.#value(column, IN_BLOCK);
    if (!this.#isLineOver()) throw new NotPlain();
    this.#nextLine();
    return value;
  }

  #value(column: number, word: RegExp): unknown {
    switch (this.#text[this.#at]) {
      case '[':
        return this.#flowList(column);
      case '{':
        return this.#flowMap(column);
      case "'":
        return this.#match(SINGLE, 1).replaceAll("''", "'");
      case '"':
        return this.#match(DOUBLE, 1);
      default:
        return meaning(this.#match(word, 0).trimEnd());
    }
  }

  #flowList(column: number): unknown[] {
    const list: unknown[] = [];
    this.#each(']', column, () => list.push(this.#value(column, IN_FLOW)));
    return list;
  }

  #flowMap(column: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    this.#each('}', column, () => {
      const key = this.#newKey(map);
      this.#skip(column);
      map[key] = this.#value(column, IN_FLOW);
    });
    return map;
  }

  /** Reads what stands between brackets, parted by commas; a comma may stand behind the last, too. */
  #each(end: string, column: number, read: () => void): void {
    this.#step(column);
    while (this.#text[this.#at] !== end) {
      read();
      this.#skip(column);
      if (this.#text[this.#at] === ',') this.#step(column);
      else if (this.#text[this.#at] !== end) throw new NotPlain();
    }
    this.#at++;
  }

  #step(column: number): void {
    this.#at++;
    this.#skip(column);
  }

  /** Goes to the next thing between brackets; on a further line it stands further in than what is around it. */
  #skip(column: number): void {
    if (!this.#isLineOver()) return;
    this.#nextLine();
    if (this.#column <= column) throw new NotPlain();
  }

  #newKey(map: Record<string, unknown>): string {
    const key = this.#match(KEY, 1);
    if (Object.hasOwn(map, key)) throw new NotPlain();
    return key;
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === DASH;
  }

  /** Steps over spaces; true where at most a comment is left of the line. */
  #isLineOver(): boolean {
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at++;
    if (this.#at === this.#text.length) return true;
    const next = this.#text.charCodeAt(this.#at);
    return next === LINE_FEED || (next === HASH && this.#text.charCodeAt(this.#at - 1) === SPACE);
  }

  #nextLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#goTo(end < 0 ? this.#text.length : end + 1);
  }

  /** Goes to the first thing on the line that starts here, or on a later one: empty lines and comments are passed over. */
  #goTo(lineStart: number): void {
    this.#at = lineStart;
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at++;
    this.#column = this.#at - lineStart;
    const next = this.#text.charCodeAt(this.#at);
    if (next === LINE_FEED || next === HASH) this.#nextLine();
    else if (this.#at === this.#text.length) this.#column = -1;
  }

  #match(what: RegExp, group: number): string {
    what.lastIndex = this.#at;
    const found = what.exec(this.#text);
    if (!found) throw new NotPlain();
    this.#at = what.lastIndex;
    return found[group] as string;
  }
}

/** What words without quotes stand for in YAML 1.2. */
function meaning(words: string): unknown {
  const first = words.charCodeAt(0);
  if (first >= 48 && first < 58) return numberOrWords(words);
  if (words.length > 5) return words;
  if (words === 'true') return true;
  if (words === 'false') return false;
  if (/^(?:true|false|null)$/i.test(words)) throw new NotPlain();
  return words;
}

function numberOrWords(words: string): unknown {
  if (NUMBER.test(words)) return Number(words);
  if (WORDY.test(words)) return words;
  throw new NotPlain();
}
