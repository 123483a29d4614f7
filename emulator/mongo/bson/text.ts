import { isUtf8 } from 'node:buffer';
import { mongoError } from '../error/index.js';

/** Up to this many bytes a loop is faster than a call into the runtime. */
const SHORT = 20;

/** Reads UTF-8 text. Invalid UTF-8 is MongoDB's InvalidBSON. */
export function readText(buffer: Buffer, start: number, end: number): string {
  if (end - start <= SHORT) {
    const ascii = shortAscii(buffer, start, end);
    if (ascii !== undefined) return ascii;
  }
  const text = buffer.toString('utf8', start, end);
  // The decoder puts U+FFFD where it cannot read; only then is it worth asking whether the bytes were at fault.
  if (text.includes('\uFFFD') && !isUtf8(buffer.subarray(start, end))) {
    throw mongoError('InvalidBSON', 'Invalid UTF-8 string in BSON document');
  }
  return text;
}

function shortAscii(buffer: Buffer, start: number, end: number): string | undefined {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = buffer[at] as number;
    if (byte > 127) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}
