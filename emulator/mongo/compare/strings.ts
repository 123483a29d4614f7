const FIRST_SURROGATE = 0xd800;
const FIRST_AFTER_SURROGATES = 0xe000;

/** Orders two strings; negative, zero or positive. */
export type Collate = (a: string, b: string) => number;

/**
 * MongoDB's simple order: that of the UTF-8 bytes. JavaScript's own order is that of UTF-16 units, which puts
 * characters beyond U+FFFF (surrogate pairs) before U+E000–U+FFFF.
 */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x === y) continue;
    if (x >= FIRST_SURROGATE && y >= FIRST_SURROGATE) return codePointRank(x) - codePointRank(y);
    return x - y;
  }
  return a.length - b.length;
}

/** Lifts surrogates above the rest of the basic plane. */
function codePointRank(unit: number): number {
  return unit < FIRST_AFTER_SURROGATES ? unit + 0x10000 : unit;
}
