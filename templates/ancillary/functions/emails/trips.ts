import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { storeBundle } from '../shared/bundle/store.js';
import { collection } from '../shared/database/collections.js';
import type { PlannedMail, TripDocument } from '../shared/database/documents.js';
import { deliver, isPassing } from '../shared/email/deliver.js';
import { isTooLate, leadOf, planOf } from '../shared/email/plan.js';
import { type MailContent, renderMail } from '../shared/email/render.js';
import { offersForTrip } from '../shared/offers/for-trip.js';
import { regionName } from '../shared/offers/text/phrase.js';
import type { Tenant } from '../shared/tenant.js';
import { journeyOf } from '../shared/trip/journey.js';

/** Seconds after which a message that is being sent is taken for one whose sender died. */
const LEASE = 120;
/** Tries of a message that SES is too busy for, and minutes between them. */
const TRIES = 5;
const AGAIN = 5;
/** Writers of the same trip at the same moment before one gives up. */
const WRITES = 8;

/** Sends what is due of a trip. Returns how many messages went out. */
export async function sendDue(db: Db, tenant: Tenant, trip: TripDocument): Promise<number> {
  let sent = 0;
  for (const { touchpoint } of (trip.mails ?? []).filter((mail) => isDue(mail, Date.now())))
    if (await sendOne(db, tenant, trip._id, touchpoint)) sent++;
  return sent;
}

function isDue({ state, at, leaseUntil }: PlannedMail, now: number): boolean {
  if (state === 'DUE') return at.getTime() <= now;
  return state === 'SENDING' && (leaseUntil?.getTime() ?? 0) <= now;
}

async function sendOne(
  db: Db,
  tenant: Tenant,
  id: string,
  touchpoint: PlannedMail['touchpoint'],
): Promise<boolean> {
  const claimed = await change(db, id, touchpoint, (mail) =>
    isDue(mail, Date.now())
      ? {
          ...mail,
          state: 'SENDING',
          attempts: mail.attempts + 1,
          leaseUntil: new Date(Date.now() + LEASE * 1000),
        }
      : undefined,
  );
  if (!claimed) return false;
  const outcome = await attempt(db, tenant, claimed, touchpoint);
  await change(db, id, touchpoint, ({ leaseUntil, ...mail }) => ({ ...mail, ...outcome }));
  return outcome.state === 'SENT';
}

async function attempt(
  db: Db,
  tenant: Tenant,
  trip: TripDocument,
  touchpoint: PlannedMail['touchpoint'],
): Promise<Partial<PlannedMail>> {
  try {
    if (isTooLate(touchpoint, trip, tenant, Date.now())) return { state: 'SKIPPED', reason: 'TOO_LATE' };
    const content = await contentOf(db, tenant, trip, touchpoint);
    const to = leadOf(trip)?.email;
    if (!content || !to) return { state: 'SKIPPED', reason: content ? 'NO_ADDRESS' : 'NO_OFFERS' };
    const key = `${trip.correlationId}:${touchpoint}`;
    const messageId = await deliver(tenant, { ...renderMail(content), to, touchpoint, key });
    return { state: 'SENT', messageId, sentAt: new Date() };
  } catch (error) {
    const { name = 'Error', message } = error as Partial<Error>;
    console.error(JSON.stringify({ level: 'error', tenant: tenant.id, touchpoint, name, message }));
    const tries = trip.mails?.find((mail) => mail.touchpoint === touchpoint)?.attempts ?? TRIES;
    if (!isPassing(error) || tries >= TRIES) return { state: 'FAILED', reason: name };
    return { state: 'DUE', at: new Date(Date.now() + AGAIN * 60_000), reason: name };
  }
}

/** The offers of this moment, priced and kept as any others; undefined when there are none. */
async function contentOf(
  db: Db,
  tenant: Tenant,
  trip: TripDocument,
  touchpoint: PlannedMail['touchpoint'],
): Promise<MailContent | undefined> {
  const correlationId = randomUUID();
  const currency = trip.currency ?? tenant.currency;
  const locale = trip.locale ?? tenant.locales[0] ?? 'en';
  const call = { requestId: `mail_${correlationId}`, correlationId };
  const offers = await offersForTrip(call, trip, { tenant, currency, locale, touchpoint, now: Date.now() });
  if (offers.length === 0) return undefined;
  await storeBundle(db, { tenant: tenant.id, correlationId, trip: trip._id, currency }, offers);
  const stay = journeyOf(trip, Number.NEGATIVE_INFINITY)?.stays.at(touchpoint === 'return' ? -1 : 0);
  const firstName = leadOf(trip)?.firstName;
  return {
    tenant,
    touchpoint,
    locale,
    currency,
    pnr: trip.pnr ?? '',
    destination: stay ? regionName(locale, stay.airport.country) : '',
    ...(firstName && { name: firstName }),
    offers: offers.map(({ offer, price }) => ({
      id: offer.id,
      name: offer.name,
      description: offer.description,
      price: price.total,
    })),
    ordered: [],
  };
}

/** Changes one planned e-mail of a trip in an atomic step; undefined when `next` wants no change, or it is gone. */
async function change(
  db: Db,
  _id: string,
  touchpoint: string,
  next: (mail: PlannedMail) => PlannedMail | undefined,
): Promise<TripDocument | undefined> {
  const trips = await collection(db, 'trips');
  for (let attempt = 0; attempt < WRITES; attempt++) {
    const trip = await trips.findOne({ _id });
    const mail = trip?.mails?.find((one) => one.touchpoint === touchpoint);
    const changed = mail && next(mail);
    if (!trip || !changed) return undefined;
    const plan = planOf((trip.mails ?? []).map((one) => (one === mail ? changed : one)));
    const { mails, nextMailAt, version, ...rest } = trip;
    const replacement = { ...rest, ...plan, version: version + 1 };
    const { _id: _same, ...fields } = replacement;
    const { matchedCount } = await trips.replaceOne({ _id, version }, fields);
    if (matchedCount === 1) return replacement;
  }
  throw new Error('the trip is being changed by others');
}
