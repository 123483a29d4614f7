import type { LambdaInvocation, LambdaOutcome } from '../kernel/lambda.js';
import { ColdStartGate } from './cold-start-gate.js';
import type { Dispatcher, Ending } from './dispatcher.js';
import type { EnvironmentRecord } from './environment-record.js';
import { EnvironmentSecrets } from './environment-secrets.js';
import type { Environments } from './environments.js';
import type { Journal, Subject } from './journal.js';
import { initReport, initStart, logStreamName } from './log-lines.js';
import type { LambdaOptions } from './options.js';
import { Pace } from './pace.js';
import { exited, type Failure, killed, timedOut } from './payloads.js';
import type { ProcessorLoad } from './processor-load.js';
import type { FromThread, InvocationSpec } from './protocol.js';
import type { FunctionVersion, Target } from './registry.js';
import { environmentVariables } from './variables.js';

/** What an invocation needs beside the kernel's fields. */
export interface FullInvocation extends LambdaInvocation {
  /** JSON text of `context.clientContext`. */
  clientContext?: string;
}

/** Runs one event from the choice of an environment to its REPORT line. */
export class Invoker {
  readonly #options: LambdaOptions;
  readonly #environments: Environments;
  readonly #dispatcher: Dispatcher;
  readonly #journal: Journal;
  /** The event each busy environment works on. */
  readonly #subjects = new Map<number, Subject>();
  readonly #provisioning = new Map<FunctionVersion, { over: Promise<void>; done: () => void }>();
  readonly #gate: ColdStartGate;
  readonly #pace = new Pace();
  readonly #secrets: EnvironmentSecrets;
  /** Environments whose init phase counts at the gate. */
  readonly #initialising = new Set<number>();
  coldStarts = 0;

  constructor(
    options: LambdaOptions,
    environments: Environments,
    dispatcher: Dispatcher,
    journal: Journal,
    load: ProcessorLoad,
  ) {
    this.#options = options;
    this.#environments = environments;
    this.#dispatcher = dispatcher;
    this.#journal = journal;
    this.#gate = new ColdStartGate({
      processors: load.processors,
      isCrowded: (version) => environments.isCrowded(version, load),
      living: (version) => environments.living(version),
      worthWaiting: (version) => this.#pace.worthWaiting(version),
    });
    this.#secrets = new EnvironmentSecrets(options.keys);
  }

  /** Runs the event; the answer is the handler's, or Lambda's about it. */
  async run(target: Target, invocation: FullInvocation): Promise<LambdaOutcome> {
    const requestId = this.#options.ids.uuid();
    const provisioning = this.#provisioning.get(target.version);
    if (provisioning) await provisioning.over;
    for (let attempt = 0; ; attempt++) {
      const environment =
        this.#environments.takeIdle(target.version) ?? (await this.#obtain(target, invocation.storyId));
      const subject = subjectOf(environment, requestId, invocation, this.#options.clock.now());
      this.#subjects.set(environment.id, subject);
      const startedAt = performance.timeOrigin + performance.now();
      const ending = await this.#dispatcher.send(
        environment,
        this.#spec(target, subject, invocation),
        attempt,
      );
      this.#subjects.delete(environment.id);
      if (ending.kind === 'withdrawn') {
        this.#environments.putBack(environment);
        this.#serve(target.version);
        continue;
      }
      return this.#conclude(subject, ending, startedAt);
    }
  }

  /**
   * Makes an environment ahead of its first event. Resolves when its init phase is over; an event that comes before waits for it
   * rather than start a second one. With `concurrency` it is one of a provisioned concurrency: made even when another
   * is idle, and never expired.
   */
  async provision({ version }: Target, concurrency = false): Promise<void> {
    let done = () => {};
    const over = new Promise<void>((resolve) => {
      done = resolve;
    });
    this.#provisioning.set(version, { over, done });
    try {
      const environment = await this.#coldStart(version, undefined, concurrency);
      if (environment.state === 'busy') this.#environments.putBack(environment);
      else await over;
    } finally {
      this.#provisioning.delete(version);
      done();
    }
  }

  /** The environment, or its thread, has ended. */
  lost(environment: EnvironmentRecord): void {
    this.#initOver(environment);
    this.#provisioning.get(environment.version)?.done();
  }

  /** Refuses events that wait for an environment. */
  stop(): void {
    this.#gate.stop();
  }

  /** An environment for an event that found none idle: one that comes free, or a new one. */
  async #obtain(target: Target, storyId: string | undefined): Promise<EnvironmentRecord> {
    if (!this.#gate.tryEnter(target.version)) {
      const freed = await this.#gate.wait(target.version);
      if (freed) return freed;
    }
    let environment: EnvironmentRecord | undefined;
    try {
      environment = await this.#coldStart(target.version, storyId);
      return environment;
    } finally {
      if (environment?.state === 'starting') this.#initialising.add(environment.id);
      else this.#gate.left();
    }
  }

  #initOver(environment: EnvironmentRecord): void {
    if (this.#initialising.delete(environment.id)) this.#gate.left();
  }

  /** Gives an environment that has just come free to the event that has waited longest for one. */
  #serve(version: FunctionVersion): void {
    if (!this.#gate.waitsFor(version)) return;
    const environment = this.#environments.takeIdle(version);
    if (environment) this.#gate.hand(environment);
  }

  /** A thread tells something about one of its environments. */
  hear(environment: EnvironmentRecord, message: FromThread): void {
    switch (message.type) {
      case 'init':
        this.#initialized(environment, message);
        break;
      case 'result':
        this.#started(environment);
        this.#journal.lines(environment, message.lines);
        this.#remember(environment, message.memory);
        this.#dispatcher.answered(message);
        break;
      case 'lines':
        this.#started(environment);
        this.#journal.lines(environment, message.lines);
        break;
      case 'child':
        if (message.alive) environment.children.add(message.pid);
        else environment.children.delete(message.pid);
        break;
      case 'exit':
        this.#journal.lines(environment, message.lines);
        this.#dispatcher.exited(message);
        this.#environments.drop(environment, true);
        this.lost(environment);
        break;
    }
  }

  async #coldStart(
    version: FunctionVersion,
    storyId: string | undefined,
    provisioned = false,
  ): Promise<EnvironmentRecord> {
    const { definition } = version;
    const own = await this.#secrets.open(definition);
    const loaded = await version.code;
    // While the code was being bundled, another event may have given an environment back.
    const idle = provisioned ? undefined : this.#environments.takeIdle(version);
    if (idle) return idle;
    const { ids, clock, extraEnvironment = {}, roleEnvironment } = this.#options;
    const extra = { ...extraEnvironment, ...roleEnvironment?.(definition) };
    const logStream = logStreamName(clock.now(), version.version, ids.hex(32));
    const variables = environmentVariables({ version, own, extra, logStream, provisioned });
    const [code, failure] = 'code' in loaded ? [loaded.code, {}] : [undefined, { failure: loaded.failure }];
    this.coldStarts++;
    const { functionName } = version;
    const spec = { functionName, handler: definition.handler, variables, ...failure };
    const environment = this.#environments.create(version, logStream, spec, code, provisioned);
    const region = definition.arn.split(':')[3] ?? '';
    this.#journal.platform(environment, initStart(definition.runtime, region), storyId);
    return environment;
  }

  #spec(target: Target, subject: Subject, { payload, clientContext }: FullInvocation): InvocationSpec {
    const { environment, requestId, storyId, traceHeader } = subject;
    return {
      slot: environment.thread.claimSlot(),
      requestId,
      payload,
      timeoutMs: target.version.definition.timeout * 1000,
      functionArn: target.invokedArn,
      ...(storyId ? { storyId } : {}),
      ...(traceHeader ? { traceHeader } : {}),
      ...(clientContext ? { clientContext } : {}),
    };
  }

  #started(environment: EnvironmentRecord): void {
    const subject = this.#subjects.get(environment.id);
    if (subject && environment.state !== 'starting') this.#journal.started(subject);
  }

  #initialized(environment: EnvironmentRecord, message: Extract<FromThread, { type: 'init' }>): void {
    this.#initOver(environment);
    const subject = this.#subjects.get(environment.id);
    this.#remember(environment, message.memory);
    const lines = message.lines.map((line) => ({
      ...line,
      ...(subject?.storyId ? { requestId: subject.storyId } : {}),
    }));
    this.#journal.lines(environment, lines);
    const { result, durationMs } = message;
    if (result) {
      this.#journal.platform(
        environment,
        initReport(durationMs, 'error', result.errorType),
        subject?.storyId,
      );
    } else if (environment.state === 'starting') {
      environment.state = 'busy';
    }
    if (!subject) this.#provisioned(environment, result !== undefined);
    if (subject) subject.handedAt = this.#options.clock.now();
    this.#started(environment);
    this.#dispatcher.initialized(message);
  }

  /** An environment that was made ahead of its first event waits for it; one that cannot start is given up. */
  #provisioned(environment: EnvironmentRecord, failed: boolean): void {
    if (failed) this.#environments.drop(environment);
    else if (environment.state === 'busy') this.#environments.release(environment);
    this.#provisioning.get(environment.version)?.done();
  }

  #conclude(subject: Subject, ending: Ending, startedAt: number): LambdaOutcome {
    const { environment, requestId } = subject;
    this.#journal.started(subject);
    const failure = this.#failureOf(subject, ending);
    const crashed = ending.kind !== 'result' || ending.result?.fatal === true;
    if (crashed) this.#environments.drop(environment, true);
    else this.#environments.release(environment);
    this.#initOver(environment);
    this.#serve(environment.version);
    const { durationMs } = ending;
    const init = ending.initDurationMs === undefined ? {} : { initDurationMs: ending.initDurationMs };
    this.#pace.ended(environment.version, durationMs, ending.initDurationMs);
    this.#journal.ended(subject, { durationMs, ...init, ...statusOf(ending, crashed, failure) });
    this.#trace(subject, ending, startedAt, failure);
    return {
      payload: failure?.payload ?? ending.result?.payload ?? 'null',
      ...(failure ? { functionError: 'Unhandled' as const } : {}),
      requestId,
      executedVersion: environment.version.version,
      durationMs,
      ...init,
    };
  }

  #failureOf(subject: Subject, ending: Ending): Failure | undefined {
    const { requestId, environment, storyId } = subject;
    const { timeout } = environment.version.definition;
    if (ending.kind === 'timeout') {
      const time = new Date(this.#options.clock.now()).toISOString();
      const text = `${time} ${requestId} Task timed out after ${timeout.toFixed(2)} seconds\n`;
      this.#journal.platform(environment, text, storyId);
      return timedOut(requestId, timeout);
    }
    if (ending.kind === 'thread-exit') {
      const { exitCode, outOfMemory } = ending.exit ?? { exitCode: 1, outOfMemory: false };
      return outOfMemory ? killed(requestId) : exited(requestId, exitCode);
    }
    const { result } = ending;
    if (result?.exitCode !== undefined) return exited(requestId, result.exitCode);
    return result?.errorType ? { payload: result.payload, errorType: result.errorType } : undefined;
  }

  #trace(
    { environment, requestId, storyId }: Subject,
    ending: Ending,
    startedAt: number,
    failure?: Failure,
  ): void {
    const { functionName, version } = environment.version;
    const { initDurationMs = 0, durationMs } = ending;
    const story = storyId ?? requestId;
    const common = { requestId: story, kind: 'lambda' as const };
    if (ending.initDurationMs !== undefined) {
      const name = `${functionName} init`;
      this.#journal.spans([{ ...common, name, startedAt, durationMs: initDurationMs }]);
    }
    this.#journal.spans([
      {
        ...common,
        name: functionName,
        startedAt: startedAt + initDurationMs,
        durationMs,
        attributes: { version, lambdaRequestId: requestId, coldStart: ending.initDurationMs !== undefined },
        ...(failure ? { error: failure.errorType } : {}),
      },
      ...ending.spans,
    ]);
  }

  #remember(environment: EnvironmentRecord, bytes: number): void {
    environment.maxMemoryMb = Math.max(environment.maxMemoryMb, Math.ceil(bytes / 1_048_576));
  }
}

function subjectOf(
  environment: EnvironmentRecord,
  requestId: string,
  invocation: LambdaInvocation,
  handedAt: number,
): Subject {
  const { storyId, traceHeader } = invocation;
  return {
    environment,
    requestId,
    handedAt,
    begun: false,
    ...(storyId ? { storyId } : {}),
    ...(traceHeader ? { traceHeader } : {}),
  };
}

function statusOf(ending: Ending, crashed: boolean, failure: Failure | undefined) {
  if (ending.kind === 'timeout') return { status: 'timeout' as const };
  if (!crashed || !failure) return {};
  return { status: 'error' as const, errorType: failure.errorType };
}
