import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { ingestV1 } from './ingest-v1.js';
import { servePassengerRecommendations } from './serve-passenger-recommendations.js';

/** Ingest and recommend. */
export const handler = serve({
  'POST /aggregation-api/servePassengerRecommendations': forTenant((call) =>
    servePassengerRecommendations(call, 'RecommendationRequest'),
  ),
  'POST /v1/aggregation-api/servePassengerRecommendations': forTenant((call) =>
    servePassengerRecommendations(call, 'RecommendationRequestV1'),
  ),
  'POST /v1/journey-api/passenger-data': forTenant(ingestV1),
});
