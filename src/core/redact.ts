/** What stands for a secret in a kept request. */
export const HIDDEN = '[secret]';

const SECRET_HEADERS =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-amz-security-token|.*(secret|token|signature|password).*)$/i;
const SECRET_NAMES =
  /^(password|passwd|pwd|pin|cvv|cvc|pan|authorization|api_?key|(card_?)?number|.*(secret|token|credential|signature|private_?key|assertion).*)$/i;

/** Header lines (name, value, name, value …) as pairs, secret values hidden. */
export function redactHeaders(lines: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const name = lines[at] as string;
    pairs.push([name, SECRET_HEADERS.test(name) ? HIDDEN : (lines[at + 1] as string)]);
  }
  return pairs;
}

/** A path with its query, secret parameters hidden. */
export function redactPath(path: string): string {
  const at = path.indexOf('?');
  return at < 0 ? path : `${path.slice(0, at)}?${redactPairs(path.slice(at + 1))}`;
}

/** A body's text, secret members (JSON) or fields (forms) hidden; other text is left as it is. */
export function redactBody(text: string, contentType = ''): string {
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return redactPairs(text);
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return text;
  try {
    return JSON.stringify(JSON.parse(text), (name, value: unknown) =>
      SECRET_NAMES.test(name) && value !== null && typeof value !== 'object' ? HIDDEN : value,
    );
  } catch {
    return HIDDEN; // looks like JSON and is none: nobody knows what is in it
  }
}

function redactPairs(query: string): string {
  const hide = (pair: string) => {
    const [name = ''] = pair.split('=', 1);
    return SECRET_NAMES.test(decode(name)) ? `${name}=${encodeURIComponent(HIDDEN)}` : pair;
  };
  return query.split('&').map(hide).join('&');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
