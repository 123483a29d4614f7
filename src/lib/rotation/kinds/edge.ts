import { createHmac } from 'node:crypto';
import { askApi } from '../live-api.js';
import { tenantSecretKind, type UseSecret } from './tenant-secret.js';

const PATH = '/auth/edge/token';

/** Asks for a token of no trip with an edge's signature. */
export const useEdgeSecret: UseSecret = (target, region, { tenant }, _id, value) => {
  const timestamp = String(Math.floor(target.clock.now() / 1000));
  const nonce = target.random(16).reveal().toString('hex');
  const text = ['POST', PATH, tenant, timestamp, nonce].join('\n');
  return askApi(target, region, PATH, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'X-Tenant-ID': tenant,
      'X-Timestamp': timestamp,
      'X-Nonce': nonce,
      'X-Signature': createHmac('sha256', value).update(text).digest('hex'),
    },
    body: JSON.stringify({ sessionId: `arcube-probe-${nonce}` }),
  });
};

/** HMAC secrets of the tenants' edges. */
export const edge = tenantSecretKind({ kind: 'edge', folder: 'edge', use: useEdgeSecret });
