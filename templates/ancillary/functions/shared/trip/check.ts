import { airport } from '../airports.js';
import type { Detail } from '../api/errors.js';
import { isSupported } from '../money/currency.js';
import { instantOf } from './moment.js';
import type { Passenger, Segment, Trip, TripInput } from './types.js';

/**
 * What the schema cannot say of a trip: ids that refer to nobody, airports that do not exist, times that cannot be.
 * `trip` is the merged trip, `input` what was sent with it, `known` the trip as it was stored. Returns every fault.
 */
export function tripFaults(input: TripInput, trip: Trip, known: Trip | undefined, now: number): Detail[] {
  return [
    ...missingParts(trip),
    ...duplicates(
      'passengers',
      (input.passengers ?? []).map(({ id }) => id),
      'id',
    ),
    ...duplicates(
      'segments',
      (input.segments ?? []).map(({ segmentId }) => segmentId),
      'segmentId',
    ),
    ...currencyFaults(input),
    ...passengerFaults(input, trip),
    ...(input.segments ?? []).flatMap((segment, index) => segmentFaults(segment, index, trip, known, now)),
    ...(input.segments ? orderFaults(input, trip) : []),
  ];
}

function missingParts({ passengers, segments }: Trip): Detail[] {
  return [
    ...(passengers.length === 0 ? [{ field: 'passengers', reason: 'MISSING' }] : []),
    ...(segments.length === 0 ? [{ field: 'segments', reason: 'MISSING' }] : []),
  ];
}

function duplicates(list: string, ids: string[], key: string): Detail[] {
  return ids
    .map((id, index) => ({ index, repeated: ids.indexOf(id) < index }))
    .filter(({ repeated }) => repeated)
    .map(({ index }) => ({ field: `${list}[${index}].${key}`, reason: 'DUPLICATE' }));
}

function currencyFaults({ pnrCurrency }: TripInput): Detail[] {
  if (pnrCurrency === undefined || isSupported(pnrCurrency)) return [];
  return [{ field: 'pnrCurrency', reason: 'UNSUPPORTED_CURRENCY' }];
}

function passengerFaults({ passengers }: TripInput, trip: Trip): Detail[] {
  const byId = new Map(trip.passengers.map((passenger) => [passenger.id, passenger]));
  const faults = (passengers ?? []).flatMap(({ associatedAdultId }, index) => {
    if (associatedAdultId === undefined) return [];
    const adult = byId.get(associatedAdultId);
    const field = `passengers[${index}].associatedAdultId`;
    if (!adult) return [{ field, reason: 'UNKNOWN_PASSENGER' }];
    return adult.type === 'ADT' ? [] : [{ field, reason: 'NOT_AN_ADULT' }];
  });
  return [...faults, ...leftByAdult(passengers ?? [], trip), ...lonelyInfants(passengers ?? [], trip)];
}

/** Who is known to travel with an adult still does when that one comes again, as something else. */
function leftByAdult(sent: Passenger[], { passengers }: Trip): Detail[] {
  const ids = new Set(sent.map(({ id }) => id));
  return sent.flatMap(({ id, type }, index) => {
    const isLeft = passengers.some((other) => other.associatedAdultId === id && !ids.has(other.id));
    return type === 'ADT' || !isLeft ? [] : [{ field: `passengers[${index}].type`, reason: 'NOT_AN_ADULT' }];
  });
}

/** Each infant needs an adult of its own. */
function lonelyInfants(sent: Passenger[], { passengers }: Trip): Detail[] {
  if (hasLap(passengers)) return [];
  const index = sent.findLastIndex(({ type }) => type === 'INF');
  return [{ field: index < 0 ? 'passengers' : `passengers[${index}].type`, reason: 'INFANT_WITHOUT_ADULT' }];
}

function hasLap(passengers: Passenger[]): boolean {
  const count = (wanted: string): number => passengers.filter(({ type }) => type === wanted).length;
  return count('INF') <= count('ADT');
}

function segmentFaults(
  segment: Segment,
  index: number,
  trip: Trip,
  known: Trip | undefined,
  now: number,
): Detail[] {
  const at = (field: string, reason: string): Detail => ({ field: `segments[${index}].${field}`, reason });
  const faults: Detail[] = [];
  const [from, to] = [airport(segment.departure), airport(segment.arrival)];
  if (!from) faults.push(at('departure', 'UNKNOWN_AIRPORT'));
  if (!to) faults.push(at('arrival', 'UNKNOWN_AIRPORT'));
  if (from && from === to) faults.push(at('arrival', 'SAME_AIRPORT'));
  if (from && to) {
    const departs = instantOf(segment.departureTime, from.zone);
    if (instantOf(segment.arrivalTime, to.zone) <= departs)
      faults.push(at('arrivalTime', 'BEFORE_DEPARTURE'));
    if (departs < now && !unchanged(segment, known)) faults.push(at('departureTime', 'PAST_DATE'));
  }
  return [...faults, ...travellerFaults(segment, trip, at)];
}

/** Who is named for a flight is known, and no infant flies without an adult. */
function travellerFaults(
  { passengerIds = [] }: Segment,
  { passengers }: Trip,
  at: (field: string, reason: string) => Detail,
): Detail[] {
  const ids = new Set(passengers.map(({ id }) => id));
  const unknown = passengerIds.flatMap((id, place) =>
    ids.has(id) ? [] : [at(`passengerIds[${place}]`, 'UNKNOWN_PASSENGER')],
  );
  const aboard = passengers.filter(({ id }) => passengerIds.includes(id));
  return hasLap(aboard) ? unknown : [...unknown, at('passengerIds', 'INFANT_WITHOUT_ADULT')];
}

/** A flown segment may be sent again as it was, along with those still to come. */
function unchanged(segment: Segment, known: Trip | undefined): boolean {
  const before = known?.segments.find(({ segmentId }) => segmentId === segment.segmentId);
  return before?.departureTime === segment.departureTime && before.departure === segment.departure;
}

interface Timed {
  segment: Segment;
  departs: number;
  arrives: number;
}

/**
 * Nobody can board before the flight before has landed: those of one message are told in their order; one that comes later
 * may lie before those that are known, but not across one of them.
 */
function orderFaults({ segments = [] }: TripInput, trip: Trip): Detail[] {
  const sent = segments.map(times);
  const ids = new Set(segments.map(({ segmentId }) => segmentId));
  const others = trip.segments.filter(({ segmentId }) => !ids.has(segmentId)).map(times);
  return sent.flatMap((own, index) => {
    const at = (field: string): Detail => ({ field: `segments[${index}].${field}`, reason: 'OUT_OF_ORDER' });
    if (own && sent.slice(0, index).some((other) => other && clash(other, own))) return [at('departureTime')];
    const crossed = own && others.find((other) => other && clash(other, own) && clash(own, other));
    if (!crossed) return [];
    return [at(crossed.departs > own.departs ? 'arrivalTime' : 'departureTime')];
  });
}

/** True when somebody would be on both, and `next` leaves before `first` has landed. */
function clash(first: Timed, next: Timed): boolean {
  return first.arrives > next.departs && shareTravellers(first.segment, next.segment);
}

function times(segment: Segment): Timed | undefined {
  const [from, to] = [airport(segment.departure), airport(segment.arrival)];
  if (!from || !to) return undefined;
  return {
    segment,
    departs: instantOf(segment.departureTime, from.zone),
    arrives: instantOf(segment.arrivalTime, to.zone),
  };
}

/** A segment without `passengerIds` is everybody's. */
function shareTravellers(one: Segment, other: Segment): boolean {
  if (!one.passengerIds || !other.passengerIds) return true;
  return one.passengerIds.some((id) => other.passengerIds?.includes(id));
}
