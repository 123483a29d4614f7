import type { Call } from '../api/serve.js';
import { regionDatabase } from '../database/clusters.js';
import { vendorDirectory } from '../vendors/directory.js';
import { liveQuotes } from '../vendors/live-quotes.js';
import { decisionText, type SupplierDecision } from './decision.js';
import { offersOf, type PricedOffer, type RecommendationContext } from './recommend.js';
import { reputations } from './reputation.js';
import type { Candidate, Vendor } from './types.js';

/**
 * The candidates as offers at what vendors ask and have at this moment. How each supplier was chosen goes to the log, and
 * with it into the request's story.
 */
export async function supply(
  call: Pick<Call, 'requestId' | 'correlationId'>,
  candidates: Candidate[],
  context: RecommendationContext,
): Promise<PricedOffer[]> {
  const [live, reputed] = await Promise.all([
    liveQuotes(wantedOf(candidates, context), vendorDirectory),
    regionDatabase(context.tenant.dataRegion).then(reputations),
  ]);
  const decisions: SupplierDecision[] = [];
  const offers = offersOf(candidates, {
    ...context,
    live,
    reputed,
    decided: (one) => void decisions.push(one),
  });
  const { requestId, correlationId } = call;
  if (decisions.length > 0)
    console.log(
      JSON.stringify({
        level: 'info',
        requestId,
        correlationId,
        suppliers: decisions.map((one) => decisionText(one, context.currency)),
      }),
    );
  return offers;
}

/** What to ask of whom: only of vendors that the tenant buys from. */
function wantedOf(candidates: Candidate[], { tenant }: RecommendationContext): Map<Vendor, Set<string>> {
  const wanted = new Map<Vendor, Set<string>>();
  for (const { product, category, quotes } of candidates) {
    const settings = tenant.categories[category];
    if (!settings?.enabled) continue;
    for (const { vendor } of quotes) {
      const isOpen =
        (tenant.vendors?.includes(vendor) ?? true) && (settings.vendors?.includes(vendor) ?? true);
      if (isOpen) wanted.set(vendor, (wanted.get(vendor) ?? new Set()).add(product));
    }
  }
  return wanted;
}
