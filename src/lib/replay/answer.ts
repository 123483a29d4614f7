import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { KeptAnswer } from '../../core/kept-request.js';
import { redactBody, redactHeaders } from '../../core/redact.js';

/** An answer in the shape that is compared: secrets hidden as in the kept one, the body unpacked. */
export interface ComparedAnswer {
  status: number;
  /** Lower-case names; values of one name joined by a comma. */
  headers: Record<string, string>;
  /** A value for JSON, text for other text, base64 for the rest. */
  body: unknown;
}

/** An answer from the wire. `headers` are name, value, name, value … */
export interface WireAnswer {
  status: number;
  headers: string[];
  body: Buffer;
}

/** A kept answer, to compare. */
export function fromKept({ status, headers, body }: KeptAnswer): ComparedAnswer {
  const named = byName(headers);
  if (body.encoding === 'utf8') return { status, headers: named, body: readValue(body.text) };
  const { text, binary } = readBody(Buffer.from(body.text, 'base64'), named);
  return { status, headers: named, body: text === undefined ? binary : readValue(hide(text, named)) };
}

/** An answer that has just come, to compare. */
export function fromWire({ status, headers, body }: WireAnswer): ComparedAnswer {
  const named = byName(redactHeaders(headers));
  const { text, binary } = readBody(body, named);
  return { status, headers: named, body: text === undefined ? binary : readValue(hide(text, named)) };
}

function hide(text: string, headers: Record<string, string>): string {
  return redactBody(text, headers['content-type']);
}

function byName(pairs: [name: string, value: string][]): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    named[key] = named[key] === undefined ? value : `${named[key]}, ${value}`;
  }
  return named;
}

function readBody(body: Buffer, headers: Record<string, string>): { text?: string; binary: string } {
  const bytes = unpack(body, headers['content-encoding']);
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? { binary: bytes.toString('base64') } : { text, binary: '' };
}

function unpack(body: Buffer, encoding = ''): Buffer {
  const unpackers: Record<string, (bytes: Buffer) => Buffer> = {
    gzip: (bytes) => gunzipSync(bytes),
    br: (bytes) => brotliDecompressSync(bytes),
    deflate: (bytes) => inflateSync(bytes),
  };
  try {
    return unpackers[encoding]?.(body) ?? body;
  } catch {
    return body; // the header lies: then the bytes themselves are what there is to compare
  }
}

function readValue(text: string): unknown {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
