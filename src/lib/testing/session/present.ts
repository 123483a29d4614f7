import { jsonLines } from '../report/json-lines.js';
import { plainList } from '../report/plain-list.js';
import type { RunListener } from '../run/events.js';

/** Where a run is shown. */
export interface Screen {
  json: boolean;
  /** A person's terminal: lines may move. */
  live: boolean;
  print(line: string): void;
}

/** A run's list while it goes on, and how to end it. */
export interface Presentation {
  listener: RunListener;
  close(): Promise<void>;
}

/** One object a line for programs, a list that moves for people, plain lines for logs. */
export async function present({ json, live, print }: Screen, seed: string): Promise<Presentation> {
  if (json) {
    const listener = jsonLines((data) => print(JSON.stringify(data)), { seed });
    return { listener, close: async () => undefined };
  }
  if (!live) return { listener: plainList(print), close: async () => undefined };
  const { liveList } = await import('../report/live-list.js');
  const list = liveList();
  return { listener: list, close: () => list.close() };
}
