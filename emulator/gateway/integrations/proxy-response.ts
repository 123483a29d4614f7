import type { Answer } from '../answer.js';
import type { Exchange } from '../exchange.js';
import { lambdaResponseHeader } from '../http/response-headers.js';

const KNOWN = new Set([
  'isBase64Encoded',
  'base64Encoded',
  'statusCode',
  'headers',
  'multiValueHeaders',
  'body',
]);
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the bytes that would split a header
const UNSENDABLE = /[\x00-\x08\x0a-\x1f\x7f]/;
const BASE64 = /^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/;

/** Bytes of a body that claims to be base64 and is not. */
export class Undecodable extends Error {}

/**
 * Reads a function's result as a Lambda-proxy response (§2.1); a string tells what is malformed about it.
 * @throws Undecodable when a body to be decoded is no base64: that is a 500, not a 502 (§2.2).
 */
export function proxyResponse(exchange: Exchange, payload: string): Answer | string {
  let result: unknown;
  try {
    result = JSON.parse(payload);
  } catch {
    return 'it is not JSON';
  }
  if (typeof result !== 'object' || result === null || Array.isArray(result))
    return 'it is not an object with statusCode, headers and body';
  const response = result as Record<string, unknown>;
  for (const key of Object.keys(response)) if (!KNOWN.has(key)) return `it has an unknown key ${key}`;
  const status = readStatus(response.statusCode);
  if (status === undefined) return `its statusCode is ${JSON.stringify(response.statusCode)}`;
  const headers = readHeaders(response.headers, response.multiValueHeaders);
  if (typeof headers === 'string') return headers;
  const body = readBody(exchange, response);
  if (body === undefined) return 'its body is not a string';
  return { status, headers, body, reason: '' };
}

function readStatus(value: unknown): number | undefined {
  if (value === undefined || value === null) return 200;
  const status = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599
    ? status
    : undefined;
}

/** Multi-value headers first, then single ones under the spelling of the former (§2.1); a string tells what is wrong. */
function readHeaders(single: unknown, multi: unknown): string[] | string {
  const lines: [name: string, value: string][] = [];
  const spelling = new Map<string, string>();
  for (const [name, list] of entries(multi)) {
    if (!Array.isArray(list)) return `multiValueHeaders.${name} is not an array`;
    spelling.set(name.toLowerCase(), name);
    for (const value of list) lines.push([name, value]);
  }
  for (const [name, value] of entries(single))
    lines.push([spelling.get(name.toLowerCase()) ?? name, value as string]);
  if (!isRecord(single) || !isRecord(multi)) return 'its headers are not an object';
  return flatten(lines);
}

function flatten(lines: readonly (readonly [string, unknown])[]): string[] | string {
  const flat = ['Content-Type', 'application/json'];
  let typed = false;
  for (const [name, value] of lines) {
    const text = typeof value === 'string' ? value : scalar(value);
    if (text === undefined || !TOKEN.test(name) || UNSENDABLE.test(text))
      return `its header ${name} cannot be sent`;
    const sent = lambdaResponseHeader(name);
    if (sent === undefined) continue;
    if (!typed && sent.length === 12 && sent.toLowerCase() === 'content-type') {
      flat[0] = sent;
      flat[1] = wireText(text);
      typed = true;
    } else flat.push(sent, wireText(text));
  }
  return flat;
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is the same byte in every encoding
const ASCII = /^[\x00-\x7f]*$/;

/** Header text as node takes it, one character a byte: text beyond ASCII goes out as its UTF-8 bytes. */
function wireText(text: string): string {
  return ASCII.test(text) ? text : Buffer.from(text).toString('latin1');
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isRecord(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));
}

/** The bytes of the body: decoded when the result says base64 and the first Accept type is binary here (§2.2). */
function readBody(exchange: Exchange, response: Record<string, unknown>): Buffer | string | undefined {
  const body = response.body ?? '';
  if (typeof body !== 'string') return undefined;
  const encoded = response.isBase64Encoded ?? response.base64Encoded;
  if (encoded !== true || exchange.stage === undefined) return body;
  const accept = exchange.headers.get('accept');
  const first = accept === undefined ? undefined : accept.split(',', 1)[0];
  if (first === undefined || !exchange.stage.isBinary(first)) return body;
  if (!BASE64.test(body)) throw new Undecodable('the body is not base64');
  return Buffer.from(body, 'base64');
}
