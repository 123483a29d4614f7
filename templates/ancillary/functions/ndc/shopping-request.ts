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

/** A trip's fields in the words of the message. */
const FIELDS: Record<string, Record<string, string>> = {
  'CoreQuery.Segments': {
    segmentId: 'SegmentKey',
    departure: 'Departure.AirportCode',
    arrival: 'Arrival.AirportCode',
    departureTime: 'Departure.DateTime',
    arrivalTime: 'Arrival.DateTime',
    passengerIds: 'PassengerRefs',
  },
  'DataLists.PassengerList': {
    id: 'PassengerID',
    type: 'PTC',
    associatedAdultId: 'Associations.AdultRef',
  },
};

/** Where a fault of the trip stands in the message: `segments[1].departureTime` is `CoreQuery.Segments[1].Departure.DateTime`. */
export function messageField(field: string): string {
  const [, list, place = '', name = '', rest = ''] =
    /^(segments|passengers)(\[\d+\])?(?:\.(\w+))?(.*)$/.exec(field) ?? [];
  if (list === undefined) return field;
  const path = list === 'segments' ? 'CoreQuery.Segments' : 'DataLists.PassengerList';
  return `${path}${place}${name && `.${FIELDS[path]?.[name] ?? name}`}${rest}`;
}
