/**
 * What the integration guide leaves open and the platform decides, in one place. Durations are seconds unless the
 * name says otherwise.
 */

/** Allowed difference between clocks when token times are checked. */
export const CLOCK_SKEW = 60;
/** Life of an access token. A rotation of signing keys reads it from the same variable. */
export const TOKEN_LIFE = Number(process.env.TOKEN_LIFE_SECONDS ?? 3600);
/** How long others may keep the verification keys. */
export const KEY_SET_MAX_AGE = Number(process.env.KEY_SET_MAX_AGE_SECONDS ?? 300);
/** An edge request's timestamp may be this far off. */
export const EDGE_TIMESTAMP_WINDOW = 300;
/** Life of a widget's init token, spent once. */
export const WIDGET_INIT_LIFE = 60;
/** Life of a widget's session token; each refresh starts it anew. */
export const WIDGET_SESSION_LIFE = 15 * 60;
/** How long offered prices hold. */
export const BUNDLE_LIFE = 30 * 60;
/** How long an expired bundle is kept, so that support can still read it. */
export const BUNDLE_KEPT = 24 * 3600;
/** How long the first answer to an idempotency key is kept. */
export const IDEMPOTENCY_LIFE = 24 * 3600;
/** An unfinished call is taken for dead after this, and another with its key may take over. */
export const IDEMPOTENCY_LEASE = 35;
/** How often, and for how long after it was booked, the vendor of an eSIM is asked whether it is in use. */
export const ESIM_ASKED_EVERY = 6 * 3600;
export const ESIM_ASKED_FOR = 90 * 24 * 3600;
/** How long an order waits for its payment, unless its first service begins before. */
export const HOLD_LIFE = 24 * 3600;
/** Calls in any minute and in any second, for a tenant without a rate plan. */
export const RATE_PLAN = { perMinute: 600, burst: 60 };
/** Nights assumed when a trip does not come back. */
export const OPEN_STAY_NIGHTS = 7;
/** A stop on the ground of at least this many hours is a destination; a shorter one is a connection. */
export const STOPOVER_HOURS = 20;
/** Status of a confirmed order of which only a part could be placed: today's edition and the earlier one. */
export const PARTIAL_STATUS = { current: 207, v1: 200 };
/** Loyalty miles for each unit of the offer's currency, rounded down. */
export const MILES_PER_UNIT = 1;
/** The point of sale that stores a trip without asking for offers. */
export const INGEST_ONLY = 'API';
/**
 * How orders move a vendor's reputation: what was known before weighs as many bookings, a booking half as much after so many
 * seconds, and it stays between two bounds.
 */
export const REPUTATION = { weight: 50, halfLife: 7 * 24 * 3600, lowest: 0.5, highest: 0.99 };
/** Waits between the tries of a webhook delivery. */
export const WEBHOOK_RETRIES = [5, 10, 20];
/** How long an endpoint may take to answer. */
export const WEBHOOK_PATIENCE = 5;
/** How long deliveries can be looked up. */
export const DELIVERY_KEPT = 30 * 24 * 3600;
/** Endpoints of one tenant at most. */
export const WEBHOOKS_MOST = 20;
