import { Listr } from 'listr2';
import type { ShowPhase } from '../rotation/drive.js';
import type { Say } from '../rotation/engine.js';
import { length, PHASE_TITLES } from './rotation-text.js';

/** Prints one object a line. */
export type PrintEvent = (event: Record<string, unknown>) => void;

/** Phases as events: `phase`, `step`, `wait`, `phase-done`. */
export function jsonProgress(print: PrintEvent): ShowPhase {
  return async (phase, work) => {
    print({ event: 'phase', phase });
    let said = '';
    await work((text, until) => {
      const key = `${text} ${until ?? ''}`;
      if (key === said) return; // a wait is told once, however often it is looked at
      said = key;
      if (until === undefined) print({ event: 'step', phase, step: text });
      else print({ event: 'wait', phase, what: text, until: new Date(until).toISOString() });
    });
    print({ event: 'phase-done', phase });
  };
}

/** Phases as a list of tasks, waits with the time left. */
export function listProgress(now: () => number): ShowPhase {
  return async (phase, work) => {
    const run = (say: Say): Promise<void> => work(say);
    const list = new Listr(
      [
        {
          title: PHASE_TITLES[phase],
          task: async (_context, task) => {
            const ticker = new Ticker(now, (text) => {
              task.output = text;
            });
            try {
              await run((text, until) => ticker.say(text, until));
            } finally {
              ticker.stop();
            }
          },
        },
      ],
      { fallbackRenderer: 'simple', rendererOptions: { showErrorMessage: false } },
    );
    await list.run();
  };
}

/** Says how long a wait still takes, every second. */
class Ticker {
  readonly #now: () => number;
  readonly #show: (text: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #said: string | undefined;

  constructor(now: () => number, show: (text: string) => void) {
    this.#now = now;
    this.#show = show;
  }

  say(text: string, until?: number): void {
    this.stop();
    if (until === undefined) {
      this.#show(text);
      return;
    }
    // without a terminal each look would be a line of its own
    if (!process.stdout.isTTY && this.#said === text) return;
    this.#said = text;
    const tick = (): void => this.#show(`${text}, ${length((until - this.#now()) / 1000)} left`);
    tick();
    if (process.stdout.isTTY) this.#timer = setInterval(tick, 1000).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
