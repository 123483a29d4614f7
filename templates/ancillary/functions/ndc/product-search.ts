import { countries } from 'countries-list';
import { airport } from '../shared/airports.js';
import type { Detail } from '../shared/api/errors.js';
import { isSupported } from '../shared/money/currency.js';
import { type CarSearch, searchCars } from '../shared/offers/search/cars.js';
import { searchTransfers, type TransferSearch } from '../shared/offers/search/transfers.js';
import type { Candidate } from '../shared/offers/types.js';
import type { Tenant } from '../shared/tenant.js';

/** A search beside a journey. */
export type ProductSearch =
  | { ProductType: 'AIRPORT_TRANSFER'; Input: TransferSearch }
  | { ProductType: 'CAR_RENTAL'; Input: CarSearch };

/** Nobody rents a car to a younger driver. */
const LEAST_DRIVER_AGE = 18;

/** Products for the searches. */
export function candidatesOf(searches: ProductSearch[]): Candidate[] {
  return searches.flatMap((search) =>
    search.ProductType === 'CAR_RENTAL' ? searchCars(search.Input) : searchTransfers(search.Input),
  );
}

/** The currency that rides are asked for in, where the tenant sells in it; else the tenant's own. */
export function searchCurrency(
  searches: readonly ProductSearch[],
  { currency, currencies }: Pick<Tenant, 'currency' | 'currencies'>,
): string {
  const wanted = currencyOf(searches);
  return wanted !== undefined && (currencies?.includes(wanted) ?? true) ? wanted : currency;
}

function currencyOf(searches: readonly ProductSearch[]): string | undefined {
  return searches.flatMap((search) =>
    search.ProductType === 'AIRPORT_TRANSFER' ? search.Input.currency : [],
  )[0];
}

/** What the schema cannot say of the searches. */
export function searchFaults(searches: ProductSearch[], now = Date.now()): Detail[] {
  const currency = currencyOf(searches);
  return searches.flatMap((search, index) => {
    const at = (field: string, reason: string): Detail => ({
      field: `ProductSearchInputs[${index}].Input.${field}`,
      reason,
    });
    return search.ProductType === 'CAR_RENTAL'
      ? carFaults(search.Input, at, now)
      : [
          ...transferFaults(search.Input, at, now),
          ...(search.Input.currency === currency ? [] : [at('currency', 'MIXED_CURRENCY')]),
        ];
  });
}

type At = (field: string, reason: string) => Detail;

function carFaults({ driver, pickup_at, dropoff_at, ...places }: CarSearch, at: At, now: number): Detail[] {
  const faults: Detail[] = [];
  if (!isCountry(driver.residence)) faults.push(at('driver.residence', 'UNKNOWN_COUNTRY'));
  if (driver.age < LEAST_DRIVER_AGE) faults.push(at('driver.age', 'OUT_OF_RANGE'));
  if (Date.parse(pickup_at) < now) faults.push(at('pickup_at', 'PAST_DATE'));
  if (Date.parse(dropoff_at) <= Date.parse(pickup_at)) faults.push(at('dropoff_at', 'BEFORE_PICKUP'));
  for (const name of ['pickup_location', 'dropoff_location'] as const) {
    const { iata } = places[name];
    if (iata !== undefined && !airport(iata)) faults.push(at(`${name}.iata`, 'UNKNOWN_AIRPORT'));
  }
  return faults;
}

function transferFaults(search: TransferSearch, at: At, now: number): Detail[] {
  const faults: Detail[] = [];
  const { pickup_datetime, currency } = search;
  for (const name of ['start_country_code', 'end_country_code'] as const)
    if (!isCountry(search[name])) faults.push(at(name, 'UNKNOWN_COUNTRY'));
  if (Date.parse(pickup_datetime) < now) faults.push(at('pickup_datetime', 'PAST_DATE'));
  if (!isSupported(currency)) faults.push(at('currency', 'UNSUPPORTED_CURRENCY'));
  return faults;
}

/** True for a code of ISO 3166-1. */
function isCountry(code: string): boolean {
  return Object.hasOwn(countries, code);
}
