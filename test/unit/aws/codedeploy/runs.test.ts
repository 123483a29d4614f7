import { expect, it } from 'vitest';
import {
  CodeDeploy,
  type CodeDeployWorld,
} from '../../../../emulator/aws/services/codedeploy/code-deploy.js';
import { newDeployment } from '../../../../emulator/aws/services/codedeploy/new-deployment.js';
import { DeploymentRuns } from '../../../../emulator/aws/services/codedeploy/runs.js';
import {
  type CodeDeployState,
  emptyCodeDeploy,
} from '../../../../emulator/aws/services/codedeploy/stored.js';
import { StateBook } from '../../../../emulator/aws/state/state-book.js';
import type { AliasTraffic } from '../../../../emulator/kernel/alias-shift.js';
import { type Clock, MovableClock } from '../../../../src/core/clock.js';
import { createIds } from '../../../../src/core/ids.js';
import { ACCOUNT, REGION } from '../../../helpers/aws.js';

/** A book whose writes can be held up, and made to fail. */
class SlowBook extends StateBook<CodeDeployState> {
  onSave: () => Promise<void> = async () => undefined;

  override async save(): Promise<void> {
    await this.onSave();
  }
}

/** A canary of one alias, ready to go, and how many timers wait on its clock. */
function canary() {
  const clock = new MovableClock();
  const timers = new Set<object>();
  const counted: Clock = {
    now: () => clock.now(),
    onMove: (listener) => clock.onMove(listener),
    at: (time, run) => {
      const timer = clock.at(time, () => {
        timers.delete(timer);
        run();
      });
      timers.add(timer);
      return {
        cancel: () => {
          timers.delete(timer);
          timer.cancel();
        },
      };
    },
  };
  const book = new SlowBook(undefined, emptyCodeDeploy);
  let traffic: AliasTraffic = { version: '1', weights: {} };
  const world: CodeDeployWorld = {
    book,
    clock: counted,
    ids: createIds('runs'),
    functions: {
      alias: () => traffic,
      hasVersion: () => true,
      route: async (_place, wanted) => {
        traffic = wanted;
      },
      invoke: () => Promise.reject(new Error('no hooks here')),
    },
    objects: { readObject: () => Promise.reject(new Error('no objects here')) },
    ringing: () => [],
    trusts: () => true,
    allows: () => true,
    runs: () => runs,
  };
  const runs: DeploymentRuns = new DeploymentRuns(world);
  const context = new CodeDeploy(world, ACCOUNT, REGION);
  const autoRollback = { enabled: false, events: [] };
  const alarms = { enabled: false, ignorePollAlarmFailure: false, alarms: [] };
  const config = 'CodeDeployDefault.LambdaCanary10Percent5Minutes';
  const group = { name: 'orders', id: 'g', roleArn: 'r', config, autoRollback, alarms };
  context.state.applications.shop = { name: 'shop', id: 'a', createdAt: 0, groups: { orders: group } };
  const deployment = newDeployment(context, {
    application: 'shop',
    group: 'orders',
    config: context.config(config),
    creator: 'user',
    revision: {},
    spec: {
      resource: 'orders',
      functionName: 'orders',
      alias: 'live',
      currentVersion: '1',
      targetVersion: '2',
      hooks: {},
    },
  });
  return { timers, book, runs, context, deployment };
}

it('leaves no timer behind when it is stopped while it writes its state down', async () => {
  const { timers, book, runs, context, deployment } = canary();
  const held = new Promise<() => void>((reached) => {
    book.onSave = () =>
      deployment.weight === 10 ? new Promise((written) => reached(written)) : Promise.resolve();
  });
  runs.start(); // takes up what is on the books
  const letGo = await held;
  const stopped = runs.stop();
  letGo();
  await stopped;
  expect(timers.size).toBe(0);
  expect(context.deployment(deployment.id).status).toBe('InProgress');
});

it('lets those go on who wait for an end that the disk does not take', async () => {
  const { timers, book, runs, context, deployment } = canary();
  runs.start();
  await expect.poll(() => timers.size, { timeout: 5000 }).toBe(1);
  const over = runs.over(context, deployment.id);
  book.onSave = () => {
    book.onSave = async () => undefined;
    return Promise.reject(new Error('ENOSPC: no space left on device'));
  };
  const ending = {
    status: 'Stopped' as const,
    error: { code: 'MANUAL_STOP', message: 'a test' },
    rollback: true,
  };
  await expect(runs.halt(context, deployment, ending)).rejects.toThrow('ENOSPC');
  expect((await over).status).toBe('Stopped');
  expect(timers.size).toBe(0);
  const back = context.deployments().find(({ creator }) => creator === 'codeDeployRollback');
  expect(back?.status).toBe('Succeeded');
  await runs.stop();
});
