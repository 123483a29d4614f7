import type { Exchange } from './exchange.js';

/** Headers that curl makes itself. */
const OWN = new Set(['content-length', 'host', 'connection']);

/** A call as a command line to paste; the token comes from `$TOKEN`. */
export function curlLine({ method, url, requestHeaders, requestBody }: Exchange): string {
  const parts = ['curl', '-i', '-X', method, quoted(url)];
  for (const [name, value] of Object.entries(requestHeaders)) {
    if (OWN.has(name)) continue;
    if (name === 'authorization') parts.push('-H', '"Authorization: Bearer $TOKEN"');
    else parts.push('-H', quoted(`${name}: ${value}`));
  }
  if (requestBody !== undefined) parts.push('--data-raw', quoted(requestBody));
  return parts.join(' ');
}

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
