import { askApi } from '../live-api.js';
import { tenantSecretKind } from './tenant-secret.js';

/** Secrets of the tenants' OAuth clients. */
export const client = tenantSecretKind({
  kind: 'client',
  folder: 'clients',
  use: (target, region, _document, id, value) =>
    askApi(target, region, '/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credentials', client_id: id, client_secret: value }),
    }),
});
