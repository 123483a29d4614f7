import type { PlannedMail } from '../database/documents.js';
import type { Tenant } from '../tenant.js';
import { type Journey, journeyOf } from '../trip/journey.js';
import type { Passenger, Trip } from '../trip/types.js';
import type { MailTouchpoint } from './words.js';

/** Hours before its moment at which an e-mail goes out when the tenant does not say it. */
const HOURS_BEFORE: Record<Planned, number> = { 'pre-departure': 72, 'post-landing': 0, return: 24 };
const HOUR = 3_600_000;

type Planned = Exclude<MailTouchpoint, 'confirmation'>;

/** A touchpoint's moment, and until when its e-mail is of any use; epoch ms. */
interface Occasion {
  at: number;
  until: number;
}

/** When each touchpoint is; undefined where the trip has none. Who has landed reads of it for a day, if the stay lasts so long. */
const OCCASIONS: Record<Planned, (journey: Journey) => Occasion | undefined> = {
  'pre-departure': ({ flights: [first] }) => first && { at: first.departs, until: first.departs },
  'post-landing': ({ stays: [stay] }) =>
    stay && { at: stay.from, until: Math.min(stay.from + 24 * HOUR, stay.until ?? Number.POSITIVE_INFINITY) },
  return: ({ stays }) => {
    const leaving = stays.at(-1)?.until;
    return leaving === undefined ? undefined : { at: leaving, until: leaving };
  },
};

/** The e-mails of a trip, and when the next one is due. */
export interface MailPlan {
  mails?: PlannedMail[];
  nextMailAt?: Date;
}

/**
 * The e-mails of a trip as it is now: those that were sent stay, those to come move with the flights. One whose time has
 * passed is no longer sent; one that is late for its hours but not for that is due at once.
 */
export function planMails(trip: Trip, tenant: Tenant, known: readonly PlannedMail[], now: number): MailPlan {
  const settled = known.filter(({ state }) => state !== 'DUE');
  const journey =
    tenant.emailSender && leadOf(trip)?.email ? journeyOf(trip, Number.NEGATIVE_INFINITY) : undefined;
  if (!journey) return planOf([...settled]);
  const open = (Object.keys(OCCASIONS) as Planned[])
    .filter((touchpoint) => settled.every((mail) => mail.touchpoint !== touchpoint))
    .flatMap((touchpoint) => due(touchpoint, tenant, journey, now));
  return planOf([...settled, ...open]);
}

function due(touchpoint: Planned, tenant: Tenant, journey: Journey, now: number): PlannedMail[] {
  const settings = tenant.touchpoints?.[touchpoint];
  const occasion = OCCASIONS[touchpoint](journey);
  if (!settings?.enabled || !occasion || occasion.until < now) return [];
  const at = new Date(occasion.at - (settings.hoursBefore ?? HOURS_BEFORE[touchpoint]) * HOUR);
  return [{ touchpoint, at, state: 'DUE', attempts: 0 }];
}

/** True when an e-mail's time has passed while nobody could send it. */
export function isTooLate(touchpoint: Planned, trip: Trip, now: number): boolean {
  const journey = journeyOf(trip, Number.NEGATIVE_INFINITY);
  return ((journey && OCCASIONS[touchpoint](journey)?.until) ?? now) < now;
}

/** A plan with the moment at which somebody has to look at it next. */
export function planOf(mails: PlannedMail[]): MailPlan {
  const moments = mails.flatMap(({ state, at, leaseUntil }) =>
    state === 'DUE' ? [at] : state === 'SENDING' && leaseUntil ? [leaseUntil] : [],
  );
  if (mails.length === 0) return {};
  if (moments.length === 0) return { mails };
  return { mails, nextMailAt: new Date(Math.min(...moments.map((moment) => moment.getTime()))) };
}

/** Who is written to: the lead passenger, else the first adult. */
export function leadOf({ passengers }: Pick<Trip, 'passengers'>): Passenger | undefined {
  return passengers.find(({ isLead }) => isLead) ?? passengers.find(({ type }) => type === 'ADT');
}
