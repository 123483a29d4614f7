import type { LambdaInvocation, LambdaOutcome } from '../kernel/lambda.js';
import type { Dispatcher, Ending } from './dispatcher.js';
import type { EnvironmentRecord } from './environment-record.js';
import type { EnvironmentSupply } from './environment-supply.js';
import type { Environments } from './environments.js';
import type { Journal, Subject } from './journal.js';
import { initReport } from './log-lines.js';
import type { LambdaOptions } from './options.js';
import { exited, type Failure, killed, timedOut } from './payloads.js';
import type { FromThread, InvocationSpec } from './protocol.js';
import type { Target } from './registry.js';

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
  readonly #supply: EnvironmentSupply;
  /** The event each busy environment works on. */
  readonly #subjects = new Map<number, Subject>();

  constructor(
    options: LambdaOptions,
    environments: Environments,
    dispatcher: Dispatcher,
    journal: Journal,
    supply: EnvironmentSupply,
  ) {
    this.#options = options;
    this.#environments = environments;
    this.#dispatcher = dispatcher;
    this.#journal = journal;
    this.#supply = supply;
  }

  /** Runs the event; the answer is the handler's, or Lambda's about it. */
  async run(target: Target, invocation: FullInvocation): Promise<LambdaOutcome> {
    const requestId = this.#options.ids.uuid();
    const provisioned = this.#supply.provisioned(target.version);
    if (provisioned) await provisioned;
    for (let attempt = 0; ; attempt++) {
      const environment = await this.#supply.obtain(target.version, invocation.storyId);
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
        this.#supply.serve(target.version);
        continue;
      }
      return this.#conclude(subject, ending, startedAt);
    }
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
        this.#supply.lost(environment);
        break;
    }
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
    this.#supply.initOver(environment);
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
    if (!subject) this.#supply.ready(environment, result !== undefined);
    if (subject) subject.handedAt = this.#options.clock.now();
    this.#started(environment);
    this.#dispatcher.initialized(message);
  }

  #conclude(subject: Subject, ending: Ending, startedAt: number): LambdaOutcome {
    const { environment, requestId } = subject;
    this.#journal.started(subject);
    const failure = this.#failureOf(subject, ending);
    const crashed = ending.kind !== 'result' || ending.result?.fatal === true;
    if (crashed) this.#environments.drop(environment, true);
    else this.#environments.release(environment);
    this.#supply.initOver(environment);
    const { durationMs } = ending;
    this.#supply.ended(environment.version, durationMs, ending.initDurationMs);
    const init = ending.initDurationMs === undefined ? {} : { initDurationMs: ending.initDurationMs };
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
