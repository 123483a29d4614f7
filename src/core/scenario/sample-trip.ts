/** A passenger of a trip, as the API takes it. */
export interface TripPassenger {
  id: string;
  type: 'ADT' | 'CHD' | 'INF';
  firstName?: string;
  lastName?: string;
  email?: string;
  accompaniedInfant?: boolean;
  associatedAdultId?: string;
  isLead?: boolean;
}

/** A flight of a trip, as the API takes it. */
export interface TripSegment {
  segmentId: string;
  flightNumber: string;
  departure: string;
  arrival: string;
  departureTime: string;
  arrivalTime: string;
  operatingCarrier: string;
  passengerIds?: string[];
}

/** What `POST /aggregation-api/servePassengerRecommendations` takes. */
export interface Trip {
  pnr: string;
  pointOfSale: string;
  passengers: TripPassenger[];
  segments: TripSegment[];
}

const DAY = 86_400_000;

/** Athens – Frankfurt – New York and back, an adult and a child, thirty days after `now` (epoch ms) for eight nights. */
export function sampleTrip(pnr: string, now: number): Trip {
  const at = (days: number, time: string) =>
    `${new Date(now + days * DAY).toISOString().slice(0, 10)}T${time}:00Z`;
  const leg = (
    segmentId: string,
    flightNumber: string,
    [departure, departureTime]: [string, string],
    [arrival, arrivalTime]: [string, string],
  ): TripSegment => ({
    segmentId,
    flightNumber,
    departure,
    arrival,
    departureTime,
    arrivalTime,
    operatingCarrier: 'ZC',
  });
  return {
    pnr,
    pointOfSale: 'AIRLINE_WEBSITE',
    passengers: [
      {
        id: 'p1',
        type: 'ADT',
        firstName: 'Eleni',
        lastName: 'Markou',
        email: 'eleni@example.com',
        isLead: true,
      },
      { id: 'p2', type: 'CHD', firstName: 'Nikos', lastName: 'Markou', associatedAdultId: 'p1' },
    ],
    segments: [
      leg('s1', 'ZC301', ['ATH', at(30, '06:00')], ['FRA', at(30, '09:05')]),
      leg('s2', 'ZC702', ['FRA', at(30, '11:00')], ['JFK', at(30, '19:40')]),
      leg('s3', 'ZC703', ['JFK', at(38, '21:00')], ['FRA', at(39, '04:30')]),
      leg('s4', 'ZC302', ['FRA', at(39, '08:00')], ['ATH', at(39, '10:50')]),
    ],
  };
}
