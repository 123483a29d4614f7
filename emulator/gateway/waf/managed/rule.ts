import type { Match } from '../scope.js';

/** One rule of a managed group; all of them block unless the ACL overrides it. */
export interface ManagedRule {
  name: string;
  matches: Match;
}
