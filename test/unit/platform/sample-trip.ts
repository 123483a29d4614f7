import type { Passenger, Segment } from '../../../templates/ancillary/functions/shared/trip/types.js';

/** The moment the samples are seen at. */
export const NOW = Date.parse('2026-11-22T12:00:00Z');

export function segment(
  segmentId: string,
  departure: string,
  arrival: string,
  departureTime: string,
  arrivalTime: string,
): Segment {
  return {
    segmentId,
    flightNumber: 'ZC1',
    departure,
    arrival,
    departureTime,
    arrivalTime,
    operatingCarrier: 'ZC',
  };
}

/** Athens to New York by Frankfurt and back: an adult and a child, ten nights. */
export function roundTrip(): { pnr: string; passengers: Passenger[]; segments: Segment[] } {
  return {
    pnr: 'ABC123',
    passengers: [
      { id: 'p1', type: 'ADT', firstName: 'Eleni', isLead: true },
      { id: 'p2', type: 'CHD', firstName: 'Nikos', associatedAdultId: 'p1' },
    ],
    segments: [
      segment('s1', 'ATH', 'FRA', '2030-07-01T06:00:00Z', '2030-07-01T09:00:00Z'),
      segment('s2', 'FRA', 'JFK', '2030-07-01T11:00:00Z', '2030-07-01T19:40:00Z'),
      segment('s3', 'JFK', 'FRA', '2030-07-11T21:00:00Z', '2030-07-12T04:20:00Z'),
      segment('s4', 'FRA', 'ATH', '2030-07-12T07:00:00Z', '2030-07-12T09:50:00Z'),
    ],
  };
}
