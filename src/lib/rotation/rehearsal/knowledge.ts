import type { Holder } from './stage.js';

/** What a caller knows of its secrets: the ones to use, and the ones that must be refused by now. */
export interface Knowledge {
  holder: Holder;
  clientSecret: string;
  edgeSecret: string;
  revokedClient?: string;
  revokedEdge?: string;
}

/** A key of the gateway in the hands of somebody. */
export interface KnownApiKey {
  id: string;
  name: string;
  value: string;
  revoked?: string;
}
