import type { Identity } from '../auth/identity.js';
import type { ScramConversation } from '../auth/scram.js';
import type { Document } from '../bson/index.js';

/** What the server remembers of one connection. */
export interface ClientState {
  readonly connectionId: number;
  /** `host:port` (or socket path) under which this client reached the server. */
  readonly serverAddress: string;
  /** The `client` document of its first hello. */
  metadata?: Document;
  appName?: string;
  identity?: Identity;
  /** A SCRAM conversation that is under way, by its id. */
  conversation?: ScramConversation;
}
