import { toMajor } from '../money/currency.js';
import type { Considered } from './supplier.js';

/** Why a product was offered by this vendor, or by none. */
export interface SupplierDecision {
  product: string;
  /** What the tenant earns with a unit, in minor units of the offer's currency. */
  margin?: number;
  considered: Considered[];
}

const SAID: Record<Considered['verdict'], string> = {
  CHOSEN: 'chosen',
  DEARER: 'dearer',
  LESS_PREFERRED: 'less preferred',
  NOT_ALLOWED: 'not among the tenant’s vendors',
  SOLD_OUT: 'sold out',
  NOT_SOLD: 'does not sell it',
  UNREACHABLE: 'out of reach',
};

/** A decision in a line for people: `us-3gb-15d: airalo chosen (7.41 USD, weighed 7.64 by 0.970); tellisim dearer (…)`. */
export function decisionText({ product, margin, considered }: SupplierDecision, currency: string): string {
  const vendors = considered.map(({ vendor, verdict, cost, weighed, reputation, source }) => {
    const price =
      cost === undefined || weighed === undefined
        ? ''
        : ` (${usd(cost)}${source === 'catalogue' ? ' by list' : ''}, weighed ${usd(weighed)}${by(reputation)})`;
    return `${vendor} ${SAID[verdict]}${price}`;
  });
  const outcome = margin === undefined ? 'not offered' : `margin ${toMajor(margin, currency)} ${currency}`;
  return `${product}: ${[...vendors, outcome].join('; ')}`;
}

function usd(cents: number): string {
  return `${(cents / 100).toFixed(2)} USD`;
}

function by(reputation: number | undefined): string {
  return reputation === undefined ? '' : ` by ${reputation.toFixed(3)}`;
}
