import type { Clock, Timer } from '../../../../../src/core/clock.js';
import { AwsError } from '../../../../kernel/aws-error.js';
import { EmulatorStops } from '../../../../kernel/cloudformation.js';
import { type CloudFormationWorld, Stacks } from '../stacks.js';
import type { StackSource, StoredOperation, StoredStack } from '../stored.js';
import { templateError } from '../template.js';
import { deleteGarbage, deleteResources } from './deletion.js';
import { Cancelled, goForward } from './forward.js';
import { StackRun } from './stack-run.js';
import { undoUpdate } from './undo.js';

/** Carries out operations on stacks, each on its own, and goes on with those that a kill ended. */
export class Engine {
  readonly #world: CloudFormationWorld;
  readonly #running = new Map<string, { run: StackRun; work: Promise<void> }>();
  #halt = new AbortController();

  constructor(world: CloudFormationWorld) {
    this.#world = world;
  }

  /** Goes on with every operation that was under way when the emulator ended. Those that went forward are taken back. */
  resume(): void {
    if (this.#halt.signal.aborted) this.#halt = new AbortController();
    for (const { accountId, region } of this.#world.book.known()) {
      const stacks = this.view(accountId, region);
      for (const stack of stacks.all()) if (stack.operation) this.#begin(stacks, stack, true);
    }
  }

  view(accountId: string, region: string): Stacks {
    return new Stacks({ ...this.#world, engine: this }, accountId, region);
  }

  /** Begins an operation on a stack; its first event is there when this returns. */
  start(stacks: Stacks, stack: StoredStack, operation: StoredOperation): void {
    stack.operation = operation;
    this.#begin(stacks, stack, false);
  }

  /** Ends an update that is under way, for it to be rolled back. */
  cancel(stack: StoredStack): void {
    this.#running.get(stack.id)?.run.ended.abort(new Cancelled('User Initiated'));
  }

  /** Resolves when the end of a stack's last operation, if it has ended, is on disk: no kill can undo it then. */
  async written({ id, operation }: StoredStack): Promise<void> {
    if (!operation) await this.#running.get(id)?.work;
  }

  /** Ends what is under way; the next `resume` goes on with it. Resolves when nothing moves any more. */
  async stop(): Promise<void> {
    this.#halt.abort(new EmulatorStops());
    await Promise.all([...this.#running.values()].map(({ work }) => work));
  }

  #begin(stacks: Stacks, stack: StoredStack, isResumed: boolean): void {
    const run = new StackRun(stacks, stack, this.#halt.signal);
    const entry = { run, work: this.#carryOut(run, isResumed) };
    entry.work = entry.work.finally(() => {
      // the next operation may have begun already
      if (this.#running.get(stack.id) === entry) this.#running.delete(stack.id);
    });
    this.#running.set(stack.id, entry);
  }

  async #carryOut(run: StackRun, isResumed: boolean): Promise<void> {
    const { stack } = run;
    const timer = deadline(run, this.#world.clock);
    try {
      if (isResumed) await resumeOperation(run);
      else await OPERATIONS[(stack.operation as StoredOperation).kind](run);
    } catch (error) {
      // a fault of ours: the stack must not hang in progress for ever
      const told = error instanceof AwsError ? '' : 'Internal Failure: ';
      // when the emulator stops, the next run goes on instead
      if (!run.halted.aborted) finish(run, failedStatus(stack), told + (error as Error).message);
    } finally {
      run.close();
      timer?.cancel();
    }
    await run.stacks.save().catch(() => undefined); // whoever saves next is told
  }
}

type Operate = (run: StackRun) => Promise<void>;

const OPERATIONS: Readonly<Record<StoredOperation['kind'], Operate>> = {
  CREATE: createStack,
  UPDATE: updateStack,
  DELETE: deleteStack,
  ROLLBACK: (run) => rollBackCreate(run),
  UPDATE_ROLLBACK: (run) => rollBackUpdate(run),
  CLEANUP: cleanUp,
  ROLLBACK_CLEANUP: cleanUpRollback,
};

async function resumeOperation(run: StackRun): Promise<void> {
  const operation = run.stack.operation as StoredOperation;
  const reason = 'The operation was interrupted.';
  if (operation.kind === 'CREATE') await afterFailedCreate(run, reason);
  else if (operation.kind === 'UPDATE') await afterFailedUpdate(run, reason);
  else await OPERATIONS[operation.kind](run);
}

function deadline(run: StackRun, clock: Clock): Timer | undefined {
  const at = run.stack.operation?.deadline;
  if (at === undefined) return undefined;
  return clock.at(at, () =>
    run.ended.abort(new Cancelled('Stack creation time exceeded the specified timeout. ')),
  );
}

async function createStack(run: StackRun): Promise<void> {
  await enter(run, 'CREATE', 'CREATE_IN_PROGRESS', 'User Initiated');
  const reason = await forward(run);
  if (run.halted.aborted) return;
  if (reason === undefined) finish(run, 'CREATE_COMPLETE');
  else await afterFailedCreate(run, reason);
}

async function afterFailedCreate(run: StackRun, reason: string): Promise<void> {
  const { onFailure } = run.stack.operation as StoredOperation;
  if (onFailure === 'DO_NOTHING') return finish(run, 'CREATE_FAILED', reason);
  if (onFailure === 'DELETE') {
    await enter(run, 'DELETE', 'DELETE_IN_PROGRESS', `${reason}Delete requested by user.`);
    return endDeletion(run);
  }
  await rollBackCreate(run, `${reason}Rollback requested by user.`);
}

async function rollBackCreate(run: StackRun, reason?: string): Promise<void> {
  await enter(run, 'ROLLBACK', 'ROLLBACK_IN_PROGRESS', reason ?? 'User Initiated');
  const failed = await deleteResources(run, true);
  if (run.halted.aborted) return;
  if (failed.length > 0) return finish(run, 'ROLLBACK_FAILED', couldNotDelete(failed));
  await deleteGarbage(run);
  if (!run.halted.aborted) finish(run, 'ROLLBACK_COMPLETE');
}

async function updateStack(run: StackRun): Promise<void> {
  await enter(run, 'UPDATE', 'UPDATE_IN_PROGRESS', 'User Initiated');
  const reason = await forward(run);
  if (run.halted.aborted) return;
  if (reason !== undefined) return afterFailedUpdate(run, reason);
  delete run.stack.before;
  run.stack.updatedAt = run.stacks.now;
  await enter(run, 'CLEANUP', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  await cleanUp(run);
}

async function cleanUp(run: StackRun): Promise<void> {
  const all = await deleteGarbage(run);
  if (run.halted.aborted) return;
  finish(
    run,
    'UPDATE_COMPLETE',
    all ? undefined : 'Update successful. One or more resources could not be deleted.',
  );
}

async function afterFailedUpdate(run: StackRun, reason: string): Promise<void> {
  if (run.stack.operation?.onFailure === 'DO_NOTHING') return finish(run, 'UPDATE_FAILED', reason);
  // of a stack that was never complete there is nothing to go back to
  if (!run.stack.before) return rollBackCreate(run, `${reason}Rollback requested by user.`);
  await rollBackUpdate(run, reason);
}

async function rollBackUpdate(run: StackRun, reason?: string): Promise<void> {
  const { stack } = run;
  await enter(run, 'UPDATE_ROLLBACK', 'UPDATE_ROLLBACK_IN_PROGRESS', reason ?? 'User Initiated');
  const { before } = stack;
  if (before) {
    Object.assign(stack, sourceOf(before));
    const failed = await undoUpdate(run, before);
    if (run.halted.aborted) return;
    if (failed.length > 0)
      return finish(
        run,
        'UPDATE_ROLLBACK_FAILED',
        `The following resource(s) failed to update: [${failed.join(', ')}]. `,
      );
    delete stack.before;
  }
  await enter(run, 'ROLLBACK_CLEANUP', 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  await cleanUpRollback(run);
}

async function cleanUpRollback(run: StackRun): Promise<void> {
  const all = await deleteGarbage(run);
  if (run.halted.aborted) return;
  finish(run, 'UPDATE_ROLLBACK_COMPLETE', all ? undefined : 'One or more resources could not be deleted.');
}

async function deleteStack(run: StackRun): Promise<void> {
  await enter(run, 'DELETE', 'DELETE_IN_PROGRESS', 'User Initiated');
  await endDeletion(run);
}

async function endDeletion(run: StackRun): Promise<void> {
  const { stack } = run;
  const failed = await deleteResources(run, false);
  if (run.halted.aborted) return;
  if (failed.length > 0) return finish(run, 'DELETE_FAILED', couldNotDelete(failed));
  await deleteGarbage(run);
  if (run.halted.aborted) return;
  stack.deletedAt = run.stacks.now;
  stack.imports = [];
  delete stack.before;
  finish(run, 'DELETE_COMPLETE');
}

function couldNotDelete(ids: readonly string[]): string {
  return `The following resource(s) failed to delete: [${ids.join(', ')}]. `;
}

/** What makes a stack; for going back to, and for taking up. */
export function sourceOf({ template, parameters, tags, capabilities, roleArn }: StackSource): StackSource {
  return { template, parameters, tags, capabilities, ...(roleArn !== undefined && { roleArn }) };
}

async function forward(run: StackRun): Promise<string | undefined> {
  try {
    return await goForward(run);
  } catch (error) {
    return templateError(error).message;
  }
}

/**
 * The operation comes to a part of its way: a restart goes on from there. It is on disk before anything is done, for
 * what this part deletes the part before it could not give back.
 */
async function enter(
  run: StackRun,
  kind: StoredOperation['kind'],
  status: string,
  reason?: string,
): Promise<void> {
  run.stack.operation = { ...(run.stack.operation as StoredOperation), kind };
  run.turn(status, reason);
  await run.stacks.save();
}

function finish(run: StackRun, status: string, reason?: string): void {
  const { stack, stacks } = run;
  const changeSet = stacks.state.changeSets[stack.operation?.changeSetId ?? ''];
  if (changeSet)
    changeSet.execution = /^(?:CREATE|UPDATE)_COMPLETE$/.test(status) ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
  run.turn(status, reason);
  delete stack.operation;
}

function failedStatus({ operation, status }: StoredStack): string {
  const kind = operation?.kind ?? '';
  if (kind === 'DELETE' || kind === 'CREATE') return `${kind}_FAILED`;
  if (kind === 'ROLLBACK') return 'ROLLBACK_FAILED';
  return status.startsWith('UPDATE_ROLLBACK') ? 'UPDATE_ROLLBACK_FAILED' : 'UPDATE_FAILED';
}
