import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { WEBHOOK_PATIENCE } from '../shared/decisions.js';
import { isPublic, publicLookup } from './public-address.js';

/** Deliveries go to public addresses only, unless the deployment allows others. */
const privateAllowed = process.env.WEBHOOK_PRIVATE_ADDRESSES === 'allowed';

/** Posts a delivery. Redirects are not followed. Resolves to the status; rejects when there is none in time. */
export function post(url: string, headers: Record<string, string>, body: string): Promise<number> {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    if (!privateAllowed && isIP(host) && !isPublic(host)) throw new Error('the address is private');
    const request = (protocol === 'https:' ? secureRequest : plainRequest)(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      signal: AbortSignal.timeout(WEBHOOK_PATIENCE * 1000),
      ...(!privateAllowed && { lookup: publicLookup }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      response.destroy(); // only the status counts; an endless body must not hold us
      resolve(response.statusCode ?? 0);
    });
    request.end(body);
  });
}
