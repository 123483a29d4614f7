import { PatternError } from './errors.js';

/** The pattern's text with a place in it. */
export class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** The next UTF-16 unit, '' at the end. */
  get next(): string {
    return this.text[this.at] ?? '';
  }

  /** Steps over `text` when it comes next. */
  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Steps over what the (sticky) expression matches here. */
  match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text);
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }

  /** Steps over one character and tells its code point. */
  codePoint(): number {
    const codePoint = this.text.codePointAt(this.at) as number;
    this.at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  fail(message: string): never {
    throw new PatternError(message, Buffer.byteLength(this.text.slice(0, this.at)));
  }
}
