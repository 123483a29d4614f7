import type { MovableClock } from '../src/core/clock.js';
import type { Fault } from '../src/core/scenario/model.js';
import type { Trip } from '../src/core/scenario/sample-trip.js';
import type { OutboxMail } from '../src/core/scenario/step-context.js';
import type { SystemUnderTest } from '../src/core/scenario/system.js';
import type { Secret } from '../src/core/secret.js';
import type { DeployedStack } from './hosting/index.js';
import type { EventBus } from './kernel/events.js';
import type { ServiceHealth } from './kernel/service.js';
import type { TokenWish, TripWish } from './test-helpers.js';

/** What `createEmulator` takes. Everything has a default. */
export interface EmulatorOptions {
  /** Folder of the project (`arcube.yaml`, `tenants/`, `.arcube/`); the working directory by default. */
  projectDir?: string;
  /** CloudFormation template to boot from; the project's, else the packaged ancillary platform. */
  template?: string;
  /** `none` starts with an empty account: it serves the stacks that are deployed to its AWS endpoint, and none of its own. */
  stack?: 'template' | 'none';
  /** Template parameters. */
  parameters?: Record<string, string>;
  /** Address to listen on; 127.0.0.1 by default. */
  host?: string;
  /** Port of the API. 0 takes a free one; a taken one moves to the next free one unless `strictPort`. Default 3000. */
  port?: number;
  /** Port of the AWS endpoint; the same rules. Default 4566. */
  awsPort?: number;
  /** Port of the home region's MongoDB; 0 takes a free one. Default: the project's, else a free one. */
  mongoPort?: number;
  /** Port of the control API; the same rules. */
  controlPort?: number;
  strictPort?: boolean;
  /** `embedded` (default), `mongod`, or a `mongodb://…` / `mongodb+srv://…` URI. */
  mongo?: string;
  /** `project` keeps state in `<projectDir>/.arcube/state`; `none` keeps everything in memory. Default `project`. */
  state?: 'project' | 'none';
  /** Drops the kept state first. */
  fresh?: boolean;
  /** Begins with the databases of a snapshot that `arcube test` wrote, at its moment. Nothing is kept then. */
  fromSnapshot?: string;
  /** Makes ids and randomness repeatable. */
  seed?: string;
  /** Functions a debugger may attach to, by name or logical id; all with `true`. */
  inspect?: boolean | readonly string[];
  /** Evaluate the IAM policies of whoever calls the AWS endpoint, handlers included. Default false. */
  enforceIam?: boolean;
  /**
   * Clients of the embedded databases must sign in: functions do so as the user `platform`, and the secret with the
   * access to users is there, so that users can be rotated. Default false.
   */
  databaseUsers?: boolean;
  /** Follow edits of handlers, templates and tenants. Default false; `arcube dev` turns it on. */
  watch?: boolean;
}

/** Where a running emulator answers. */
export interface EmulatorUrls {
  /** With an empty account that of the first deployed stack, and '' while there is none. */
  api: string;
  /** Connection string of the home region's cluster. */
  mongo: string;
  /** Connection string per data region. */
  mongoByRegion: Record<string, string>;
  aws: string;
  control: string;
  /** Sandboxes of the suppliers, when the stack is the platform. */
  vendors?: string;
}

/** Sandbox credentials of one tenant; they are worth something on this emulator alone. */
export interface SandboxCredentials {
  tenant: string;
  region: string;
  clientId: string;
  clientSecret: Secret;
  edgeSecret: Secret;
}

/** A stack that was deployed to the emulator's AWS endpoint, and where it is served. */
export type { DeployedStack } from './hosting/index.js';

export interface Emulator {
  /** Starts every service. Rejects with a `UserError` and leaves nothing behind when one cannot start. */
  start(): Promise<EmulatorUrls>;
  /** Stops everything. Idempotent; legal in mid-start. */
  stop(): Promise<void>;
  /** Back to the sample data of the start: databases, caches, throttles, clock. */
  reset(): Promise<void>;
  readonly urls: EmulatorUrls;
  readonly clock: MovableClock;
  readonly events: EventBus;
  /** Of the emulator's own stack, else of the first deployed one; or of the deployed stack of this name. */
  credentials(stackName?: string): SandboxCredentials[];
  /** The stacks that were deployed and are served, by name and region. */
  deployedStacks(): DeployedStack[];
  /** A bearer token of a tenant (the first when undefined): of its API client, or as `wish` says. */
  tokenFor(tenant?: string, wish?: TokenWish): Promise<string>;
  /** Stores a trip, the sample one where nothing is said, and returns it. */
  seedPnr(wish?: TripWish): Promise<Trip>;
  /** Lets a function, a vendor or the database fail on purpose, until `reset` or `{ clear: true }`. */
  fault(fault: Fault): Promise<void>;
  /** E-mails that were caught, oldest first. */
  outbox(): Promise<OutboxMail[]>;
  /** The emulator as tests see it. Valid once started. */
  system(): SystemUnderTest;
  /** Health of each service, in start order. */
  health(): Record<string, ServiceHealth>;
}
