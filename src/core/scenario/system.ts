import type { Secret } from '../secret.js';
import type { ClockMove, Fault, Role } from './model.js';
import type { OutboxMail } from './step-context.js';

/** One OAuth client of a tenant. */
export interface SystemClient {
  id: string;
  role: Role;
  secret: Secret;
}

/** A tenant of the system under test, with what its callers need. */
export interface SystemTenant {
  tenant: string;
  region: string;
  /** Those whose secret is known, an `api_client` first. */
  clients: SystemClient[];
  edgeSecret?: Secret;
  /** Hosts of its booking site. */
  domains: string[];
}

/** A request's story, as the control API tells it. */
export interface SystemStory {
  requestId: string;
  steps?: { handler: string; saw: string }[];
  spans: {
    name: string;
    kind: string;
    startedAt: number;
    durationMs: number;
    error?: string;
  }[];
  logs: { time: number; functionName: string; requestId?: string; text: string }[];
}

/** A vendor's booking, as its sandbox keeps it. */
export interface SystemBooking {
  vendor: string;
  key: string;
  state: string;
}

/** What an emulator lets a test do beside the API; a deployed stage has none of it. */
export interface SystemControls {
  /** Back to the sample data, the machine's time, no faults. */
  reset(): Promise<void>;
  /** Epoch ms of the emulator's clock. */
  now(): number;
  moveClock(move: ClockMove): Promise<void>;
  fault(fault: Fault): Promise<void>;
  story(requestId: string): Promise<SystemStory | undefined>;
  /** Everything functions have logged since the last reset. */
  logs(): { text: string; functionName: string }[];
  bookings(): SystemBooking[];
  outbox(): Promise<OutboxMail[]>;
  /** Writes all databases, for `arcube dev --from-snapshot`. */
  snapshot(file: string): Promise<void>;
  /** Connection string per data region. */
  mongoByRegion(): Record<string, string>;
  /** Values that no answer and no log may hold. */
  secrets(): Secret[];
  vendors(): string[];
}

/** What tests are run against: an emulator of their own, or a deployed stage. */
export interface SystemUnderTest {
  /** For people: where it is. */
  readonly label: string;
  /** Base URL of the API, without a slash at its end. */
  readonly api: string;
  tenants(): SystemTenant[];
  /** The API's OpenAPI document, references to be resolved inside it; undefined when it is not known. */
  contract(): Record<string, unknown> | undefined;
  readonly controls?: SystemControls;
}
