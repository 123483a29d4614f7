import type { Document } from '../bson/index.js';
import { type KeyPart, numberOf } from '../index/index.js';
import type { IndexAccess } from './index-access.js';
import { EVERYTHING } from './interval.js';

/**
 * Whether an access gives its candidates in the order of a sort: `forward`, `backward`, or not at all. Fields that the
 * filter holds to one value may be left out of the sort or stand in it.
 */
export function sortDirection(access: IndexAccess, sort: Document): 'forward' | 'backward' | undefined {
  const wanted = [...sort].map(([path, value]) => ({ path, direction: numberOf(value) }));
  if (wanted.some(({ direction }) => direction !== 1 && direction !== -1)) return undefined;
  let backward: boolean | undefined;
  let next = 0;
  for (let field = 0; field < access.index.parts.length && next < wanted.length; field++) {
    const want = wanted[next] as (typeof wanted)[number];
    const { path, direction } = access.index.parts[field] as KeyPart;
    if (path !== want.path) {
      if (isFixed(access, field)) continue;
      return undefined;
    }
    if (direction === 'hashed' || !followsValues(access, field)) return undefined;
    next++;
    if (isFixed(access, field)) continue;
    const runsBack = direction !== want.direction;
    if ((backward ?? runsBack) !== runsBack) return undefined;
    backward = runsBack;
  }
  if (next < wanted.length) return undefined;
  return backward === true ? 'backward' : 'forward';
}

/** The filter holds the field to one value. */
function isFixed({ bounds, bounded }: IndexAccess, field: number): boolean {
  const intervals = bounds[field];
  return field < bounded && intervals?.length === 1 && intervals[0]?.point === true;
}

/** An array sorts by its least or greatest element of all, not of those within bounds. */
function followsValues({ index, bounds, ranges }: IndexAccess, field: number): boolean {
  if (index.arrays[field] === 0) return true;
  return index.parts.length === 1 && bounds[field]?.[0] === EVERYTHING && ranges.length === 1;
}
