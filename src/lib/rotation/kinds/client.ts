import { askApi } from '../live-api.js';
import { tenantSecretKind, type UseSecret } from './tenant-secret.js';

/** Asks for a token with a client's secret. */
export const useClientSecret: UseSecret = (target, region, _document, id, value) =>
  askApi(target, region, '/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id: id, client_secret: value }),
  });

/** Secrets of the tenants' OAuth clients. */
export const client = tenantSecretKind({ kind: 'client', folder: 'clients', use: useClientSecret });
