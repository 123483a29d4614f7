import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/core/secret.js';
import {
  isFault,
  readSignature,
  type Signature,
  type WireRequest,
} from '../../../src/core/sigv4/signature.js';
import { verifySignature } from '../../../src/core/sigv4/verify.js';

const NOW = Date.parse('2026-03-04T05:06:07Z');
const KEY = new Secret('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY');

function signer(service: string): SignatureV4 {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: KEY.reveal(), sessionToken: 'token/+=' };
  return new SignatureV4({ service, region: 'eu-west-1', credentials, sha256: Sha256 });
}

interface Draft {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  body: string;
}

const DRAFT: Draft = {
  method: 'POST',
  path: '/stage/a%20b/%C3%A9~x',
  query: { b: ['2', '1'], a: 'x y+z', empty: '' },
  body: '{"name":"Ο\'Brien"}',
};

function wire(draft: Draft, headers: Record<string, string>, query = draft.query): WireRequest {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    method: draft.method,
    path: draft.path,
    query: pairs.join('&'),
    headers: lower,
    body: Buffer.from(draft.body),
  };
}

async function signed(draft = DRAFT, service = 'execute-api'): Promise<WireRequest> {
  const request = {
    ...draft,
    protocol: 'http:',
    hostname: '127.0.0.1',
    headers: { host: '127.0.0.1:4566', 'x-spaced': '  a   b ' },
  };
  const { headers } = await signer(service).sign(request, { signingDate: new Date(NOW) });
  return wire(draft, headers);
}

function verdict(request: WireRequest, now = NOW) {
  const signature = readSignature(request);
  return isFault(signature) ? signature : verifySignature(request, signature, KEY, now);
}

describe('SigV4, signed by the SDK’s own signer', () => {
  it('takes what the SDK signs', async () => {
    expect(verdict(await signed())).toBeUndefined();
    const bare = { ...DRAFT, method: 'GET', path: '/', query: {}, body: '' };
    expect(verdict(await signed(bare))).toBeUndefined();
  });

  it('takes a presigned URL until it expires', async () => {
    const request = {
      ...DRAFT,
      method: 'GET',
      body: '',
      protocol: 'http:',
      hostname: 'h',
      headers: { host: 'h' },
    };
    const { query } = await signer('execute-api').presign(request, {
      signingDate: new Date(NOW),
      expiresIn: 60,
    });
    const there = wire({ ...DRAFT, method: 'GET', body: '' }, { host: 'h' }, query as Draft['query']);
    expect(verdict(there)).toBeUndefined();
    expect(verdict(there, NOW + 61_000)).toMatchObject({ kind: 'expired' });
  });

  it.each<[string, (request: WireRequest) => WireRequest]>([
    ['method', (request) => ({ ...request, method: 'PUT' })],
    ['path', (request) => ({ ...request, path: '/stage/a%20b/%C3%A9~y' })],
    ['query', (request) => ({ ...request, query: `${request.query}&c=1` })],
    ['body', (request) => ({ ...request, body: Buffer.from('{}') })],
    ['header', (request) => ({ ...request, headers: { ...request.headers, 'x-spaced': 'b' } })],
  ])('refuses a changed %s', async (_what, change) => {
    expect(verdict(change(await signed()))).toMatchObject({ kind: 'mismatch' });
  });

  it('refuses another secret', async () => {
    const request = await signed();
    const other = verifySignature(request, readSignature(request) as Signature, new Secret('no'), NOW);
    expect(other?.message).toMatch(/^The request signature we calculated does not match/);
  });

  it('names the skew as AWS does', async () => {
    const request = await signed();
    expect(verdict(request, NOW + 20 * 60_000)?.message).toBe(
      'Signature expired: 20260304T050607Z is now earlier than 20260304T051107Z (20260304T052607Z - 15 min.)',
    );
    expect(verdict(request, NOW - 20 * 60_000)?.message).toBe(
      'Signature not yet current: 20260304T050607Z is still later than 20260304T050107Z (20260304T044607Z + 15 min.)',
    );
  });
});

describe('readSignature', () => {
  const read = (headers: Record<string, string>, query = '') =>
    readSignature({ method: 'GET', path: '/', query, headers, body: Buffer.alloc(0) });

  it('tells no signature from half a one', () => {
    expect(read({})).toMatchObject({ kind: 'missing' });
    expect(read({ authorization: 'AWS4-HMAC-SHA256 Credential=a/20260304/r/s/aws4_request' })).toMatchObject({
      kind: 'incomplete',
      message: expect.stringContaining("Authorization header requires 'Signature' parameter."),
    });
    expect(read({ authorization: 'AWS4-HMAC-SHA256 nonsense' })).toMatchObject({ kind: 'incomplete' });
    expect(read({}, 'X-Amz-Algorithm=AWS4-HMAC-SHA256')).toMatchObject({ kind: 'incomplete' });
  });
});
