import type { Documents } from '../database/documents.js';

/** What is personal in a collection. */
export interface PersonalFields {
  /** Encrypted where they stand; `[]` stands for every entry of a list. */
  sealed: readonly string[];
  /**
   * Top-level fields that are looked up by equality: a keyed hash stands in their place, and the text is encrypted
   * beside it. The name of the hash is what the field holds, so that equal values can be found across collections.
   */
  indexed: Readonly<Record<string, 'trip' | 'pnr'>>;
  /** The indexed field that names the booking: what is personal is sealed with a key of that booking's own. */
  booking?: '_id' | 'trip';
}

const NOTHING = {} as const;

/** The personal fields by collection. What is not here is kept as it is. */
export const PERSONAL = {
  trips: {
    sealed: ['pnr', 'passengers[].firstName', 'passengers[].lastName', 'passengers[].email'],
    indexed: { _id: 'trip' },
    booking: '_id',
  },
  pricing_bundles: { sealed: [], indexed: { trip: 'trip' }, booking: 'trip' },
  idempotency_keys: { sealed: ['answer.body'], indexed: NOTHING },
  orders: {
    sealed: [
      'customer',
      'passengers',
      'payment.cardType',
      'payment.cardLastFour',
      'payment.rawPayload',
      'items[].metadata',
    ],
    indexed: { trip: 'trip', pnr: 'pnr' },
    booking: 'trip',
  },
  // a ride's name begins with the address that it begins at
  ndc_sessions: { sealed: ['inputs', 'offers[].name'], indexed: NOTHING },
  webhook_deliveries: { sealed: ['payload'], indexed: NOTHING },
} as const satisfies Partial<Record<keyof Documents, PersonalFields>>;

/** Names of the collections with personal fields. */
export type PersonalName = keyof typeof PERSONAL;

/** True for a collection with personal fields. */
export function isPersonal(name: keyof Documents): name is PersonalName {
  return Object.hasOwn(PERSONAL, name);
}
