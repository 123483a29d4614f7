import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../../src/core/secret.js';
import type { Signature, WireRequest } from '../../../src/core/sigv4/signature.js';
import { signingKey } from '../../../src/core/sigv4/verify.js';
import { AwsError } from '../protocol/faults.js';

interface Chunks {
  body: Buffer;
  /** Trailers that were announced, lower case. */
  trailers: Record<string, string>;
}

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your key and signing method.';

/**
 * Takes S3's `aws-chunked` bodies apart (`x-amz-content-sha256: STREAMING-…`); each chunk's signature is verified
 * where there are any. Other requests come back as they are.
 */
export function unwrapChunks(wire: WireRequest, signature: Signature, secret: Secret): WireRequest {
  const mode = wire.headers['x-amz-content-sha256'] ?? '';
  if (!mode.startsWith('STREAMING-')) return wire;
  const chain = mode.includes('AWS4-HMAC-SHA256') ? new SignatureChain(signature, secret) : undefined;
  const { body, trailers } = readChunks(wire.body as Buffer, chain);
  const wanted = Number(wire.headers['x-amz-decoded-content-length']);
  if (wanted !== body.length)
    throw new AwsError('IncompleteBody', 'The request body terminated unexpectedly', 400);
  return { ...wire, body, headers: { ...wire.headers, ...trailers } };
}

function readChunks(bytes: Buffer, chain: SignatureChain | undefined): Chunks {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    const header = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(
      bytes.toString('latin1', at, end),
    );
    if (end < 0 || !header) throw incomplete();
    const size = Number.parseInt(header[1] as string, 16);
    const data = bytes.subarray(end + 2, end + 2 + size);
    if (data.length < size) throw incomplete();
    chain?.check(data, header[2]);
    at = end + 2 + size + (size === 0 ? 0 : 2);
    if (size === 0)
      return { body: Buffer.concat(chunks), trailers: readTrailers(bytes.toString('latin1', at)) };
    chunks.push(data);
  }
}

function readTrailers(text: string): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  delete trailers['x-amz-trailer-signature'];
  return trailers;
}

/** Each chunk is signed with the signature before it; the request's own is the first. */
class SignatureChain {
  readonly #key: Buffer;
  readonly #head: string;
  #previous: string;

  constructor(signature: Signature, secret: Secret) {
    this.#key = signingKey(signature, secret);
    const scope = `${signature.date}/${signature.region}/${signature.service}/aws4_request`;
    this.#head = `AWS4-HMAC-SHA256-PAYLOAD\n${signature.signedAt}\n${scope}`;
    this.#previous = signature.signature;
  }

  check(data: Buffer, given: string | undefined): void {
    const text = `${this.#head}\n${this.#previous}\n${sha256('')}\n${sha256(data)}`;
    const expected = createHmac('sha256', this.#key).update(text).digest();
    const told = Buffer.from(given ?? '', 'hex');
    if (told.length !== expected.length || !timingSafeEqual(told, expected))
      throw new AwsError('SignatureDoesNotMatch', MISMATCH, 403);
    this.#previous = given as string;
  }
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function incomplete(): AwsError {
  return new AwsError('IncompleteBody', 'The request body terminated unexpectedly');
}
