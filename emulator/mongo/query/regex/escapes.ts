import { type ClassText, escapeClass, propertyClass } from './classes.js';
import type { Reader } from './reader.js';

const CONTROL: Record<string, number> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };
const LARGEST = 0x10ffff;

/** Reads the rest of an escape that stands for one character; `undefined` when it is none. The `\` has been taken. */
export function characterEscape(reader: Reader, inClass: boolean): number | undefined {
  const letter = reader.next;
  const control = CONTROL[letter];
  if (control !== undefined) {
    reader.at++;
    return control;
  }
  if (inClass && letter === 'b') {
    reader.at++;
    return 8;
  }
  return numericEscape(reader) ?? literalEscape(reader);
}

function numericEscape(reader: Reader): number | undefined {
  const braced = reader.match(/x\{([0-9a-fA-F]+)\}|N\{U\+([0-9a-fA-F]+)\}/y);
  if (braced !== undefined) return inRange(reader, Number.parseInt((braced[1] ?? braced[2]) as string, 16));
  const hex = reader.match(/x([0-9a-fA-F]{0,2})/y);
  if (hex !== undefined) return Number.parseInt(hex[1] || '0', 16);
  const octal = reader.match(/o\{([0-7]+)\}/y) ?? reader.match(/(0[0-7]{0,2})/y);
  if (octal !== undefined) return inRange(reader, Number.parseInt(octal[1] as string, 8));
  const control = reader.match(/c([\x20-\x7e])/y);
  if (control !== undefined) return (control[1] as string).toUpperCase().charCodeAt(0) ^ 64;
  // Beyond brackets a number that could be a reference has been taken for one by now.
  const bare = reader.match(/[0-7]{1,3}/y);
  return bare === undefined ? undefined : Number.parseInt(bare[0], 8);
}

function inRange(reader: Reader, codePoint: number): number {
  if (codePoint > LARGEST) reader.fail('character code point value in \\x{} or \\o{} is too large');
  return codePoint;
}

function literalEscape(reader: Reader): number | undefined {
  return /[0-9A-Za-z]/.test(reader.next) ? undefined : reader.codePoint();
}

/** Reads the rest of an escape that stands for a class; `undefined` when it is none. */
export function classEscape(reader: Reader, unicode: boolean): ClassText | undefined {
  const property = reader.match(/([pP])(?:\{([^}]*)\}|([A-Za-z]))/y);
  if (property !== undefined) {
    const name = (property[2] ?? property[3]) as string;
    return propertyClass(name, property[1] === 'P') ?? reader.fail('unknown property after \\P or \\p');
  }
  const found = escapeClass(reader.next, unicode);
  if (found !== undefined) reader.at++;
  return found;
}
