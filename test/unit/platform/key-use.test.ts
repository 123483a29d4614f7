import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countKeyUse } from '../../../templates/ancillary/functions/shared/key-use.js';
import { liveSecrets } from '../../../templates/ancillary/functions/shared/tenant-secrets.js';
import { signInKms } from '../../../templates/ancillary/functions/shared/tokens/kms-signature.js';

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('tells a use at once, further ones of the minute with the next', () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  for (let use = 0; use < 5; use++) countKeyUse('signing', 'k1', 'aulis');
  countKeyUse('signing', 'k2', 'aulis');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { Kind: 'signing', KeyId: 'k1', Holder: 'aulis', Uses: 1 },
    { Kind: 'signing', KeyId: 'k2', Holder: 'aulis', Uses: 1 },
  ]);
  vi.advanceTimersByTime(60_000);
  countKeyUse('signing', 'k1', 'aulis');
  const last = JSON.parse(lines.at(-1) as string);
  expect(last).toMatchObject({ Uses: 5, _aws: { Timestamp: Date.now() } });
  expect(last._aws.CloudWatchMetrics[0]).toEqual({
    Namespace: 'Arcube/Keys',
    Dimensions: [['Stack', 'Kind', 'Holder', 'KeyId']],
    Metrics: [{ Name: 'Uses', Unit: 'Count' }],
  });
});

it('accepts a secret’s values as the table of key states says', () => {
  const states = ['created', 'published', 'current', 'retiring', 'revoked'] as const;
  const secrets = [{ value: 'by hand' }, ...states.map((state) => ({ id: state, value: state, state }))];
  expect(liveSecrets(secrets).map(({ id }) => id)).toEqual(['initial', 'published', 'current', 'retiring']);
  const now = Date.now() / 1000;
  expect(liveSecrets([{ value: 'a', notAfter: now }])).toEqual([]);
  expect(liveSecrets([{ value: 'a', notAfter: now + 1 }])).toHaveLength(1);
});

it('turns the signatures of KMS into those of tokens, short integers and padded ones alike', async () => {
  vi.useRealTimers();
  const { KMSClient } = await import('@aws-sdk/client-kms');
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  vi.spyOn(KMSClient.prototype, 'send').mockImplementation((command: unknown) => {
    const { Message } = (command as { input: { Message: Uint8Array } }).input;
    return Promise.resolve({ Signature: createSign('sha256').update(Message).sign(privateKey) }) as never;
  });
  process.env.AWS_REGION ??= 'eu-central-1';
  for (let round = 0; round < 300; round++) {
    const token = await signInKms({ round }, { kid: 'k', kms: 'arn:aws:kms:eu-central-1:0:key/k' });
    const [head, body, signature] = token.split('.') as [string, string, string];
    const bytes = Buffer.from(signature, 'base64url');
    expect(bytes).toHaveLength(64);
    const valid = createVerify('sha256')
      .update(`${head}.${body}`)
      .verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
    expect(valid).toBe(true);
  }
});
