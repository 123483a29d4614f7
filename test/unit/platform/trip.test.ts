import { describe, expect, test } from 'vitest';
import { tripFaults } from '../../../templates/ancillary/functions/shared/trip/check.js';
import { journeyOf } from '../../../templates/ancillary/functions/shared/trip/journey.js';
import { mergeTrip } from '../../../templates/ancillary/functions/shared/trip/merge.js';
import {
  instantOf,
  isFlightTime,
  localDay,
} from '../../../templates/ancillary/functions/shared/trip/moment.js';
import type { TripInput } from '../../../templates/ancillary/functions/shared/trip/types.js';
import { NOW, roundTrip, segment } from './sample-trip.js';

function faults(input: TripInput, known?: TripInput) {
  const before = known && mergeTrip(undefined, known);
  return tripFaults(input, mergeTrip(before, input), before, NOW);
}

describe('flight times', () => {
  test('are date-times of the calendar, with or without an offset', () => {
    for (const good of ['2030-07-01T06:00:00Z', '2030-07-01T06:00', '2024-02-29T23:59:59.5+03:00'])
      expect(isFlightTime(good), good).toBe(true);
    for (const bad of [
      '2027-02-29T06:00:00Z',
      '2027-13-01T06:00:00Z',
      '2030-07-01',
      'soon',
      '2030-07-01T24:00:00Z',
    ])
      expect(isFlightTime(bad), bad).toBe(false);
  });

  test('without an offset are the airport’s local time, also around a change of the clocks', () => {
    expect(new Date(instantOf('2030-07-01T06:00:00', 'Europe/Athens')).toISOString()).toBe(
      '2030-07-01T03:00:00.000Z',
    );
    expect(new Date(instantOf('2027-03-28T00:30:00', 'Europe/Berlin')).toISOString()).toBe(
      '2027-03-27T23:30:00.000Z',
    );
    expect(new Date(instantOf('2027-03-28T03:30:00', 'Europe/Berlin')).toISOString()).toBe(
      '2027-03-28T01:30:00.000Z',
    );
  });

  test('fall on the local day', () => {
    const late = Date.parse('2030-07-01T23:00:00Z');
    expect(localDay(late, 'Asia/Tokyo') - localDay(late, 'America/New_York')).toBe(1);
  });
});

describe('merging', () => {
  test('goes by id, field by field, and leaves what was not sent', () => {
    const known = mergeTrip(undefined, roundTrip());
    const merged = mergeTrip(known, {
      passengers: [{ id: 'p1', type: 'ADT', email: 'new@example.com' }],
      segments: [{ ...segment('s5', 'ATH', 'SKG', '2030-07-12T11:00:00Z', '2030-07-12T12:00:00Z') }],
    });
    expect(merged.passengers.find(({ id }) => id === 'p1')).toMatchObject({
      firstName: 'Eleni',
      email: 'new@example.com',
    });
    expect(merged.passengers).toHaveLength(known.passengers.length);
    expect(merged.segments.map(({ segmentId }) => segmentId)).toEqual(['s1', 's2', 's3', 's4', 's5']);
    expect(known.segments).toHaveLength(4);
  });
});

describe('a trip’s faults', () => {
  test('a good trip has none', () => expect(faults(roundTrip())).toEqual([]));

  test('first contact needs passengers and segments', () => {
    expect(faults({ pnr: 'ABC123' })).toEqual([
      { field: 'passengers', reason: 'MISSING' },
      { field: 'segments', reason: 'MISSING' },
    ]);
  });

  const cases: [string, (trip: Required<Pick<TripInput, 'passengers' | 'segments'>>) => void, object][] = [
    [
      'an unknown airport',
      ({ segments }) => {
        segments[1]!.arrival = 'XXX';
      },
      { field: 'segments[1].arrival', reason: 'UNKNOWN_AIRPORT' },
    ],
    [
      'a past date',
      ({ segments }) => {
        segments[0]!.departureTime = '2020-01-01T00:00:00Z';
      },
      { field: 'segments[0].departureTime', reason: 'PAST_DATE' },
    ],
    [
      'arrival before departure',
      ({ segments }) => {
        segments[3]!.arrivalTime = '2030-07-12T06:00:00Z';
      },
      { field: 'segments[3].arrivalTime', reason: 'BEFORE_DEPARTURE' },
    ],
    [
      'a dangling passenger id',
      ({ segments }) => {
        segments[0]!.passengerIds = ['p1', 'p9'];
      },
      { field: 'segments[0].passengerIds[1]', reason: 'UNKNOWN_PASSENGER' },
    ],
    [
      'an adult that is not there',
      ({ passengers }) => {
        passengers[1]!.associatedAdultId = 'p9';
      },
      { field: 'passengers[1].associatedAdultId', reason: 'UNKNOWN_PASSENGER' },
    ],
    [
      'an infant without an adult',
      ({ passengers }) => {
        passengers[0]!.type = 'CHD';
        passengers[1]!.type = 'INF';
        delete passengers[1]!.associatedAdultId;
      },
      { field: 'passengers[1].type', reason: 'INFANT_WITHOUT_ADULT' },
    ],
    [
      'segments out of order',
      ({ segments }) => {
        segments.reverse();
      },
      { field: 'segments[1].departureTime', reason: 'OUT_OF_ORDER' },
    ],
    [
      'an infant alone on a flight',
      ({ passengers, segments }) => {
        passengers[1]!.type = 'INF';
        segments[2]!.passengerIds = ['p2'];
      },
      { field: 'segments[2].passengerIds', reason: 'INFANT_WITHOUT_ADULT' },
    ],
    [
      'a repeated id',
      ({ passengers }) => {
        passengers[1]!.id = 'p1';
      },
      { field: 'passengers[1].id', reason: 'DUPLICATE' },
    ],
  ];
  test.each(cases)('%s', (_name, spoil, expected) => {
    const trip = roundTrip();
    spoil(trip);
    expect(faults(trip)).toContainEqual(expected);
  });

  test('a flight that comes later may lie before those that are known, not across one of them', () => {
    const [feeder, ...known] = roundTrip().segments;
    const before = { ...roundTrip(), segments: known };
    expect(faults({ segments: [feeder!] }, before)).toEqual([]);
    const across = (change: object) => faults({ segments: [{ ...feeder!, ...change }] }, before);
    expect(across({ arrivalTime: '2030-07-01T11:30:00Z' })).toEqual([
      { field: 'segments[0].arrivalTime', reason: 'OUT_OF_ORDER' },
    ]);
    const inFlight = { departureTime: '2030-07-01T12:00:00Z', arrivalTime: '2030-07-01T13:00:00Z' };
    expect(across(inFlight)).toEqual([{ field: 'segments[0].departureTime', reason: 'OUT_OF_ORDER' }]);
    const later = { ...known[0]!, arrivalTime: '2030-07-11T22:00:00Z' };
    expect(faults({ segments: [later] }, before)).toEqual([
      { field: 'segments[0].arrivalTime', reason: 'OUT_OF_ORDER' },
    ]);
  });

  test('an adult with whom others travel is no child the next time', () => {
    const child: TripInput = { passengers: [{ id: 'p1', type: 'CHD' }] };
    expect(faults(child, roundTrip())).toEqual([{ field: 'passengers[0].type', reason: 'NOT_AN_ADULT' }]);
    const { associatedAdultId: _left, ...alone } = roundTrip().passengers[1]!;
    expect(faults(child, { ...roundTrip(), passengers: [{ id: 'p1', type: 'ADT' }, alone] })).toEqual([]);
  });

  test('a flown segment may be sent again as it was, not with another date', () => {
    const flown = roundTrip();
    flown.segments[0]!.departureTime = '2026-01-01T06:00:00Z';
    flown.segments[0]!.arrivalTime = '2026-01-01T09:00:00Z';
    expect(faults(flown, flown)).toEqual([]);
    const changed = structuredClone(flown);
    changed.segments[0]!.departureTime = '2026-01-01T07:00:00Z';
    expect(faults(changed, flown)).toEqual([{ field: 'segments[0].departureTime', reason: 'PAST_DATE' }]);
  });
});

describe('a journey', () => {
  test('knows the destination behind a connection, and its nights', () => {
    const journey = journeyOf(mergeTrip(undefined, roundTrip()), NOW)!;
    expect(journey.tripType).toBe('ROUND_TRIP');
    expect(journey.stays.map(({ airport, nights }) => [airport.code, nights])).toEqual([['JFK', 10]]);
    expect(Math.round(journey.flights[1]!.km)).toBeGreaterThan(6100);
    expect(Math.round(journey.flights[1]!.km)).toBeLessThan(6300);
  });

  test('leaves out what has been flown', () => {
    const after = Date.parse('2030-07-05T00:00:00Z');
    const journey = journeyOf(mergeTrip(undefined, roundTrip()), after)!;
    expect(journey.flights.map(({ segment: { segmentId } }) => segmentId)).toEqual(['s3', 's4']);
    expect(journeyOf(mergeTrip(undefined, roundTrip()), Date.parse('2031-01-01T00:00:00Z'))).toBeUndefined();
  });

  test('one way ends in an open stay', () => {
    const trip = roundTrip();
    trip.segments.splice(2);
    const journey = journeyOf(mergeTrip(undefined, trip), NOW)!;
    expect([journey.tripType, journey.stays[0]!.airport.code, journey.stays[0]!.until]).toEqual([
      'ONE_WAY',
      'JFK',
      undefined,
    ]);
  });
});
