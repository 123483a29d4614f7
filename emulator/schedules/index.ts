import { type Clock, repeat, type Timer } from '../../src/core/clock.js';
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

/** The rules of one stack. */
export interface SchedulesService extends Service {
  /** Takes up other rules; what has not changed keeps its time. */
  replaceStack(stack: StackModel): void;
}

/**
 * EventBridge rules with a rate: their functions run on the emulator's clock. After a jump of the clock a rule runs
 * once, however often it would have run meanwhile; after one back it keeps its rate from there. `cron(…)` and event patterns are not served, and told of.
 */
export function createSchedules(options: SchedulesOptions): SchedulesService {
  return new Schedules(options);
}

class Schedules implements SchedulesService {
  readonly name = 'schedules';
  readonly needs = ['lambda', 'mongo'];
  readonly #options: SchedulesOptions;
  /** By what they are, so that an unchanged one is known again. */
  readonly #timers = new Map<string, Timer>();
  /** What has been warned of. */
  readonly #told = new Set<string>();
  readonly #running = new Set<Promise<unknown>>();
  #status: ServiceHealth['status'] = 'stopped';

  constructor(options: SchedulesOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#status = 'ok';
    this.replaceStack(this.#options.stack);
  }

  replaceStack({ resources }: StackModel): void {
    if (this.#status !== 'ok') return;
    const wanted = new Map(resources.filter(isEnabledRule).map((rule) => [keyOf(rule), rule]));
    for (const [key, timer] of this.#timers) {
      if (wanted.has(key)) continue;
      timer.cancel();
      this.#timers.delete(key);
    }
    for (const [key, rule] of wanted) {
      if (this.#timers.has(key)) continue;
      const every = rateOf(String(rule.properties.ScheduleExpression ?? ''));
      if (every === undefined) this.#warn(key, rule);
      else this.#plan({ rule, every, targets: (rule.properties.Targets ?? []) as Schedule['targets'] });
    }
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
    const timer = repeat(this.#options.clock, schedule.every, () => this.#run(schedule));
    this.#timers.set(keyOf(schedule.rule), timer);
  }

  #run({ rule, targets }: Schedule): void {
    for (const { Arn, Input } of targets) {
      const payload = Input ?? JSON.stringify(this.#event(rule));
      // A failing function has told its log; one that is missing, or may not be invoked, is as silent on AWS.
      const by = { service: 'events.amazonaws.com', sourceArn: rule.arn ?? rule.physicalId };
      const run = this.#options.lambda.invoke({ functionName: Arn, payload, by }).catch(() => undefined);
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

  #warn(key: string, { logicalId, place }: StackResource): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
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

function isEnabledRule({ type, properties }: StackResource): boolean {
  return type === 'AWS::Events::Rule' && properties.State !== 'DISABLED';
}

/** A rule that says something else is another one. */
function keyOf({ physicalId, properties }: StackResource): string {
  return `${physicalId} ${JSON.stringify(properties)}`;
}
