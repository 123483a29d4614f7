import { createHmac } from 'node:crypto';

/**
 * What an edge of a tenant sends with `POST /auth/edge/token`: who it is, when, and an HMAC-SHA256 over verb, path,
 * tenant, timestamp and nonce, as the platform's integration guide has it.
 * @param now epoch ms on the platform's clock
 */
export function edgeHeaders(
  { tenant, secret }: { tenant: string; secret: string },
  now: number,
  nonce: string,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signed = ['POST', '/auth/edge/token', tenant, timestamp, nonce].join('\n');
  const signature = createHmac('sha256', secret).update(signed).digest('hex');
  return { 'x-tenant-id': tenant, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature };
}
