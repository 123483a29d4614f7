import type { MovableClock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import type { LambdaFunction, LambdaPermission } from '../../src/core/stack/model.js';
import type { EventBus } from '../kernel/events.js';
import type { KeyService } from '../kernel/kms.js';
import type { ObjectReader } from '../kernel/objects.js';

/** What the Lambda service is made of. */
export interface LambdaOptions {
  functions: LambdaFunction[];
  /** The template's: who may invoke what. */
  permissions?: LambdaPermission[];
  clock: MovableClock;
  ids: Ids;
  events: EventBus;
  /** Folder for bundles and V8's code cache; without it nothing is kept between two starts. */
  cacheDir?: string;
  /** The emulator's state: functions that are made over the wire are kept there. In memory alone without it. */
  stateDir?: string;
  /** Whether a role's trust policy lets a service take it on; left out, every role is trusted. */
  trusts?: (roleArn: string, service: string) => boolean;
  /** Variables every function gets on top of its own: endpoints and credentials of the emulator. */
  extraEnvironment?: Record<string, string>;
  /** Variables of one function on top of those: credentials of its role. */
  roleEnvironment?: (definition: LambdaFunction) => Record<string, string>;
  /** Keys of functions whose variables are encrypted; left out, variables are kept as they are. */
  keys?: KeyService;
  /** The emulator's S3, for `UpdateFunctionCode`. */
  objects?: ObjectReader;
  /** Concurrent executions of the account; 1,000 by default. */
  accountConcurrency?: number;
  /** Follow edits of the functions' sources. */
  watch?: boolean;
  /** Names of functions that get an environment at start, ahead of their first event. */
  provisioned?: readonly string[];
  /** Threads in which environments live alone; above that, those of one function share. 10 by default. */
  threads?: number;
  /** Threads that a busy function gets even then. One less than there are processors by default. */
  busyThreads?: number;
  /** Functions a debugger may attach to, all with `true`: no limit runs out while one stands at a breakpoint. */
  inspect?: boolean | readonly string[];
}

/** Numbers about the service. */
export interface LambdaStats {
  invocations: number;
  coldStarts: number;
  throttles: number;
  environments: number;
  threads: number;
  /** Events at work now. */
  concurrency: number;
  reloads: number;
}
