import type { Diagnostic, SourcePlace } from '../diagnostics.js';
import type { StepContext } from './step-context.js';

/** What a token may do on the platform. */
export type Role = 'api_client' | 'widget_user' | 'whitelabel_user';

/** Who calls. Texts may hold `${…}`. */
export interface Actor {
  /** Left out: the first tenant. */
  tenant?: string;
  role?: Role;
  client?: string;
  pnr?: string;
  sessionId?: string;
  /** Page that a widget's token comes from; without it, a widget token comes from the edge. */
  origin?: string;
  /** False keeps a token that has run out. */
  renew?: boolean;
  /** Sends no token at all. */
  anonymous?: boolean;
}

/** The call of a step. Texts may hold `${…}`. */
export interface RequestPlan {
  method: string;
  path: string;
  query: Record<string, unknown>;
  headers: Record<string, string | number>;
  /** Anything but a text is sent as JSON; undefined sends none. */
  body?: unknown;
  form?: Record<string, unknown>;
  /** ms; the runner's own limit when left out. */
  timeout?: number;
}

/** What an answer must be. A `wanted` is a value or a matcher, see `mismatch`. */
export interface Expectation {
  /** Statuses (`200`) and classes (`2xx`); empty: anything below 400. */
  status: (number | string)[];
  headers: { name: string; wanted: unknown; place?: SourcePlace }[];
  json: { path: string; wanted: unknown; place?: SourcePlace }[];
  body?: { wanted: unknown; place?: SourcePlace };
  same?: 'status' | 'body';
  /** ms */
  within?: number;
  /** Check status and schema against the API's OpenAPI document. */
  contract: boolean;
  place?: SourcePlace;
}

/** A value of the answer to keep: a JSONPath, `header.NAME`, `status` or `body`. */
export interface Capture {
  name: string;
  from: string;
  place?: SourcePlace;
}

/** Something that goes wrong on purpose. */
export type Fault =
  | { clear: true }
  | {
      target: 'function' | 'vendor' | 'mongo';
      name: string;
      /** ms */
      latency?: number;
      errorRate?: number;
      throttleRate?: number;
      timeoutRate?: number;
      kind?: string;
      times?: number;
    };

/** A move of the emulator's clock: ms to go, a moment (epoch ms), or a word. */
export type ClockMove = { advance: number } | { set: number } | 'freeze' | 'resume' | 'reset';

/** What one step does. */
export type Action =
  | {
      kind: 'request';
      request: RequestPlan;
      expect: Expectation;
      capture: Capture[];
      /** ms to ask again for until the expectations hold. */
      eventually?: number;
    }
  | { kind: 'group'; steps: Step[] }
  | { kind: 'clock'; move: ClockMove }
  | { kind: 'fault'; fault: Fault }
  | { kind: 'reset' }
  | { kind: 'wait'; ms: number }
  | { kind: 'code'; run(context: StepContext): unknown };

export interface Step {
  name: string;
  action: Action;
  as?: Actor;
  /** One after the other. */
  repeat: number;
  /** At once; `group` runs the steps of a group at once. */
  parallel: number | 'group' | undefined;
  thinkTime?: Pause;
  place?: SourcePlace;
}

/** ms */
export interface Pause {
  least: number;
  most: number;
}

/**
 * A journey, read and checked: what `arcube test` runs once and `arcube load-test` many times. It says what is to
 * happen and nothing of how.
 */
export interface Scenario {
  name: string;
  description?: string;
  /** Absolute path. */
  file: string;
  place: SourcePlace;
  tags: string[];
  /** Why it is not to be run. */
  skip?: string;
  as?: Actor;
  /** How often a load test takes it next to others. */
  weight: number;
  thinkTime?: Pause;
  vars: Record<string, unknown>;
  steps: Step[];
  finally: Step[];
  /** It moves the clock, injects faults, resets or runs code that may: it needs an emulator. */
  needsEmulator: boolean;
}

/** What became of a scenario file. `scenario` is there only without errors. */
export interface ScenarioReading {
  file: string;
  scenario?: Scenario;
  diagnostics: Diagnostic[];
}
