export type PassengerType = 'ADT' | 'CHD' | 'INF';

export interface Passenger {
  id: string;
  type: PassengerType;
  firstName?: string;
  lastName?: string;
  email?: string;
  accompaniedInfant?: boolean;
  associatedAdultId?: string;
  isLead?: boolean;
}

export interface Segment {
  segmentId: string;
  flightNumber: string;
  /** IATA codes. */
  departure: string;
  arrival: string;
  /** Flight times, see `moment.ts`. */
  departureTime: string;
  arrivalTime: string;
  operatingCarrier: string;
  passengerIds?: string[];
}

/** What a caller sends of a trip. */
export interface TripInput {
  pnr?: string;
  sessionId?: string;
  pointOfSale?: string;
  tenant?: string;
  touchpoint?: string;
  fare?: string;
  pnrLocale?: string;
  pnrCurrency?: string;
  passengers?: Passenger[];
  segments?: Segment[];
}

/** A trip as far as it is known. */
export interface Trip {
  pnr?: string;
  sessionId?: string;
  fare?: string;
  locale?: string;
  currency?: string;
  passengers: Passenger[];
  segments: Segment[];
}
