import type { Category, CategoryFinder } from '../types.js';
import { findFastTracks, findLounges } from './airport-services.js';
import { findCarbonOffset } from './carbon.js';
import { findBaggageProtection, findTravelInsurance } from './cover.js';
import { findEsims } from './esims.js';
import { findCars, findTransfers } from './ground.js';

/** Who finds the offers of each category. */
export const FINDERS: Record<Category, CategoryFinder> = {
  ESIMS: findEsims,
  LOUNGE_ACCESS: findLounges,
  FAST_TRACK: findFastTracks,
  BAGGAGE_PROTECTION: findBaggageProtection,
  CARBON_OFFSET: findCarbonOffset,
  AIRPORT_TRANSFER: findTransfers,
  CAR_RENTAL: findCars,
  TRAVEL_INSURANCE: findTravelInsurance,
};
