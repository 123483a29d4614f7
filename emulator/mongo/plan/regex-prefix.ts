const SPECIAL = /[\\^$.*+?()[\]{}|\s]/;

/** The literal text that every match of an anchored pattern begins with; empty when there is none to rely on. */
export function regexPrefix(pattern: string, options: string): string {
  if (/[imx]/.test(options) || pattern.includes('|')) return '';
  const anchor = /^(?:\^|\\A)/.exec(pattern);
  if (anchor === null) return '';
  let prefix = '';
  let at = anchor[0].length;
  for (; at < pattern.length; at++) {
    let letter = pattern[at] as string;
    if (letter === '\\') {
      const next = pattern[at + 1] ?? '';
      if (next === '' || /[A-Za-z0-9]/.test(next)) break;
      letter = next;
      at++;
    } else if (SPECIAL.test(letter) && letter !== ' ') break;
    prefix += letter;
  }
  // What is repeated or optional may be missing.
  const after = pattern[at] ?? '';
  return '*?{'.includes(after) && after !== '' ? prefix.slice(0, -1) : prefix;
}
