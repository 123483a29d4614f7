import type { MovableClock } from '../../src/core/clock.js';
import type { KeptRequest } from '../../src/core/kept-request.js';
import type { DeployedStack } from '../hosting/index.js';
import type { EventBus, RequestRecord } from '../kernel/events.js';
import type { Fault } from '../kernel/faults.js';
import type { Outbox } from '../kernel/mail.js';
import type { ServiceHealth } from '../kernel/service.js';
import type { EmulatorUrls, SandboxCredentials } from '../options.js';
import type { History } from './history.js';

/** Where faults are set. Names are those that people use; a resolved one is a function's physical name, a vendor, `mongo`, … */
export interface FaultControl {
  /** Every name that can be given. */
  names(): string[];
  /** The resolved name; undefined for what is not there. */
  resolve(name: string): string | undefined;
  /** By resolved name. */
  list(): Record<string, Fault>;
  /** Throws a `UserError` for a fault that cannot be had there. */
  set(name: string, fault: Fault): void;
  clear(name?: string): void;
}

/** What is to be forgotten: everything of a tenant in a region, or what speaks of certain bookings. */
export interface Forgetting {
  region: string;
  tenant: string;
  mentions?: readonly string[];
}

export interface Forgotten {
  /** Kept requests that were taken out. */
  requests: number;
  /** True when the database's journal holds the present alone; false for a database that is not the emulator's. */
  compacted: boolean;
}

/** What the control API sees of the emulator it controls. */
export interface ControlView {
  /** Unlike a pid never used twice. */
  readonly instance: string;
  /** Opens what only the emulator's owner may read. */
  readonly controlToken: string;
  readonly projectDir: string;
  readonly clock: MovableClock;
  readonly events: EventBus;
  readonly history: History;
  /** Undefined until everything has started. */
  urls(): EmulatorUrls | undefined;
  health(): Record<string, ServiceHealth>;
  credentials(): SandboxCredentials[];
  /** The stacks that were deployed to the AWS endpoint and are served. */
  deployedStacks(): DeployedStack[];
  /** What the gateway's chain saw of a request, by any id its answer carried. */
  explain(id: string): { record: RequestRecord; steps: { handler: string; saw: string }[] } | undefined;
  readonly faults: FaultControl;
  /** E-mails that functions have sent. */
  readonly outbox: Outbox;
  /** The OpenAPI document of the stack's first REST API, intrinsics resolved. */
  apiDescription(): Record<string, unknown> | undefined;
  /** A request as it is kept for a replay. Left out by an emulator that keeps nothing on disk. */
  readonly kept?: (id: string) => Promise<KeptRequest | undefined>;
  reset(): Promise<void>;
  /** Drops what the emulator itself kept of a tenant, or of the bookings in `mentions`, in a region. */
  readonly forget: (wanted: Forgetting) => Promise<Forgotten>;
}
