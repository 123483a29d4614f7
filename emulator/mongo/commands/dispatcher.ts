import { setTimeout as delay } from 'node:timers/promises';
import { assertAllowed } from '../auth/access.js';
import { Document, Double, type Value } from '../bson/index.js';
import { errorLabels, MongoError, mongoError } from '../error/index.js';
import { Budget } from '../session/budget.js';
import type { Answer, ConnectionHandle, MessageHandler } from '../wire/connection.js';
import type { ReplyParts } from '../wire/reply.js';
import type { Request } from '../wire/request.js';
import type { ClientState } from './client-state.js';
import type { ClusterServer } from './cluster-server.js';
import type { Command, Result, ResultParts } from './command.js';
import { unsatisfiable } from './concerns.js';
import { CommandContext, checkDatabase } from './context.js';
import { decodeSequences } from './document-sequences.js';
import { type FailCommand, failCommand } from './fail-command.js';
import { readGeneric } from './generic-arguments.js';
import { assertMayBeInTransaction, enterSession } from './session-entry.js';

/** `ok` is a double on the wire. */
const ONE = new Double(1);
const ZERO = new Double(0);

/** Answers the messages of one connection: finds the command, checks who asks, runs it, and words the outcome. */
export class Dispatcher implements MessageHandler {
  readonly #server: ClusterServer;
  readonly #client: ClientState;
  readonly #commands: ReadonlyMap<string, Command>;

  constructor(server: ClusterServer, client: ClientState, commands: ReadonlyMap<string, Command>) {
    this.#server = server;
    this.#client = client;
    this.#commands = commands;
  }

  refuse(error: MongoError): ReplyParts {
    return { body: this.#finish(errorBody(error)) };
  }

  handle(request: Request, connection: ConnectionHandle): Answer | Promise<Answer> {
    let run: Run | undefined;
    try {
      run = this.#prepare(request, connection);
      const outcome = run.start();
      return outcome instanceof Promise ? this.#late(run, outcome) : this.#succeed(run, outcome);
    } catch (error) {
      return this.#fail(run, request, error);
    }
  }

  async #late(run: Run, outcome: Promise<Result | undefined>): Promise<Answer> {
    try {
      return this.#succeed(run, await outcome);
    } catch (error) {
      return this.#fail(run, run.context.request, error);
    }
  }

  #prepare(request: Request, connection: ConnectionHandle): Run {
    const name = request.body.keys()[0] ?? '';
    const command = this.#commands.get(name);
    if (request.legacy && command?.name !== 'hello') {
      throw mongoError(
        352,
        `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`,
      );
    }
    if (command === undefined) throw mongoError('CommandNotFound', `no such command: '${name}'`);
    checkDatabase(request.database);
    assertMayBeInTransaction(command, request.body.get('autocommit') === false);
    if (command.adminOnly === true && request.database !== 'admin') {
      throw mongoError('Unauthorized', `${name} may only be run against the admin database.`);
    }
    if (this.#server.options.auth) this.#authorize(command, request);
    const generic = readGeneric(request.body);
    const session = generic.session === undefined ? undefined : this.#server.sessions.use(generic.session);
    if (session !== undefined && this.#client.identity !== undefined) session.owner ??= this.#client.identity;
    const budget = new Budget(command.name === 'hello' || command.name === 'getMore' ? 0 : generic.maxTimeMS);
    const parts = {
      server: this.#server,
      client: this.#client,
      connection,
      request,
      generic,
      session,
      budget,
    };
    return new Run(new CommandContext({ ...parts, commandName: command.name }), command);
  }

  #authorize(command: Command, request: Request): void {
    const { identity } = this.#client;
    // Rights may depend on an argument that came beside the body.
    if (command.needs !== undefined && identity !== undefined) decodeSequences(request, command.rawSequence);
    assertAllowed(command, request, identity);
  }

  #succeed(run: Run, result: Result | undefined): Answer {
    run.end();
    if (result === undefined) return undefined;
    const { body, cursor, again } = result instanceof Document ? ({ body: result } as ResultParts) : result;
    run.noteWrite();
    const concern = run.writeConcernError();
    if (concern !== undefined) body.set('writeConcernError', concern);
    this.#label(run, body, undefined);
    body.set('ok', ONE);
    const reply: ReplyParts = { body: this.#finish(body) };
    if (cursor !== undefined) reply.cursor = cursor;
    if (again === undefined) return reply;
    return { ...reply, again: () => this.#late(run, again()) };
  }

  #fail(run: Run | undefined, request: Request, error: unknown): Answer {
    run?.end();
    const known = error instanceof MongoError ? error : internalError(error);
    run?.abortTransaction(known);
    const body = errorBody(known);
    if (known.labels.length > 0) body.set('errorLabels', [...known.labels]);
    else if (run !== undefined) this.#label(run, body, known);
    else this.#labelEarly(request, body, known);
    return { body: this.#finish(body) };
  }

  #label(run: Run, body: Document, error: MongoError | undefined): void {
    if (run.fixedLabels !== undefined) {
      if (run.fixedLabels.length > 0) body.set('errorLabels', [...run.fixedLabels]);
      return;
    }
    const concern = body.get('writeConcernError');
    const writeErrors = body.get('writeErrors');
    if (error === undefined && concern === undefined && writeErrors === undefined) return;
    const labels = errorLabels({
      command: run.context.commandName,
      inTransaction: run.context.inTransaction,
      retryableWrite: run.context.isRetryable,
      code: error?.code ?? codeOf(Array.isArray(writeErrors) ? writeErrors[0] : undefined),
      writeConcernCode: codeOf(concern),
    });
    if (labels.length > 0) body.set('errorLabels', labels);
  }

  /** An error before the session was entered: the transaction it was meant for may still be told of it. */
  #labelEarly(request: Request, body: Document, error: MongoError): void {
    const command = request.body.keys()[0] ?? '';
    const inTransaction = request.body.get('autocommit') === false;
    const retryableWrite = request.body.has('txnNumber') && !inTransaction;
    const labels = errorLabels({
      command,
      inTransaction,
      retryableWrite,
      code: error.code,
      writeConcernCode: undefined,
    });
    if (labels.length > 0) body.set('errorLabels', labels);
  }

  #finish(body: Document): Document {
    const now = this.#server.storage.opClock.latest;
    body.append('$clusterTime', this.#server.gossip(now));
    body.append('operationTime', now);
    return body;
  }
}

/** One command on its way. */
class Run {
  readonly context: CommandContext;
  readonly #command: Command;
  #operation: ReturnType<ClusterServer['operations']['begin']> | undefined;
  #fail: FailCommand | undefined;

  constructor(context: CommandContext, command: Command) {
    this.context = context;
    this.#command = command;
  }

  /** Labels that a failpoint set in place of the usual ones. */
  get fixedLabels(): readonly string[] | undefined {
    return this.#fail?.labels;
  }

  start(): Result | undefined | Promise<Result | undefined> {
    this.#fail = failCommand(this.context);
    if (this.#fail?.blockMs !== undefined) return this.#blocked(this.#fail.blockMs);
    return this.#go();
  }

  async #blocked(ms: number): Promise<Result | undefined> {
    await delay(ms, undefined, { ref: false, signal: this.context.server.stopping.signal }).catch(() => {});
    return this.#go();
  }

  #go(): Result | undefined | Promise<Result | undefined> {
    const { context } = this;
    if (this.#fail?.close === true) {
      context.connection.close();
      return undefined;
    }
    if (this.#fail?.error !== undefined) throw this.#fail.error;
    enterSession(context, this.#command);
    decodeSequences(context.request, this.#command.rawSequence);
    const result = this.#command.execute(context);
    if (result instanceof Promise) this.#track();
    return result;
  }

  /** Only what does not end at once can be seen by currentOp or be killed. */
  #track(): void {
    const { context } = this;
    this.#operation = context.server.operations.begin({
      command: context.body,
      commandName: context.commandName,
      database: context.database,
      connectionId: context.connection.id,
      client: context.connection.remote,
      ...(context.client.appName === undefined ? {} : { appName: context.client.appName }),
      ...(context.generic.session === undefined ? {} : { session: context.generic.session }),
      startedAt: performance.now(),
      budget: context.budget,
    });
    context.connection.onGone(() => context.budget.interrupt(mongoError(279, 'client disconnect')));
  }

  end(): void {
    if (this.#operation === undefined) return;
    this.context.server.operations.end(this.#operation);
    this.context.connection.onGone(undefined);
    this.#operation = undefined;
  }

  /** Time goes on with each write, and who waits for data looks again. */
  noteWrite(): void {
    if (this.#command.writes !== true) return;
    this.context.server.storage.opClock.next();
    this.context.server.writes.written();
  }

  writeConcernError(): Document | undefined {
    if (this.#fail?.writeConcernError !== undefined) return this.#fail.writeConcernError;
    if (this.#command.writes !== true) return undefined;
    const problem = unsatisfiable(this.context.generic.writeConcern);
    if (problem === undefined) return undefined;
    const { code, message } = problem;
    const name = new MongoError(code, message).codeName;
    return Document.of({ code, codeName: name, errmsg: message });
  }

  /** Whatever fails inside a transaction ends it. */
  abortTransaction(error: MongoError): void {
    const { context } = this;
    if (!context.inTransaction || this.#command.name === 'commitTransaction') return;
    if (this.#fail?.error === error && error.labels.length === 0 && this.#fail.keepsTransaction) return;
    if (context.session?.txnNumber === context.generic.txnNumber) context.session?.abort();
  }
}

function codeOf(value: Value | undefined): number | undefined {
  const code = value instanceof Document ? value.get('code') : undefined;
  return typeof code === 'number' ? code : undefined;
}

function internalError(error: unknown): MongoError {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return mongoError('InternalError', message);
}

function errorBody(error: MongoError): Document {
  const body = Document.of({ ok: ZERO, errmsg: error.message, code: error.code, codeName: error.codeName });
  for (const [key, value] of error.extra ?? []) body.set(key, value);
  return body;
}
