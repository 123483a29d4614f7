import type { PassengerType, Trip } from '../shared/trip/types.js';
import type { ProductSearch } from './product-search.js';

interface Place {
  AirportCode: string;
  DateTime: string;
}

/** What the platform reads of an AirShoppingRQ. */
export interface AirShoppingRQ {
  CoreQuery?: {
    Segments: {
      SegmentKey: string;
      Departure: Place;
      Arrival: Place;
      MarketingCarrier: string;
      OperatingCarrier?: string;
      FlightNumber?: string;
      PassengerRefs?: string[];
    }[];
  };
  DataLists?: {
    PassengerList: {
      PassengerID: string;
      PTC: PassengerType;
      Individual?: { GivenName?: string; Surname?: string };
      Associations?: { AdultRef?: string };
    }[];
  };
  ProductSearchInputs?: ProductSearch[];
  Metadata?: { PointOfSale?: string; Tenant?: string; SessionID?: string };
}

/** The journey of the message as a trip. */
export function tripOf({ CoreQuery, DataLists, Metadata }: AirShoppingRQ): Trip {
  return {
    ...(Metadata?.SessionID !== undefined && { sessionId: Metadata.SessionID }),
    passengers: (DataLists?.PassengerList ?? []).map(({ PassengerID, PTC, Individual, Associations }) => ({
      id: PassengerID,
      type: PTC,
      ...(Individual?.GivenName && { firstName: Individual.GivenName }),
      ...(Individual?.Surname && { lastName: Individual.Surname }),
      ...(Associations?.AdultRef && { associatedAdultId: Associations.AdultRef }),
    })),
    segments: (CoreQuery?.Segments ?? []).map((segment) => ({
      segmentId: segment.SegmentKey,
      flightNumber: segment.FlightNumber ?? segment.SegmentKey,
      departure: segment.Departure.AirportCode,
      arrival: segment.Arrival.AirportCode,
      departureTime: segment.Departure.DateTime,
      arrivalTime: segment.Arrival.DateTime,
      operatingCarrier: segment.OperatingCarrier ?? segment.MarketingCarrier,
      ...(segment.PassengerRefs && { passengerIds: segment.PassengerRefs }),
    })),
  };
}
