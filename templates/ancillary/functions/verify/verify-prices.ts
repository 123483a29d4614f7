import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { isIntact } from '../shared/bundle/seal.js';
import { isForeignBundle, readBundle } from '../shared/bundle/store.js';
import type { PricingBundle } from '../shared/database/documents.js';
import { sellsIn, type Tenant } from '../shared/tenant.js';
import { type Cart, compare } from './compare.js';
import { VerifyError } from './refusal.js';

/** `POST /checkout/verify`: compares a cart with the bundle it came from. */
export async function verifyPrices(call: TenantCall): Promise<Answer> {
  const cart = checked<Cart>('VerifyRequest', call.body());
  const currency = singleCurrency(cart, call.tenant);
  const bundle = await liveBundle(call, cart.correlationId);
  return { status: 200, body: compare(cart, bundle, currency) };
}

/** The one currency of the cart, extras included. */
function singleCurrency({ items }: Cart, tenant: Tenant): string {
  const currencies = new Set(
    items.flatMap((item) => [item, ...(item.extra ?? [])]).map(({ currency }) => currency),
  );
  const [currency] = currencies as Set<string>;
  if (currencies.size > 1) throw new VerifyError('MIXED_CURRENCY', 'All items must be in one currency.');
  if (currency === undefined || !sellsIn(tenant, currency))
    throw new VerifyError('UNSUPPORTED_CURRENCY', `There are no prices in ${currency}.`);
  return currency;
}

async function liveBundle({ db, tenant }: TenantCall, correlationId: string): Promise<PricingBundle> {
  const bundle = await readBundle(db, tenant.id, correlationId);
  if (!bundle && (await isForeignBundle(tenant.id, correlationId)))
    throw new VerifyError('AIRLINE_MISMATCH', 'The quote belongs to another airline.');
  if (!bundle || bundle.expiresAt.getTime() <= Date.now())
    throw new VerifyError('QUOTE_EXPIRED', 'The quote has expired. Ask for new recommendations.');
  if (!(await isIntact(bundle)))
    throw new VerifyError('BUNDLE_INTEGRITY_ERROR', 'The quote has been changed since it was made.');
  return bundle;
}
