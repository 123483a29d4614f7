import { Listr } from 'listr2';
import type { Say } from '../journal/long-work.js';
import { length } from './length.js';

/** Prints one object a line. */
export type PrintEvent = (event: Record<string, unknown>) => void;

type Work = (say: Say) => Promise<void>;

/**
 * A part of long work as events: `<kind>`, `step`, `wait`, `<kind>-done`.
 * @param facts names the part in each event
 */
export async function jsonPart(
  print: PrintEvent,
  kind: string,
  facts: Record<string, unknown>,
  work: Work,
): Promise<void> {
  print({ event: kind, ...facts });
  const said = new Set<string>();
  await work((text, until) => {
    const key = `${text} ${until ?? ''}`;
    if (said.has(key)) return; // told once, however often it is looked at
    said.add(key);
    if (until === undefined) print({ event: 'step', ...facts, step: text });
    else print({ event: 'wait', ...facts, what: text, until: new Date(until).toISOString() });
  });
  print({ event: `${kind}-done`, ...facts });
}

/** A part of long work as a task of a list, its waits with the time left. */
export async function listPart(title: string, now: () => number, work: Work): Promise<void> {
  const list = new Listr(
    [
      {
        title,
        task: async (_context, task) => {
          const ticker = new Ticker(now, (text) => {
            task.output = text;
          });
          try {
            await work((text, until) => ticker.say(text, until));
          } finally {
            ticker.stop();
          }
        },
      },
    ],
    // Ctrl-C is the command's to hear: listr2 would end the process with 127, and nothing said
    {
      fallbackRenderer: 'simple',
      rendererOptions: { showErrorMessage: false },
      registerSignalListeners: false,
    },
  );
  await list.run();
}

/** Says how long a wait still takes, every second. */
class Ticker {
  readonly #now: () => number;
  readonly #show: (text: string) => void;
  #timer: NodeJS.Timeout | undefined;
  readonly #said = new Set<string>();

  constructor(now: () => number, show: (text: string) => void) {
    this.#now = now;
    this.#show = show;
  }

  say(text: string, until?: number): void {
    this.stop();
    // without a terminal each look would be a line of its own
    if (!process.stdout.isTTY && this.#said.has(text)) return;
    this.#said.add(text);
    if (until === undefined) {
      this.#show(text);
      return;
    }
    const tick = (): void => this.#show(`${text}, ${length(Math.max(0, until - this.#now()) / 1000)} left`);
    tick();
    if (process.stdout.isTTY) this.#timer = setInterval(tick, 1000).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
