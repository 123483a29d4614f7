import { countries } from 'countries-list';
import { airport } from '../shared/airports.js';
import { type Detail, invalid } from '../shared/api/errors.js';
import { faultsOf } from '../shared/api/validate.js';
import { isSupported } from '../shared/money/currency.js';
import { type CarSearch, searchCars } from '../shared/offers/search/cars.js';
import { searchTransfers, type TransferSearch } from '../shared/offers/search/transfers.js';
import type { Candidate } from '../shared/offers/types.js';
import { sellsIn, type Tenant } from '../shared/tenant.js';

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
  tenant: Pick<Tenant, 'currency' | 'currencies'>,
): string {
  const wanted = currencyOf(searches);
  return wanted !== undefined && sellsIn(tenant, wanted) ? wanted : tenant.currency;
}

function currencyOf(searches: readonly ProductSearch[]): string | undefined {
  return searches.flatMap((search) =>
    search.ProductType === 'AIRPORT_TRANSFER' ? search.Input.currency : [],
  )[0];
}

const SCHEMAS = new Map<unknown, string>([
  ['AIRPORT_TRANSFER', 'TransferProductSearch'],
  ['CAR_RENTAL', 'CarProductSearch'],
]);

/**
 * Throws a 400 `ApiError` with the faults of each search as what it says it is: against the list of both, a car is also told
 * what it lacks for a ride.
 */
export function refuseFaultySearches(message: unknown): void {
  const searches = (message as { ProductSearchInputs?: unknown } | null)?.ProductSearchInputs;
  if (!Array.isArray(searches)) return;
  const faults = searches.flatMap((search: unknown, index): Detail[] => {
    const place = `ProductSearchInputs[${index}]`;
    if (typeof search !== 'object' || search === null) return [{ field: place, reason: 'INVALID_TYPE' }];
    const { ProductType: type } = search as { ProductType?: unknown };
    if (type === undefined) return [{ field: `${place}.ProductType`, reason: 'MISSING' }];
    const schema = SCHEMAS.get(type);
    if (schema === undefined) return [{ field: `${place}.ProductType`, reason: 'INVALID_VALUE' }];
    return faultsOf(schema, search).map(({ field, reason }) => ({ field: `${place}.${field}`, reason }));
  });
  if (faults.length > 0) throw invalid(faults);
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
