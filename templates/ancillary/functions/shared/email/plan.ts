import type { PlannedMail } from '../database/documents.js';
import type { Tenant } from '../tenant.js';
import { type Journey, journeyOf } from '../trip/journey.js';
import type { Passenger, Trip } from '../trip/types.js';
import type { MailTouchpoint } from './words.js';

/** Hours before its moment (after it, once landed) at which an e-mail goes out when the tenant does not say it. */
const HOURS: Record<Planned, number> = { 'pre-departure': 72, 'post-landing': 0, return: 24 };
const HOUR = 3_600_000;

type Planned = Exclude<MailTouchpoint, 'confirmation'>;

/** When a touchpoint's e-mail goes out with so many hours, and until when it is of any use; epoch ms. */
interface Occasion {
  at: number;
  until: number;
}

/** When each touchpoint is; undefined where the trip has none. Who has landed reads of it for a day, if the stay lasts so long. */
const OCCASIONS: Record<Planned, (journey: Journey, hours: number) => Occasion | undefined> = {
  'pre-departure': ({ flights: [first] }, hours) => first && ahead(first.departs, hours),
  'post-landing': ({ stays: [stay] }, hours) => {
    if (!stay) return undefined;
    const at = stay.from + hours * HOUR;
    return { at, until: Math.min(at + 24 * HOUR, stay.until ?? Number.POSITIVE_INFINITY) };
  },
  return: ({ stays }, hours) => {
    const leaving = stays.at(-1)?.until;
    return leaving === undefined ? undefined : ahead(leaving, hours);
  },
};

function ahead(moment: number, hours: number): Occasion {
  return { at: moment - hours * HOUR, until: moment };
}

function occasionOf(touchpoint: Planned, { touchpoints }: Tenant, journey: Journey): Occasion | undefined {
  return OCCASIONS[touchpoint](journey, touchpoints?.[touchpoint]?.hoursBefore ?? HOURS[touchpoint]);
}

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
  const occasion = occasionOf(touchpoint, tenant, journey);
  if (!tenant.touchpoints?.[touchpoint]?.enabled || !occasion || occasion.until < now) return [];
  return [{ touchpoint, at: new Date(occasion.at), state: 'DUE', attempts: 0 }];
}

/** True when an e-mail's time has passed while nobody could send it. */
export function isTooLate(touchpoint: Planned, trip: Trip, tenant: Tenant, now: number): boolean {
  const journey = journeyOf(trip, Number.NEGATIVE_INFINITY);
  return ((journey && occasionOf(touchpoint, tenant, journey)?.until) ?? now) < now;
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
