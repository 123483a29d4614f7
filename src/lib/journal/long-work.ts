import type { Journal } from './journal.js';

/** Tells people how it goes. `until` is the end of a wait, epoch ms of AWS's clock. */
export type Say = (text: string, until?: number) => void;

/** What long work needs of whoever runs it. */
export interface LongWorkTools<Entry extends object> {
  journal: Journal<Entry>;
  /** Lets up to `ms` pass; may return sooner. Afterwards the target's clock is up to date. */
  pause(ms: number): Promise<void>;
  /** Called at each boundary of a step, after what it names is on disk. */
  boundary(point: string): void;
  /** Asks to stop; heard between steps and in waits. */
  signal: AbortSignal;
}

/** Long work under way: its state is what its journal says, and the journal says it first. */
export class LongWork<Entry extends object, State extends { apply(entry: Entry): void }> {
  readonly state: State;
  readonly #tools: Pick<LongWorkTools<Entry>, 'journal' | 'boundary'>;

  constructor(state: State, tools: Pick<LongWorkTools<Entry>, 'journal' | 'boundary'>) {
    this.state = state;
    this.#tools = tools;
  }

  /** Puts a line on disk, then takes it up. @param point boundary that is reached with it */
  write(entry: Entry, point?: string): void {
    this.#tools.journal.append(entry);
    this.state.apply(entry);
    if (point !== undefined) this.#tools.boundary(point);
  }
}
