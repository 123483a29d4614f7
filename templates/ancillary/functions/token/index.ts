import { serve } from '../shared/api/serve.js';
import { clientCredentials } from './client-credentials.js';

/** Tokens of every kind. */
export const handler = serve({
  'POST /oauth/token': clientCredentials,
  'POST /v1/oauth/token': clientCredentials,
});
