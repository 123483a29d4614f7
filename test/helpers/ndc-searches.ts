/** A search for a ride from Dubai's airport to the Marina, in dirhams unless something else is told. */
export const rideSearch = (more: { currency?: string; providers?: string[] } = {}) => ({
  ProductType: 'AIRPORT_TRANSFER',
  Input: {
    mode: 'one_way',
    num_passengers: 2,
    start_address: 'Dubai Airport',
    end_address: 'Marina',
    start_coordinates: { lat: 25.25, lng: 55.36 },
    end_coordinates: { lat: 25.08, lng: 55.14 },
    pickup_datetime: '2030-07-01T20:00:00Z',
    currency: 'AED',
    start_country_code: 'AE',
    end_country_code: 'AE',
    ...more,
  },
});

/** A search for a car at JFK, for this driver. */
export const carSearch = (driver: { age: number; residence: string }) => ({
  ProductType: 'CAR_RENTAL',
  Input: {
    driver,
    pickup_at: '2030-07-01T20:00:00Z',
    dropoff_at: '2030-07-05T10:00:00Z',
    pickup_location: { iata: 'JFK' },
    dropoff_location: { iata: 'JFK' },
  },
});
