import type { StepContext } from './step-context.js';

/** Who calls, as written. */
export type WrittenActor =
  | string
  | {
      tenant?: string;
      role?: 'api_client' | 'widget_user' | 'whitelabel_user';
      client?: string;
      pnr?: string;
      sessionId?: string;
      origin?: string;
      renew?: boolean;
    };

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** A call, as written: one verb with its path, and what goes with it. */
export type WrittenRequest = Partial<Record<Verb, string>> & {
  query?: Record<string, unknown>;
  headers?: Record<string, string | number>;
  body?: unknown;
  form?: Record<string, unknown>;
  timeout?: string;
};

export interface WrittenExpectation {
  status?: number | string | (number | string)[];
  headers?: Record<string, unknown>;
  json?: Record<string, unknown>;
  body?: unknown;
  same?: 'status' | 'body';
  within?: string;
  contract?: boolean;
}

export type WrittenFault =
  | 'clear'
  | {
      function?: string;
      vendor?: string;
      mongo?: string;
      latency?: string;
      errorRate?: number;
      throttleRate?: number;
      timeoutRate?: number;
      kind?: string;
      times?: number;
    };

/** A step, as written in YAML or given to `defineScenario`; the schema of scenarios says what each field means. */
export interface WrittenStep {
  name?: string;
  as?: WrittenActor;
  thinkTime?: string;
  request?: WrittenRequest;
  expect?: WrittenExpectation;
  capture?: Record<string, string>;
  eventually?: string;
  repeat?: number;
  parallel?: number | boolean;
  steps?: WrittenStep[];
  clock?: string;
  fault?: WrittenFault;
  reset?: true;
  wait?: string;
  /** What only code can say; TypeScript alone has it. A throw fails the step. */
  run?(context: StepContext): unknown;
}

/** A scenario, as written. */
export interface WrittenScenario {
  name: string;
  description?: string;
  tags?: string[];
  skip?: string;
  as?: WrittenActor;
  weight?: number;
  thinkTime?: string;
  vars?: Record<string, unknown>;
  steps: WrittenStep[];
  finally?: WrittenStep[];
}
