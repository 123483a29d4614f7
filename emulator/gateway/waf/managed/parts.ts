import type { WafRequest } from '../request.js';
import { htmlDecode, urlDecode } from '../transforms.js';

/** Query argument values and names, decoded, as the managed rules look at them. */
export function* decodedArguments(request: WafRequest): Generator<string> {
  for (const [name, value] of request.arguments) {
    if (value !== '') yield* decoded(value);
    if (value === '' || /[^\w.[\]-]/.test(name)) yield* decoded(name);
  }
}

export function* decodedBody({ body }: WafRequest): Generator<string> {
  for (const value of body.values) {
    yield* decodings(value);
    if (value.includes('\\')) yield* decodings(jsonUnescape(value));
  }
}

/** What the escapes of JSON strings stand for, byte by byte. */
export function jsonUnescape(text: string): string {
  return text.replace(/\\(u[0-9a-f]{4}|[\s\S])/gi, (_, code: string) =>
    code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16) & 0xff) : (WHITE[code] ?? code),
  );
}

const WHITE: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export function* decodedPath(request: WafRequest): Generator<string> {
  yield* decoded(request.path);
}

export function* decodedCookies(request: WafRequest): Generator<string> {
  for (const [, value] of request.cookies) yield* decodings(value);
}

export function* headerValues(request: WafRequest): Generator<string> {
  for (const [, value] of request.headers().pairs) yield* decodings(value);
}

/** A part of a URL: as it is meant, and decoded once more. Its escapes themselves are no text. */
function* decoded(text: string): Generator<string> {
  yield* decodings(urlDecode(text));
}

/** A text as it is, and decoded once and twice where that changes it. */
export function* decodings(text: string): Generator<string> {
  yield text;
  if (!/[%+&]/.test(text)) return;
  const once = urlDecode(text);
  if (once !== text) yield once;
  const twice = htmlDecode(urlDecode(once));
  if (twice !== once) yield twice;
}
