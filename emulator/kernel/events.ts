import { EventEmitter } from 'node:events';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { MailRecord } from './mail.js';

/** One answered request, as the log line of `arcube dev` and `arcube explain` show it. */
export interface RequestRecord {
  /** The gateway's requestId (`x-amzn-RequestId`), the id of the request's story. */
  requestId: string;
  apiId: string;
  stage: string;
  /** Epoch ms on the emulator's clock. */
  startedAt: number;
  durationMs: number;
  method: string;
  /** As it came, with the query string. */
  path: string;
  /** The matched template, e.g. `/items/{id}`. */
  resourcePath?: string;
  status: number;
  responseBytes: number;
  sourceIp: string;
  principalId?: string;
  tenant?: string;
  /** Which handler of the chain made the answer, and why, in words for people. */
  decidedBy: { handler: string; reason: string; responseType?: string };
}

/** One piece of a request's story. Times are epoch ms on the machine's clock, with fractions. */
export interface Span {
  requestId: string;
  name: string;
  kind: 'gateway' | 'waf' | 'authorizer' | 'lambda' | 'mongo' | 'http' | 'aws';
  startedAt: number;
  durationMs: number;
  attributes?: Record<string, string | number | boolean>;
  error?: string;
}

/** An invoke of a function that ended, or was throttled: what its metrics are counted from. */
export interface InvocationRecord {
  /** Epoch ms on the emulator's clock. */
  time: number;
  /** Without a qualifier. */
  functionArn: string;
  functionName: string;
  /** The version or alias that was asked for. */
  qualifier?: string;
  isAlias?: boolean;
  executedVersion: string;
  durationMs: number;
  /** Events of the function at work when this one began. */
  concurrency: number;
  outcome: 'success' | 'error' | 'throttle';
}

/** One line of a function's log (or of the platform about it: START, END, REPORT). */
export interface LogLine {
  /** Epoch ms on the emulator's clock. */
  time: number;
  functionName: string;
  /** Whose account and region the line belongs to; left out, it is the emulator's own. */
  functionArn?: string;
  /** Left out: `/aws/lambda/NAME`. */
  logGroup?: string;
  logStream: string;
  /** Story id; left out for what is written outside an invocation. */
  requestId?: string;
  text: string;
}

/** Something was changed on disk and has been taken up (or refused, with why). */
export interface ReloadRecord {
  what: 'function' | 'stack' | 'tenant' | 'catalogue';
  name: string;
  ok: boolean;
  durationMs: number;
  diagnostics: Diagnostic[];
}

/** A debugger may attach to a function at this WebSocket address. */
export interface InspectorRecord {
  functionName: string;
  url: string;
}

/** One line of a stage's access log. */
export interface AccessLogLine {
  requestId: string;
  /** Epoch ms on the emulator's clock. */
  time: number;
  destinationArn: string;
  text: string;
}

/** A request and its answer as they were on the wire, secrets and all: for whoever keeps them for a replay. */
export interface ExchangeRecord {
  requestId: string;
  /** Epoch ms on the emulator's clock. */
  startedAt: number;
  method: string;
  /** As it came, with the query string. */
  path: string;
  /** Name, value, name, value … */
  requestHeaders: readonly string[];
  requestBody: Buffer;
  status: number;
  responseHeaders: readonly string[];
  responseBody: Buffer | string;
  /** Whose it was, by the authorizer. */
  tenant?: string;
}

/** A deployed stack has an address, or has none any more. */
export interface StackRecord {
  stackName: string;
  region: string;
  apiUrl: string;
  state: 'served' | 'gone';
}

export interface EmulatorEvents {
  request: [RequestRecord];
  exchange: [ExchangeRecord];
  span: [Span];
  log: [LogLine];
  invocation: [InvocationRecord];
  accessLog: [AccessLogLine];
  reload: [ReloadRecord];
  diagnostic: [Diagnostic];
  inspector: [InspectorRecord];
  mail: [MailRecord];
  stack: [StackRecord];
}

/** Where services tell what happened; nobody waits for a listener. */
export class EventBus extends EventEmitter<EmulatorEvents> {
  constructor() {
    super();
    this.setMaxListeners(0);
  }
}
