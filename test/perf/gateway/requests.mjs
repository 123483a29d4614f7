// Requests made from a seed: mostly well-formed, with every part at times hostile. Each ends its connection, so that the
// answer to it is all that comes back.

/** mulberry32: small, and equal on every machine. */
function randomOf(seed) {
  let state = seed + 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const VERBS = [
  'GET',
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PROPFIND',
  'TRACE',
  'BREW',
  'get',
];
const SEGMENTS = [
  'x',
  'items',
  '42',
  '',
  '.',
  '..',
  '%2e%2e',
  '%00',
  '%ff',
  'a%2Fb',
  'a+b',
  '__proto__',
  'constructor',
  '~',
  'é',
  '{id}',
  'a'.repeat(300),
];
const QUERIES = [
  'a=1',
  'a=1&a=2',
  'a',
  '=',
  '&&',
  'a=%zz',
  'a=%ff',
  '__proto__=x',
  'a[]=1',
  'q=%F0%9F%98%80',
  'a;b',
  '%',
  'a={b}',
  `a=${'b'.repeat(500)}`,
];
const HEADERS = [
  'Authorization: Bearer x',
  'Authorization:',
  'Cookie: a=1; b',
  'Content-Type: application/json',
  'Content-Type: multipart/form-data; boundary=x',
  'X-Forwarded-For: 1.2.3.4',
  'X-HTTP-Method-Override: DELETE',
  'X-HTTP-Method-Override: "}{',
  'x-amzn-RequestId: not-a-uuid',
  'X-Amzn-Trace-Id: Root=;;=;Parent',
  'Cache-Control: max-age=0',
  'Accept: */*;q=0.1,,',
  'Expect: 100-continue',
  'Upgrade: h2c',
  'Range: bytes=0-',
  '__proto__: x',
  'X-Empty:',
  'X-Latin: \xe9\xff',
  `X-Long: ${'y'.repeat(2000)}`,
];
/** Lines that make the whole request no HTTP. */
const BROKEN = ['X: a\0b', ' folded: x', 'No colon'];
const BODIES = [
  '',
  '{}',
  '{"a":',
  '[[[[[[[[[[',
  'a=1&b=2',
  '\0\x01\x02\xff',
  '{"__proto__":{"x":1}}',
  '"\\ud800"',
  'x'.repeat(5000),
];

/** @returns {{ parts: (string | Buffer)[], head: boolean }} the bytes to write one after the other; whether it is a HEAD. */
export function generateRequest(seed) {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (list, most) => Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(list));
  const verb = pick(VERBS);
  const path = `${random() < 0.1 ? '//' : '/'}${some(SEGMENTS, 4).join('/')}`;
  const query = random() < 0.5 ? `?${some(QUERIES, 3).join('&')}` : '';
  const lines = [random() < 0.97 ? 'Host: api.example.com' : 'X-No-Host: 1', ...some(HEADERS, 5)];
  if (random() < 0.9) lines.push('User-Agent: soak');
  if (random() < 0.05) lines.push(pick(BROKEN));
  lines.push('Connection: close');
  const body = Buffer.from(verb === 'GET' || verb === 'HEAD' ? '' : pick(BODIES), 'latin1');
  const [framing, payload] = frame(body, random);
  lines.push(...framing);
  const text = `${verb} ${path}${query} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(text, 'latin1'), payload]);
  return { parts: random() < 0.2 ? split(bytes, random) : [bytes], head: verb === 'HEAD' };
}

/** By length, in chunks, or in a way that is wrong. */
function frame(body, random) {
  if (body.length === 0) return [[], body];
  const kind = random();
  if (kind < 0.7) return [[`Content-Length: ${body.length}`], body];
  const chunks = Buffer.concat([
    Buffer.from(`${body.length.toString(16)}\r\n`),
    body,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
  if (kind < 0.9) return [['Transfer-Encoding: chunked'], chunks];
  if (kind < 0.95) return [['Transfer-Encoding: chunked', `Content-Length: ${body.length}`], chunks];
  return [['Transfer-Encoding: chunked'], Buffer.from('zz\r\nbad\r\n')];
}

function split(bytes, random) {
  const parts = [];
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + Math.floor(random() * 200);
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}
