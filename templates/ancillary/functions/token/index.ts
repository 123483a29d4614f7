import { serve } from '../shared/api/serve.js';
import { clientCredentials } from './client-credentials.js';
import { edgeToken } from './edge.js';
import { widgetInit, widgetSession } from './widget.js';

/** Tokens of every kind. */
export const handler = serve({
  'POST /oauth/token': clientCredentials,
  'POST /v1/oauth/token': clientCredentials,
  'POST /auth/edge/token': edgeToken,
  'POST /widget/init': widgetInit,
  'POST /widget/session': widgetSession,
});
