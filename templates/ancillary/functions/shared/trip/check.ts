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
  return [...faults, ...lonelyInfants(passengers ?? [], trip)];
}

/** Each infant needs an adult of its own. */
function lonelyInfants(sent: Passenger[], { passengers }: Trip): Detail[] {
  const count = (type: string): number => passengers.filter((passenger) => passenger.type === type).length;
  if (count('INF') <= count('ADT')) return [];
  const index = sent.findLastIndex(({ type }) => type === 'INF');
  return [{ field: index < 0 ? 'passengers' : `passengers[${index}].type`, reason: 'INFANT_WITHOUT_ADULT' }];
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
  const ids = new Set(trip.passengers.map(({ id }) => id));
  for (const [place, id] of (segment.passengerIds ?? []).entries())
    if (!ids.has(id)) faults.push(at(`passengerIds[${place}]`, 'UNKNOWN_PASSENGER'));
  return faults;
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

/** Nobody can board before the flight before has landed. */
function orderFaults({ segments = [] }: TripInput, trip: Trip): Detail[] {
  const timed = trip.segments.map(times).filter((entry) => entry !== undefined);
  return segments.flatMap((segment, index) => {
    const own = timed.find((entry) => entry.segment.segmentId === segment.segmentId);
    if (!own) return [];
    const earlier = timed.slice(0, timed.indexOf(own));
    const clash = earlier.some(
      (other) => other.arrives > own.departs && shareTravellers(other.segment, segment),
    );
    return clash ? [{ field: `segments[${index}].departureTime`, reason: 'OUT_OF_ORDER' }] : [];
  });
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
