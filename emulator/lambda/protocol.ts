import type { LogLine, Span } from '../kernel/events.js';

/** What a worker thread is started with. */
export interface ThreadData {
  /** Memory of the emulator's clock. */
  clock: SharedArrayBuffer;
  /** One slot per invocation handed to this thread; see `Claim`. */
  claims: SharedArrayBuffer;
}

/**
 * State of an invocation's slot: whoever moves it away from `Waiting` first, owns the invocation. While it is `Synchronous` the
 * thread is inside the handler's own call, with nothing of Node's event loop between.
 */
export const Claim = { Waiting: 0, Started: 1, Withdrawn: 2, Synchronous: 3 } as const;
/** Slots in `ThreadData.claims`. */
export const CLAIM_SLOTS = 1024;

/** What an environment needs to know of its code. */
export interface CodeReference {
  hash: string;
  /** Source file of the handler, for stack traces and `/var/task`. */
  file: string;
  exportPath: string;
}

/** A function's code as a thread gets it, once for all environments that run it there. */
export interface CodeSpec extends CodeReference {
  format: 'cjs' | 'esm';
  /** Source of the function that each environment calls, see `wrapBundle`. */
  code: string;
  /** JSON in UTF-8, in shared memory: maps are larger than the code and seldom read. */
  sourceMap: Uint8Array;
  /** Soon to be replaced by the next edit: not worth a code cache. */
  transient: boolean;
  /** V8's code cache of an earlier run. */
  cachedData?: Uint8Array;
}

/** One execution environment to be made. */
export interface EnvironmentSpec {
  id: number;
  functionName: string;
  handler: string;
  /** Left out when the code could not be loaded at all: then `failure` is what the init phase reports. */
  code?: CodeReference;
  failure?: { errorType: string; errorMessage: string };
  variables: Record<string, string>;
  /** Folder that `/tmp` stands for, made on first use. */
  tmpDir: string;
}

/** One event for an environment. */
export interface InvocationSpec {
  slot: number;
  requestId: string;
  storyId?: string;
  payload: string;
  /** Milliseconds the handler may take, from the moment it gets the event. */
  timeoutMs: number;
  functionArn: string;
  traceHeader?: string;
  clientContext?: string;
}

export type ToThread =
  /** A debugger may come: listen for it, and let scripts carry their source maps. Told before any code. */
  | { type: 'inspect'; port: number; again: boolean }
  | { type: 'code'; code: CodeSpec }
  /** No environment of the thread runs it any more. */
  | { type: 'forget'; hash: string }
  | { type: 'create'; environment: EnvironmentSpec }
  | { type: 'invoke'; id: number; invocation: InvocationSpec }
  | { type: 'abandon'; id: number }
  | { type: 'ping' };

/** A line as the thread sends it; who wrote it is known by the environment. */
export type ThreadLine = Pick<LogLine, 'time' | 'text' | 'requestId'>;

/** Outcome of an invocation, or of the init phase. `payload` is JSON text. */
export interface PhaseResult {
  payload: string;
  /** Set when the payload is an error. */
  errorType?: string;
  /** The environment is spent: it must not get another event. */
  fatal?: boolean;
  /** The handler stopped the process with this code instead of answering. */
  exitCode?: number;
}

export type FromThread =
  | { type: 'ready' }
  | { type: 'pong' }
  | { type: 'inspector'; url: string }
  | {
      type: 'init';
      id: number;
      durationMs: number;
      result?: PhaseResult;
      lines: ThreadLine[];
      memory: number;
    }
  | {
      type: 'result';
      id: number;
      slot: number;
      durationMs: number;
      result: PhaseResult;
      lines: ThreadLine[];
      spans: Span[];
      /** Bytes of heap in use. */
      memory: number;
    }
  | { type: 'lines'; id: number; lines: ThreadLine[] }
  | { type: 'exit'; id: number; result: PhaseResult; lines: ThreadLine[] }
  | { type: 'child'; id: number; pid: number; alive: boolean }
  | { type: 'code-cache'; hash: string; data: Uint8Array };
