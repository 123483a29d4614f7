import type { Clock, Timer } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import type { StackModel, StackResource } from '../../src/core/stack/model.js';
import type { EventBus } from '../kernel/events.js';
import type { LambdaInvoker } from '../kernel/lambda.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { rateOf } from './rate.js';

export interface SchedulesOptions {
  stack: StackModel;
  lambda: LambdaInvoker;
  clock: Clock;
  ids: Ids;
  events: EventBus;
}

interface Schedule {
  rule: StackResource;
  every: number;
  targets: { Arn: string; Input?: string }[];
}

/**
 * EventBridge rules with a rate: their functions run on the emulator's clock. After a jump of the clock a rule runs
 * once, however often it would have run meanwhile. `cron(…)` and event patterns are not served, and told of.
 */
export function createSchedules(options: SchedulesOptions): Service {
  return new Schedules(options);
}

class Schedules implements Service {
  readonly name = 'schedules';
  readonly needs = ['lambda', 'mongo'];
  readonly #options: SchedulesOptions;
  readonly #timers = new Map<Schedule, Timer>();
  readonly #running = new Set<Promise<unknown>>();
  #status: ServiceHealth['status'] = 'stopped';

  constructor(options: SchedulesOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    for (const rule of this.#options.stack.resources) {
      if (rule.type !== 'AWS::Events::Rule' || rule.properties.State === 'DISABLED') continue;
      const every = rateOf(String(rule.properties.ScheduleExpression ?? ''));
      if (every === undefined) this.#warn(rule);
      else this.#plan({ rule, every, targets: (rule.properties.Targets ?? []) as Schedule['targets'] });
    }
    this.#status = 'ok';
  }

  async stop(): Promise<void> {
    this.#status = 'stopped';
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
    await Promise.all(this.#running);
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { rules: this.#timers.size } };
  }

  #plan(schedule: Schedule): void {
    const { clock } = this.#options;
    const timer = clock.at(clock.now() + schedule.every, () => {
      this.#run(schedule);
      this.#plan(schedule);
    });
    this.#timers.set(schedule, timer);
  }

  #run({ rule, targets }: Schedule): void {
    for (const { Arn, Input } of targets) {
      const payload = Input ?? JSON.stringify(this.#event(rule));
      // A failing function has told its log; a missing one is as silent on AWS.
      const run = this.#options.lambda.invoke({ functionName: Arn, payload }).catch(() => undefined);
      this.#running.add(run);
      void run.finally(() => this.#running.delete(run));
    }
  }

  /** What EventBridge hands to the target of a scheduled rule. */
  #event({ arn, physicalId }: StackResource): object {
    const { stack, clock, ids } = this.#options;
    return {
      version: '0',
      id: ids.uuid(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: stack.accountId,
      time: new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
      region: stack.region,
      resources: [arn ?? physicalId],
      detail: {},
    };
  }

  #warn({ logicalId, place }: StackResource): void {
    this.#options.events.emit('diagnostic', {
      severity: 'warning',
      code: 'RULE_NOT_SERVED',
      message: `The rule ${logicalId} has no rate; the emulator does not run it.`,
      remedy: 'Invoke its function yourself, or give it a ScheduleExpression such as rate(5 minutes).',
      place,
      path: `Resources.${logicalId}.Properties.ScheduleExpression`,
    });
  }
}
