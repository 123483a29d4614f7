import type { Call } from '../api/serve.js';
import { journeyOf } from '../trip/journey.js';
import type { Trip } from '../trip/types.js';
import { candidatesFor, type PricedOffer, type RecommendationContext } from './recommend.js';
import { supply } from './supply.js';

/** The offers for a trip at a touchpoint; none once it is over. */
export async function offersForTrip(
  call: Pick<Call, 'requestId' | 'correlationId'>,
  trip: Trip,
  context: RecommendationContext,
): Promise<PricedOffer[]> {
  const journey = journeyOf(trip, context.now);
  if (!journey) return [];
  const { candidates, limit } = candidatesFor(journey, context);
  return (await supply(call, candidates, context)).slice(0, limit);
}
