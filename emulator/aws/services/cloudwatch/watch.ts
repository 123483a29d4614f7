import type { Clock, Timer } from '../../../../src/core/clock.js';
import { ServiceView } from '../../state/service-view.js';
import type { StateBook } from '../../state/state-book.js';
import { type AlarmRun, evaluateAlarm } from './alarms.js';
import { addSamples, MINUTE, type Samples } from './metrics.js';
import type { AlarmState, CloudWatchState, HistoryItem, MetricId, StoredAlarm } from './stored.js';

const HISTORY = 1000;

export interface WatchWorld {
  book: StateBook<CloudWatchState>;
  clock: Clock;
  /** Hears of an alarm that is in another state now. */
  onTurn?: (accountId: string, region: string, alarm: StoredAlarm) => void;
}

/** CloudWatch of one account in one region. */
export class Watch extends ServiceView<CloudWatchState, WatchWorld> {
  alarmArn(name: string): string {
    return `arn:aws:cloudwatch:${this.region}:${this.accountId}:alarm:${name}`;
  }

  /** Adds samples of now, or of the moment told. */
  add(id: MetricId, unit: string, samples: Samples, time = this.now): void {
    addSamples(this.state.series, id, unit, time, samples);
  }

  /** Brings every alarm up to the present. */
  evaluate(): void {
    for (const alarm of Object.values(this.state.alarms)) {
      if (alarm.setAt !== undefined && minuteOf(alarm.setAt) === minuteOf(this.now)) continue;
      const run = evaluateAlarm(alarm, this.state.series, this.now);
      if (run && run.state !== alarm.state) this.turn(alarm, run);
    }
  }

  /** Puts an alarm in another state and writes it down. */
  turn(alarm: StoredAlarm, { state, reason, reasonData }: AlarmRun): void {
    const before = alarm.state;
    Object.assign(alarm, { state, reason, reasonData, stateAt: this.now });
    if (before === state) return;
    alarm.transitionedAt = this.now;
    this.world.onTurn?.(this.accountId, this.region, alarm);
    const data = {
      version: '1.0',
      oldState: { stateValue: before },
      newState: { stateValue: state, stateReason: reason },
    };
    this.remember({
      alarm: alarm.name,
      at: this.now,
      type: 'StateUpdate',
      summary: `Alarm updated from ${before} to ${state}`,
      data: JSON.stringify(data),
    });
    for (const action of actionsOf(alarm, state))
      this.remember({
        alarm: alarm.name,
        at: this.now,
        type: 'Action',
        summary: `Failed to execute action ${action}`,
        data: JSON.stringify({ actionState: 'Failed', error: 'This endpoint has no such service.' }),
      });
  }

  remember(item: HistoryItem): void {
    this.state.history.push(item);
    if (this.state.history.length > HISTORY) this.state.history.shift();
  }
}

function minuteOf(time: number): number {
  return Math.floor(time / MINUTE);
}

const ACTIONS: Readonly<Record<AlarmState, string>> = {
  OK: 'OKActions',
  ALARM: 'AlarmActions',
  INSUFFICIENT_DATA: 'InsufficientDataActions',
};

function actionsOf({ settings }: StoredAlarm, state: AlarmState): string[] {
  if (settings.ActionsEnabled === false) return [];
  return (settings[ACTIONS[state]] ?? []) as string[];
}

/** Looks at the alarms of every account and region once a minute of the emulator's clock. */
export class AlarmClock {
  readonly #world: WatchWorld;
  #timer: Timer | undefined;
  #moves: Timer | undefined;
  #due = 0;

  constructor(world: WatchWorld) {
    this.#world = world;
  }

  start(): void {
    this.#plan();
    // a clock that goes back must not silence the alarms for as long as it was ahead
    this.#moves = this.#world.clock.onMove(() => {
      if (this.#due > this.#world.clock.now() + MINUTE) this.#plan();
    });
  }

  #plan(): void {
    this.#timer?.cancel();
    this.#due = (minuteOf(this.#world.clock.now()) + 1) * MINUTE;
    this.#timer = this.#world.clock.at(this.#due, () => {
      for (const { accountId, region } of this.#world.book.known())
        new Watch(this.#world, accountId, region).evaluate();
      this.#plan();
    });
  }

  /** Ends it, and writes down what has been measured. */
  async stop(): Promise<void> {
    this.#timer?.cancel();
    this.#moves?.cancel();
    for (const { accountId, region } of this.#world.book.known())
      await this.#world.book.save(accountId, region);
  }
}
