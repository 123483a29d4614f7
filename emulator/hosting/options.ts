import type { Clock } from '../../src/core/clock.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { Ids } from '../../src/core/ids.js';
import type { StackModel } from '../../src/core/stack/model.js';
import type { EventBus } from '../kernel/events.js';
import type { GatewayControl } from '../kernel/gateway-control.js';
import type { Service } from '../kernel/service.js';

/** The gateway of one stack. */
export interface HostedGateway extends Service, GatewayControl {
  /** Base URL, without a slash at the end. Valid once started. */
  readonly url: string;
  readonly port: number;
  /** Serves another stack from the next request on; one that cannot be served changes nothing. Tells the faults. */
  replaceStack(stack: StackModel): readonly Diagnostic[];
}

/** The rules of one stack that run on the clock. */
export interface HostedSchedules extends Service {
  /** Takes up other rules; what has not changed keeps its time. */
  replaceStack(stack: StackModel): void;
}

/** What the emulator's operator does for one stack that is the platform: values of secrets, tenants. */
export interface HostedPlatform extends Service {
  /** Brings secrets and databases up to date. */
  refresh(): Promise<void>;
}

/** What hosting is made of: the rooms that serve a stack come from outside. */
export interface HostingOptions<G extends HostedGateway, P extends HostedPlatform> {
  clock: Clock;
  ids: Ids;
  events: EventBus;
  /** Folder that hosted stacks are kept in; in memory alone without one. */
  stateDir?: string | undefined;
  /** Names of the services that must run before a stack can be served. */
  needs: readonly string[];
  /** Makes a gateway; throws STACK_INVALID when the stack cannot be served. `port` 0 takes a free one. */
  gateway(stack: StackModel, port: number): G;
  schedules(stack: StackModel): HostedSchedules;
  /** Makes the operator's part; undefined for a stack that is not the platform. */
  platform(stack: StackModel): P | undefined;
  /** A gateway has begun to serve a stack, or serves another one: keys, plans and settings of stages are to be put in force. */
  served(stack: StackModel): void;
  /** A stage was made or updated: what was changed of it otherwise holds no longer. */
  stageMade(place: { accountId: string; region: string }, apiId: string, stage: string): void;
}

/** A stack that is deployed and served. */
export interface DeployedStack {
  stackName: string;
  /** The stack's ARN. */
  stackId: string;
  accountId: string;
  region: string;
  /** Base URL of its first API's first stage; every stage answers below `/_aws/execute-api/{apiId}/{stage}` too. */
  apiUrl: string;
}
