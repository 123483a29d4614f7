import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import { Writable } from 'node:stream';
import { MONGO_OBSERVER } from '../../../src/bundle/observer-name.js';
import type { EnvironmentSpec, InvocationSpec, PhaseResult, ThreadLine } from '../protocol.js';
import { createRequireFor } from './builtins.js';
import type { CompiledCode } from './code.js';
import { createConsole, type Output } from './console.js';
import { DrainWatch } from './drain-watch.js';
import { formatForLog, NODE_JS_EXIT, RuntimeFault, report, UnhandledRejection } from './errors.js';
import { GlobalView } from './global-view.js';
import { findHandler, type Handler, isAsync, isPromise } from './handler.js';
import { Invocation } from './invocation.js';
import { LineBuffer } from './log.js';
import { observeMongoClient } from './mongo-observer.js';
import { EnvironmentPaths } from './paths.js';
import { createProcess, ProcessExit } from './process-view.js';
import { awslambda, isStreaming, ResponseStream } from './response-stream.js';
import { currentScope, runIn } from './scope.js';
import { EnvironmentTimers } from './timers.js';
import { createVariables } from './variables.js';

const { parse } = JSON;

/** What an environment tells the thread it lives in. */
export interface EnvironmentHost {
  now(): number;
  /** Machine time in ms less what a debugger has held the thread. */
  running(): number;
  lines(environment: Environment, lines: ThreadLine[]): void;
  answer(environment: Environment, invocation: Invocation, result: PhaseResult): void;
  /** It ended without answering anything: a crash between two events. */
  ended(environment: Environment, result: PhaseResult): void;
  child(environment: Environment, pid: number, alive: boolean): void;
  /** Ends the whole thread when nothing else lives in it; returns when it cannot. */
  exitThread(environment: Environment, code: number): void;
}

/** One execution environment: a module graph of its own, with its own globals, process, timers, files and output. */
export class Environment {
  readonly spec: EnvironmentSpec;
  readonly variables: NodeJS.ProcessEnv;
  readonly timers = new EnvironmentTimers();
  readonly sockets = new Set<Socket>();
  readonly #children = new Set<ChildProcess>();
  readonly paths: EnvironmentPaths;
  readonly log: LineBuffer;
  readonly output: { stdout: Writable; stderr: Writable };
  readonly console: Console;
  readonly process: NodeJS.Process;
  readonly globals: GlobalView;
  readonly #host: EnvironmentHost;
  readonly #drain = new DrainWatch(this);
  #handler: Handler | undefined;
  #running: Invocation | undefined;
  #failInit: ((error: unknown) => void) | undefined;
  #dead = false;

  constructor(spec: EnvironmentSpec, host: EnvironmentHost) {
    this.spec = spec;
    this.#host = host;
    this.variables = createVariables(spec.variables);
    this.paths = new EnvironmentPaths(spec.tmpDir, dirname(spec.code?.file ?? '/var/task/index.js'));
    this.log = new LineBuffer(host.now, (lines) => host.lines(this, lines));
    this.output = { stdout: this.#stream(), stderr: this.#stream() };
    this.console = createConsole(this.#consoleOutput());
    this.process = createProcess(this);
    this.globals = new GlobalView({
      process: this.process,
      console: this.console,
      ...this.timers.functions,
    });
    Object.defineProperty(this.globals.object, Symbol.for(MONGO_OBSERVER), { value: observeMongoClient });
  }

  get running(): Invocation | undefined {
    return this.#running;
  }

  get children(): ReadonlySet<ChildProcess> {
    return this.#children;
  }

  /** A child process was started: it ends with the environment. */
  adopt(child: ChildProcess): void {
    const { pid } = child;
    if (pid === undefined) return;
    this.#children.add(child);
    this.#host.child(this, pid, true);
    child.once('exit', () => {
      this.#children.delete(child);
      this.#host.child(this, pid, false);
    });
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** The init phase: runs the module and finds the handler. Answers the failure, if it failed. */
  async init(compile: () => CompiledCode): Promise<PhaseResult | undefined> {
    const crashed = new Promise<never>((_resolve, reject) => {
      this.#failInit = reject;
    });
    const loaded = runIn({ environment: this }, () => this.#load(compile));
    try {
      await Promise.race([loaded, crashed]);
      return undefined;
    } catch (error) {
      if (error instanceof ProcessExit) return { payload: '', errorType: 'Runtime.ExitError', fatal: true };
      this.logError('Uncaught Exception', error);
      const reported = report(error);
      this.#end();
      return { payload: JSON.stringify(reported), errorType: reported.errorType, fatal: true };
    } finally {
      this.#failInit = undefined;
    }
  }

  async #load(compile: () => CompiledCode): Promise<void> {
    const { failure, code, handler } = this.spec;
    if (failure) throw new RuntimeFault(failure.errorType, failure.errorMessage);
    // Set, not only given: handlers use the bare name.
    Object.assign(this.globals.object, { awslambda });
    const exports = await compile().load(this, createRequireFor(this));
    this.#handler = findHandler(exports, code?.exportPath ?? '', handler);
  }

  /** Gives the handler one event; the answer goes to the host. */
  invoke(spec: InvocationSpec): void {
    const invocation = new Invocation(
      spec,
      (result) => this.#settled(invocation, result),
      (message, error) => this.logError(message, error),
    );
    this.#running = invocation;
    if (spec.traceHeader) this.variables._X_AMZN_TRACE_ID = spec.traceHeader;
    else delete this.variables._X_AMZN_TRACE_ID;
    runIn({ environment: this, invocation }, () => {
      this.timers.thaw();
      this.#call(invocation);
    });
  }

  #call(invocation: Invocation): void {
    const handler = this.#handler as Handler;
    this.#drain.start(() => this.#drained(invocation));
    if (isStreaming(handler)) {
      void this.#callStreaming(invocation, handler);
      return;
    }
    const { context, callback } = invocation.completion();
    this.#describe(context, invocation.spec);
    try {
      const result = handler(parse(invocation.spec.payload), context, callback);
      if (!isPromise(result)) return;
      const { succeed, fail } = context as { succeed(value: unknown): void; fail(error: unknown): void };
      result.then(succeed, fail).then(undefined, fail);
    } catch (error) {
      callback(error);
    }
  }

  async #callStreaming(invocation: Invocation, handler: Handler): Promise<void> {
    const stream = new ResponseStream();
    const context = { callbackWaitsForEmptyEventLoop: true };
    this.#describe(context, invocation.spec);
    try {
      const result = handler(parse(invocation.spec.payload), stream, context);
      if (!isPromise(result)) throw 'Streaming does not support non-async handlers.';
      if ((await result) !== undefined) this.console.warn('Streaming handlers ignore return values.');
      if (!stream.writableEnded) throw 'Response stream is not finished.';
      if (!stream.writableFinished) await new Promise((resolve) => stream.once('finish', resolve));
      invocation.finish({ payload: stream.text() });
    } catch (error) {
      invocation.fail(error);
    }
  }

  #describe(context: Record<string, unknown>, spec: InvocationSpec): void {
    const { variables } = this;
    const deadline = this.#host.running() + spec.timeoutMs;
    Object.assign(context, {
      functionVersion: variables.AWS_LAMBDA_FUNCTION_VERSION,
      functionName: variables.AWS_LAMBDA_FUNCTION_NAME,
      memoryLimitInMB: variables.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
      logGroupName: variables.AWS_LAMBDA_LOG_GROUP_NAME,
      logStreamName: variables.AWS_LAMBDA_LOG_STREAM_NAME,
      clientContext: spec.clientContext === undefined ? undefined : parse(spec.clientContext),
      identity: undefined,
      invokedFunctionArn: spec.functionArn,
      awsRequestId: spec.requestId,
      tenantId: undefined,
      getRemainingTimeInMillis: () => Math.floor(deadline - this.#host.running()),
    });
  }

  #drained(invocation: Invocation): void {
    if (invocation.drained()) return;
    const handler = this.#handler as Handler;
    if (isAsync(handler) || isStreaming(handler))
      invocation.fail(new RuntimeFault('NodeJsExit', NODE_JS_EXIT));
    else invocation.succeed(null);
  }

  #settled(invocation: Invocation, result: PhaseResult): void {
    if (this.#running !== invocation || this.#dead) return;
    this.#running = undefined;
    this.#drain.stop();
    this.timers.freeze();
    this.#host.answer(this, invocation, result);
    if (result.fatal) this.#end();
  }

  /** Something was thrown that nobody caught, in this environment's code. */
  crash(error: unknown): void {
    if (error instanceof ProcessExit || this.#dead) return;
    const message =
      error instanceof UnhandledRejection ? 'Unhandled Promise Rejection' : 'Uncaught Exception';
    if (this.#failInit) this.#failInit(error);
    else if (this.#running) this.#running.fail(error, true, message);
    else this.#endAlone(error, message);
  }

  #endAlone(error: unknown, message: string): void {
    this.logError(message, error);
    const reported = report(error);
    this.#host.ended(this, { payload: JSON.stringify(reported), errorType: reported.errorType, fatal: true });
    this.#end();
  }

  /** `process.exit`: ends this environment; does not return. */
  exit(code: number): never {
    if (!this.#dead) {
      const result = { payload: '', errorType: 'Runtime.ExitError', fatal: true, exitCode: code };
      const running = this.#running;
      if (running) running.finish(result);
      else this.#host.ended(this, result);
      this.#end();
      this.#host.exitThread(this, code);
    }
    throw new ProcessExit(`process.exit(${code})`);
  }

  /** Ends everything it has: timers, sockets, children. Idempotent. */
  abandon(): void {
    this.#running = undefined;
    this.#end();
  }

  logError(message: string, error: unknown): void {
    runIn({ environment: this, ...(this.#running ? { invocation: this.#running } : {}) }, () =>
      this.console.error(message, formatForLog(error)),
    );
  }

  #end(): void {
    this.#dead = true;
    this.#drain.stop();
    this.timers.clear();
    for (const socket of this.sockets) socket.destroy();
    for (const child of this.#children) child.kill('SIGKILL');
  }

  #consoleOutput(): Output {
    return {
      entry: (text) => this.log.add(text, this.#story()),
      raw: (text) => this.log.write(text, this.#story()),
      requestId: () => (this.#running ?? currentScope()?.invocation)?.spec.requestId,
      now: () => this.#host.now(),
      variable: (name) => this.variables[name],
    };
  }

  #stream(): Writable {
    return new Writable({
      decodeStrings: false,
      write: (chunk: string | Buffer, _encoding, done) => {
        this.log.write(String(chunk), this.#story());
        done();
      },
    });
  }

  #story(): string | undefined {
    return (currentScope()?.invocation ?? this.#running)?.spec.storyId;
  }
}
