import type { Timer } from '../../../../src/core/clock.js';
import { EmulatorStops } from '../../../kernel/cloudformation.js';
import { ringingAlarms, stopByAlarm } from './alarm-stop.js';
import { checkStart, forbidden } from './checks.js';
import { CodeDeploy, type CodeDeployWorld, isOver } from './code-deploy.js';
import { DeploymentEnds, type Ending } from './ending.js';
import { failHook, hookOf, startHook } from './hooks.js';
import { rollBack } from './rollback.js';
import { shiftTraffic } from './shift.js';
import type { HookName, LifecycleEvent, StoredDeployment } from './stored.js';

/**
 * Deployments under way: each goes from event to event on the emulator's clock, one step at a time, and its state is on
 * disk after each, so that another run goes on where this one ended.
 */
export class DeploymentRuns {
  readonly #world: CodeDeployWorld;
  readonly #timers = new Map<string, Timer>();
  /** Steps of a deployment follow one another. */
  readonly #queues = new Map<string, Promise<void>>();
  readonly #waiting = new Map<string, Set<() => void>>();
  #stopped = true;
  /** Those who wait for the start. */
  readonly #early = new Set<{ go: () => void; giveUp: (why: Error) => void }>();

  constructor(world: CodeDeployWorld) {
    this.#world = world;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Resolves when deployments can be begun and ended; rejects when the emulator stops before. */
  running(): Promise<void> {
    if (!this.#stopped) return Promise.resolve();
    return new Promise((go, giveUp) => this.#early.add({ go, giveUp }));
  }

  /** Goes on with what an earlier run left; hooks that have not answered are called again. */
  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    for (const { accountId, region } of this.#world.book.known()) {
      const context = new CodeDeploy(this.#world, accountId, region);
      for (const deployment of context.deployments()) {
        if (isOver(deployment)) continue;
        for (const event of deployment.events)
          if (event.name !== 'AllowTraffic' && event.status === 'InProgress') delete event.executionId;
        this.go(context, deployment);
      }
    }
    for (const { go } of this.#early) go();
    this.#early.clear();
  }

  /** Ends timers and waits for steps at work. Idempotent. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { giveUp } of this.#early) giveUp(new EmulatorStops('The emulator stops.'));
    this.#early.clear();
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
    for (const tell of [...this.#waiting.values()].flatMap((all) => [...all])) tell();
    await Promise.all(this.#queues.values());
  }

  /** Takes a deployment as far as it can go now. */
  go(context: CodeDeploy, deployment: StoredDeployment): void {
    void this.#enqueue(deployment, () => this.#advance(context, deployment));
  }

  /** A hook answers. */
  async answer(
    context: CodeDeploy,
    deployment: StoredDeployment,
    event: LifecycleEvent,
    ok: boolean,
  ): Promise<void> {
    Object.assign(event, { status: ok ? 'Succeeded' : 'Failed', endedAt: context.now });
    if (ok) this.go(context, deployment);
    else void this.halt(context, deployment, failHook(event, 'answered'));
    await context.save();
  }

  /** Ends a deployment before its time, and takes it back if that is wanted. */
  halt(context: CodeDeploy, deployment: StoredDeployment, ending: Ending): Promise<void> {
    return this.#enqueue(deployment, () => this.#end(context, deployment, ending));
  }

  /** An alarm rings: stops what watches it. */
  rings(accountId: string, region: string): void {
    if (this.#stopped) return;
    const context = new CodeDeploy(this.#world, accountId, region);
    for (const deployment of context.deployments())
      if (!isOver(deployment) && ringingAlarms(context, deployment).length > 0) this.go(context, deployment);
  }

  /** Resolves when the deployment, and its rollback if there is one, has ended, or the runs are stopped. */
  async over(context: CodeDeploy, id: string): Promise<StoredDeployment> {
    const deployment = context.deployment(id);
    while (!isOver(deployment) && !this.#stopped) await this.#change(id);
    const { deploymentId } = deployment.rollback ?? {};
    if (deploymentId !== undefined && !this.#stopped) await this.over(context, deploymentId);
    return deployment;
  }

  #change(id: string): Promise<void> {
    return new Promise((resolve) => {
      const all = this.#waiting.get(id) ?? new Set();
      this.#waiting.set(id, all.add(resolve));
    });
  }

  #tell(id: string): void {
    const all = this.#waiting.get(id) ?? [];
    this.#waiting.delete(id);
    for (const tell of all) tell();
  }

  #enqueue({ id }: StoredDeployment, step: () => Promise<void>): Promise<void> {
    const before = this.#queues.get(id) ?? Promise.resolve();
    const after = before.then(() => (this.#stopped ? undefined : step()));
    const settled = after.catch(() => undefined);
    this.#queues.set(id, settled);
    void settled.then(() => this.#queues.get(id) === settled && this.#queues.delete(id));
    return after;
  }

  async #advance(context: CodeDeploy, deployment: StoredDeployment): Promise<void> {
    this.#forgetTimer(deployment);
    try {
      while (!isOver(deployment) && !this.#stopped) {
        const due = await this.#step(context, deployment);
        deployment.updatedAt = context.now;
        await context.save();
        if (due === undefined) continue;
        // a stop may have come while the state was written: nobody would end the timer then
        if (!this.#stopped) this.#wake(context, deployment, due);
        return;
      }
    } catch (error) {
      await this.#end(context, deployment, endingOf(error));
    }
  }

  /** One step; answers when the next is due (epoch ms), undefined for at once. */
  async #step(context: CodeDeploy, deployment: StoredDeployment): Promise<number | undefined> {
    if (deployment.status === 'Created') {
      Object.assign(deployment, { status: 'InProgress', startedAt: context.now });
      checkStart(context, deployment);
    }
    forbidden(context, deployment);
    const alarms = ringingAlarms(context, deployment);
    if (alarms.length > 0) throw new DeploymentEnds(stopByAlarm(alarms));
    const event = deployment.events.find(({ status }) => status === 'Pending' || status === 'InProgress');
    if (!event) {
      await this.#succeed(context, deployment);
      return undefined;
    }
    if (event.name === 'AllowTraffic') return shiftTraffic(context, deployment, event);
    return this.#hook(context, deployment, event);
  }

  #hook(context: CodeDeploy, deployment: StoredDeployment, event: LifecycleEvent): number | undefined {
    const fn = hookOf(context, deployment, event.name as HookName);
    if (fn === undefined) {
      event.status = 'Skipped';
      return undefined;
    }
    if (event.deadline !== undefined && context.now >= event.deadline)
      throw new DeploymentEnds(failHook(event, 'silent'));
    if (event.executionId === undefined)
      startHook(context, deployment, event, {
        fn,
        refused: (why) => {
          if (event.status === 'InProgress')
            void this.halt(context, deployment, failHook(event, 'refused', why));
        },
      });
    return event.deadline;
  }

  async #succeed(context: CodeDeploy, deployment: StoredDeployment): Promise<void> {
    Object.assign(deployment, { status: 'Succeeded', completedAt: context.now });
    const group = context.state.applications[deployment.application]?.groups[deployment.group];
    if (group) group.lastSuccessful = deployment.id;
    await this.#over(context, deployment);
  }

  async #end(context: CodeDeploy, deployment: StoredDeployment, ending: Ending): Promise<void> {
    if (isOver(deployment)) return;
    this.#forgetTimer(deployment);
    const { status, error } = ending;
    delete deployment.nextShiftAt;
    Object.assign(deployment, { status, error, completedAt: context.now, updatedAt: context.now });
    for (const event of deployment.events) {
      if (event.status === 'InProgress') Object.assign(event, { status: 'Failed', endedAt: context.now });
      if (event.status === 'Pending') event.status = status === 'Stopped' ? 'Unknown' : 'Skipped';
    }
    const back = rollBack(context, deployment, ending.rollback);
    await this.#over(context, deployment, back);
  }

  /** Those who wait go on, and traffic goes back, even when the disk would not take the end: whoever asked for it is told. */
  async #over(context: CodeDeploy, deployment: StoredDeployment, back?: StoredDeployment): Promise<void> {
    try {
      await context.save();
    } finally {
      this.#tell(deployment.id);
      if (back) this.go(context, back);
    }
  }

  #forgetTimer({ id }: StoredDeployment): void {
    this.#timers.get(id)?.cancel();
    this.#timers.delete(id);
  }

  #wake(context: CodeDeploy, deployment: StoredDeployment, due: number): void {
    const timer = this.#world.clock.at(due, () => {
      this.#timers.delete(deployment.id);
      this.go(context, deployment);
    });
    this.#timers.set(deployment.id, timer);
  }
}

/** What ends a deployment that came upon an error: most have said it themselves. */
function endingOf(error: unknown): Ending {
  if (error instanceof DeploymentEnds) return error.ending;
  const message = error instanceof Error ? error.message : String(error);
  return { status: 'Failed', error: { code: 'INTERNAL_ERROR', message }, rollback: 'DEPLOYMENT_FAILURE' };
}
