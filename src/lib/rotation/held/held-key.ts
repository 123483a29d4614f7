import type { KeyState } from '../key-states.js';
import type { KindName } from '../phases.js';

/** A key that the stack takes, where it stands. Nothing here is secret. */
export interface HeldKey {
  kind: KindName;
  /** Client, tenant or name of a gateway key; left out for a key that all holders share. */
  holder?: string;
  tenant?: string;
  region: string;
  keyId: string;
  state: KeyState;
  /** Day of the last use (`YYYY-MM-DD`), where days are all that is counted; null without a use. */
  lastDay?: string | null;
  /** Whose settings name the key, where that is its use. */
  namedBy?: string;
}
